import type { Log } from '../platform/log.ts';
import type { StepRunId } from '../shared/ids.ts';
import { clip } from './escape.ts';
import { judge } from './outbox/verdict.ts';

/** The part of Slack's Web API that ends a workflow's step. */
type StepClient = {
  readonly functions: {
    readonly completeSuccess: (ending: {
      function_execution_id: string;
      outputs: Record<string, string>;
    }) => Promise<unknown>;
    readonly completeError: (ending: { function_execution_id: string; error: string }) => Promise<unknown>;
  };
};

export type StepDeps = { readonly log: Log; readonly slack: { readonly posting: StepClient } };

/** Slack's limit isn't documented; a few sentences are enough to read. */
const LONGEST_ADVICE = 900;

export async function completeStep(
  { log, slack }: StepDeps,
  run: StepRunId,
  outputs: Readonly<Record<string, string>>,
): Promise<void> {
  await ended(
    log,
    run,
    slack.posting.functions.completeSuccess({ function_execution_id: run, outputs: { ...outputs } }),
  );
}

/** `advice` is read by whoever ran the workflow, so it doesn't repeat what was given to the step. */
export async function failStep({ log, slack }: StepDeps, run: StepRunId, advice: string): Promise<void> {
  const error = clip(advice, LONGEST_ADVICE);
  await ended(log, run, slack.posting.functions.completeError({ function_execution_id: run, error }));
}

/**
 * A step ends once. Slack refuses to end it again, which is what happens when an answer of its was lost and the job
 * asked again; so a refusal is noted and not retried, and anything else is left to the job.
 */
async function ended(log: Log, run: StepRunId, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    const verdict = judge(error);
    if (verdict?.kind !== 'refused') throw error;
    log.warn('slack.step-not-ended', { run, code: verdict.code });
  }
}
