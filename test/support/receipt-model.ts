/** What truly happened to one announcement, in the order in which it happened. Milliseconds since 1970. */
export type Happening = { readonly at: number; readonly user: string } & (
  | { readonly kind: 'reacts' | 'unreacts'; readonly emoji: string }
  | { readonly kind: 'presses' }
  | { readonly kind: 'joins' | 'leaves'; readonly team: string }
  | { readonly kind: 'deactivated' | 'reactivated' }
);

export type Truth = {
  readonly happenings: readonly Happening[];
  /** Teams of each person when it was published. */
  readonly roster: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whose emoji are receipts, and the teams it is for. */
  readonly emoji: readonly string[];
  /** When it was last changed so that everybody was asked again. */
  readonly askedAgainAt: number | null;
};

export type TrueReceipt = {
  readonly user: string;
  readonly teams: readonly string[];
  readonly joinedLate: boolean;
  readonly at: number | null;
};

/**
 * Everybody who counts in the end, worked out by following each person from the beginning. As simple as it gets: it has
 * all events, once and in order, so it knows nothing of ledgers, readings and duplicates.
 */
export function trueReceipts({ happenings, roster, emoji, askedAgainAt }: Truth): readonly TrueReceipt[] {
  const users = [...new Set([...roster.keys(), ...happenings.map(({ user }) => user)])].toSorted();
  return users.flatMap((user) => {
    const teams = new Set(roster.get(user));
    const wasThere = teams.size > 0;
    const since = new Map<string, number>();
    let isActive = true;
    let pressed: number | null = null;
    for (const each of happenings.filter((happening) => happening.user === user)) {
      if (each.kind === 'joins') teams.add(each.team);
      if (each.kind === 'leaves') teams.delete(each.team);
      if (each.kind === 'deactivated') isActive = false;
      if (each.kind === 'reactivated') isActive = true;
      if (each.kind === 'reacts') since.set(each.emoji, each.at);
      if (each.kind === 'unreacts') since.delete(each.emoji);
      if (each.kind === 'presses' && counts(each.at, askedAgainAt)) pressed ??= each.at;
    }
    if (!isActive || teams.size === 0) return [];
    const signs = [...since]
      .filter(([name, at]) => emoji.includes(name.replace(/::.*/, '')) && counts(at, askedAgainAt))
      .map(([, at]) => at);
    const all = pressed === null ? signs : [...signs, pressed];
    const at = all.length === 0 ? null : Math.min(...all);
    return [{ user, teams: [...teams].toSorted(), joinedLate: !wasThere, at }];
  });
}

function counts(at: number, askedAgainAt: number | null): boolean {
  return askedAgainAt === null || at >= askedAgainAt;
}
