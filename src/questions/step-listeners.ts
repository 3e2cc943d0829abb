import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { careTeamsOf, isColleague } from '../directory/index.ts';
import { SlackUserId, StepRunId } from '../shared/ids.ts';
import { failStep, type StepDeps } from '../slack/step.ts';
import { askQuestion } from './ask.ts';
import type { AskListenerDeps } from './ask-listeners.ts';
import { parseStep, STEP, type StepInputs } from './form-step.ts';
import { ViewId } from './ids.ts';
import { NoDirectory } from './live-directory.ts';
import { knownOf } from './reading.ts';
import { refusalWords, UNCHECKABLE, UNKNOWN_REQUESTER } from './refusal-views.ts';
import { questionOfView } from './store.ts';

/** What the manifests call the step that workflows use. */
const ASK_STEP = 'ask_question';

export type StepListenerDeps = AskListenerDeps & StepDeps & { readonly slack: { readonly reads: WebClient } };

const Execution = z.object({
  function_execution_id: StepRunId,
  inputs: z.record(z.string(), z.unknown()).default({}),
});

/**
 * Steps come as events: stored, more than once, in any order. A good one is completed by the job that was queued with its
 * question, so one run makes one question and is completed once; a bad one is failed here, with a sentence.
 */
export function listenForSteps(app: App, deps: StepListenerDeps): void {
  app.function(ASK_STEP, async ({ event }) => {
    const { success, data } = Execution.safeParse(event);
    if (!success) return;
    const { function_execution_id: run, inputs } = data;
    const advice = await askByStep(deps, run, inputs);
    if (advice !== undefined) await failStep(deps, run, advice);
  });
}

/** Undefined once there is a question, otherwise what is wrong. Nobody is there to look at a preview: it is posted redacted. */
async function askByStep(
  deps: StepListenerDeps,
  run: StepRunId,
  inputs: StepInputs,
): Promise<string | undefined> {
  const { db, directory, redact, settings, workspace } = deps;
  const viewId = ViewId.parse(run);
  if (await questionOfView(db, workspace.id, viewId)) return undefined;
  const requester = SlackUserId.safeParse(inputs[STEP.requester]);
  if (!requester.success || !(await isColleague(deps, requester.data))) return UNKNOWN_REQUESTER;

  const user = requester.data;
  const [live, teams] = await Promise.all([
    directory.load(workspace.id),
    careTeamsOf(db, workspace.id, user),
  ]);
  if (!live) return new NoDirectory().advice;
  const parsed = parseStep(inputs, { directory: live.directory, teams, ...settings });
  if (parsed.kind === 'incomplete') return parsed.advice;
  const { entries } = parsed;
  if (redact(entries.text, knownOf(entries.memberId, live.directory)).withheld) return UNCHECKABLE;

  const by = { user, isExternal: false };
  const outcome = await askQuestion(deps, {
    by,
    viewId,
    stepRun: run,
    source: null,
    reviewed: null,
    ...entries,
  });
  return outcome.kind === 'refused' ? refusalWords(outcome.refusal) : undefined;
}
