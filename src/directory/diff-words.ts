import { STATES, type StateCode } from '../shared/states.ts';

/** What is in the second list and not in the first. */
export function added<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return after.filter((item) => !before.includes(item));
}

export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-US').format(words);
}

export function stateNames(codes: readonly StateCode[]): string {
  return listed(codes.map((code) => STATES[code]));
}

/** `#name`, or the id as it is. */
export function channelText(channel: string): string {
  return /^[CG][A-Z0-9]{5,}$/.test(channel) ? channel : `#${channel}`;
}

/** The sentence if the two differ. */
export function ifChanged<Value>(
  before: Value,
  after: Value,
  sentence: (before: Value, after: Value) => string,
): readonly string[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [sentence(before, after)];
}

type OnDuty = { readonly onDuty?: string };

export function changedOnDuty(who: string, before: OnDuty, after: OnDuty): readonly string[] {
  return ifChanged(before.onDuty, after.onDuty, (_, group) =>
    group === undefined ? `${who} has no on-duty group any more.` : `On duty for ${who} is now @${group}.`,
  );
}

export type Keyed = { readonly key: string };

/** Compares two lists entry by entry: what is new, what is gone, and how what stays has changed. */
export function compareLists<Entry extends Keyed>(
  before: readonly Entry[],
  after: readonly Entry[],
  words: {
    readonly isNew: (entry: Entry) => string;
    readonly isGone: (entry: Entry) => string;
    readonly changes: (before: Entry, after: Entry) => readonly string[];
    readonly reordered: string;
  },
): readonly string[] {
  const old = new Map(before.map((entry) => [entry.key, entry]));
  const keys = after.map(({ key }) => key);
  const stayed = after.filter(({ key }) => old.has(key));
  const moved = before
    .filter(({ key }) => keys.includes(key))
    .some(({ key }, index) => stayed[index]?.key !== key);
  return [
    ...after.flatMap((entry) => {
      const was = old.get(entry.key);
      return was ? words.changes(was, entry) : [words.isNew(entry)];
    }),
    ...before.filter(({ key }) => !keys.includes(key)).map(words.isGone),
    ...(moved ? [words.reordered] : []),
  ];
}
