import { NotYet } from '../platform/jobs.ts';
import type { QuestionId, StepRunId, WorkspaceId } from '../shared/ids.ts';
import { plain } from '../slack/escape.ts';
import { completeStep, type StepDeps } from '../slack/step.ts';
import { cardLink, type LinkDeps } from './links.ts';
import type { Question } from './question.ts';
import { findQuestion } from './store.ts';

export type AskedByStepDeps = LinkDeps &
  StepDeps & {
    readonly now: () => Date;
    readonly workspace: { readonly id: WorkspaceId };
    readonly slack: LinkDeps['slack'] & StepDeps['slack'];
  };

/** So long a workflow waits for the card's address. Then it goes on without: the question is asked all the same. */
const PATIENCE_MS = 60_000;

/** Lets the workflow go on, as soon as there is a card to link to. */
export async function completeAskStep(
  deps: AskedByStepDeps,
  { questionId, run }: { readonly questionId: QuestionId; readonly run: StepRunId },
): Promise<void> {
  const question = await findQuestion(deps.db, deps.workspace.id, questionId);
  if (!question) return;
  const link = await cardLink(deps, question);
  if (link === null && deps.now().getTime() - question.askedAt.getTime() < PATIENCE_MS) throw new NotYet();
  await completeStep(deps, run, outputsOf(question, link));
}

/** As the manifests name them. Ids, an address and a name of the directory: no word of the question. */
function outputsOf({ id, placement }: Question, link: string | null): Readonly<Record<string, string>> {
  const destination = `Tier ${placement.tier} · ${plain(placement.placeName)}`;
  return { question_id: id, destination, ...(link !== null && { card_link: link }) };
}
