import type { Database } from '../platform/database.ts';
import { NotYet } from '../platform/jobs.ts';
import { type LinkReader, permalinkOf } from '../slack/permalink.ts';
import { cardsOf } from './card-store.ts';
import type { Question } from './question.ts';

type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly slack: { readonly reads: LinkReader };
};

/** So long a message waits for a card to be posted before it is drawn without a link to it. */
const PATIENCE_MS = 10_000;

/** The address of the question's card where it stands now. A card that is just being posted is waited for. */
export async function cardLink({ db, now, slack }: Deps, question: Question): Promise<string | null> {
  const { workspaceId, id, placement } = question;
  const cards = await cardsOf(db, workspaceId, id);
  const current = cards.find(({ move }) => move === placement.move);
  if (!current || current.isLost) return null;
  if (current.ts !== null) return await permalinkOf(slack.reads, { ...current, ts: current.ts });
  if (now().getTime() - placement.since.getTime() < PATIENCE_MS) throw new NotYet();
  return null;
}

/** The address of an earlier card. */
export async function cardLinkAt(
  { db, slack }: Deps,
  question: Question,
  move: number,
): Promise<string | null> {
  const cards = await cardsOf(db, question.workspaceId, question.id);
  const found = cards.find((each) => each.move === move);
  return found?.ts ? await permalinkOf(slack.reads, { channel: found.channel, ts: found.ts }) : null;
}
