import type { Database } from '../platform/database.ts';
import { NotYet } from '../platform/jobs.ts';
import { type LinkReader, permalinkOf } from '../slack/permalink.ts';
import { cardsOf } from './card-store.ts';
import type { Question } from './question.ts';
import { findQuestion } from './store.ts';

export type LinkDeps = {
  readonly db: Database;
  readonly slack: { readonly reads: LinkReader };
};

/** The address of one of the question's cards: where it stands now, unless told which. Null before Slack has it. */
export async function cardLink(
  { db, slack }: LinkDeps,
  { workspaceId, id, placement }: Question,
  move = placement.move,
): Promise<string | null> {
  const cards = await cardsOf(db, workspaceId, id);
  const found = cards.find((each) => each.move === move);
  return found?.ts ? await permalinkOf(slack.reads, { channel: found.channel, ts: found.ts }) : null;
}

/** The card of the question that asks the same, if there is one. */
export async function originalCardLink(deps: LinkDeps, question: Question): Promise<string | null> {
  const { workspaceId, duplicateOf } = question;
  const original = duplicateOf && (await findQuestion(deps.db, workspaceId, duplicateOf));
  return original ? await cardLink(deps, original) : null;
}

/** So long a message waits for a card that is just being posted, before it is drawn without a link to it. */
const PATIENCE_MS = 5_000;

/** For a message that nothing would draw anew once the card stands. */
export async function awaitedCardLink(
  deps: LinkDeps & { readonly now: () => Date },
  question: Question,
): Promise<string | null> {
  const { workspaceId, id, placement } = question;
  // Looked at once: a card that arrives between two looks would be neither waited for nor linked to.
  const current = (await cardsOf(deps.db, workspaceId, id)).find(({ move }) => move === placement.move);
  if (current?.ts) return await permalinkOf(deps.slack.reads, { channel: current.channel, ts: current.ts });
  const isFresh = deps.now().getTime() - placement.since.getTime() <= PATIENCE_MS;
  if (current && !current.isLost && isFresh) throw new NotYet();
  return null;
}
