/** More than this must wait for the database is refused, so that a stalled one doesn't fill the memory. */
const MOST_WAITING = 10_000;
const MOST_IN_GROUP = 500;

/** Too much waits for the database already. */
export class Crowded extends Error {}

export type Group<Item, Verdict> = {
  readonly add: (item: Item) => Promise<Verdict>;
  readonly waiting: () => number;
};

type Waiting<Item, Verdict> = {
  readonly item: Item;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Group commit. What arrives while a commit is under way shares the next one, and each item gets its own verdict. There
 * is no timer: an idle group commits as soon as all that has arrived by now has been read. One commit at a time, because
 * a second one beside it only makes both groups smaller.
 */
export function createGroup<Item, Verdict>(
  commit: (items: readonly Item[]) => Promise<readonly Verdict[]>,
  isShared: (error: unknown) => boolean,
): Group<Item, Verdict> {
  const queue: Waiting<Item, Verdict>[] = [];
  let isAtWork = false;

  const work = async (): Promise<void> => {
    while (queue.length > 0) await settle(queue.splice(0, MOST_IN_GROUP));
    isAtWork = false;
  };

  /** Trouble with one item isn't the others': they are tried in halves until the troublesome one stands alone. */
  const settle = async (group: readonly Waiting<Item, Verdict>[]): Promise<void> => {
    try {
      const verdicts = await commit(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const verdict = verdicts[index];
        if (verdict === undefined) reject(new Error('A commit gave fewer verdicts than it had items'));
        else resolve(verdict);
      }
    } catch (error) {
      if (group.length === 1 || isShared(error)) for (const { reject } of group) reject(error);
      else for (const half of halves(group)) await settle(half);
    }
  };

  return {
    waiting: () => queue.length,
    add: async (item) =>
      await new Promise((resolve, reject) => {
        if (queue.length >= MOST_WAITING) {
          reject(new Crowded());
          return;
        }
        queue.push({ item, resolve, reject });
        if (isAtWork) return;
        isAtWork = true;
        setImmediate(() => void work());
      }),
  };
}

function halves<Each>(group: readonly Each[]): readonly (readonly Each[])[] {
  const middle = Math.ceil(group.length / 2);
  return [group.slice(0, middle), group.slice(middle)];
}
