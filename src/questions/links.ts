import type { Database } from '../platform/database.ts';
import { type LinkReader, permalinkOf } from '../slack/permalink.ts';
import { cardsOf } from './card-store.ts';
import type { Question } from './question.ts';

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
