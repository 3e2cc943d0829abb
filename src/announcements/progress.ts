import { dateOf } from './moment.ts';
import type { Group, Receipts } from './receipts.ts';

/** How far a group had come after each receipt: milliseconds since 1970, and percent of those who count today. */
export type Curve = {
  readonly name: string;
  readonly total: number;
  readonly acknowledged: number;
  readonly points: readonly (readonly [at: number, percent: number])[];
};

export type Progress = {
  readonly everybody: Curve;
  /** Those who are furthest behind first. */
  readonly teams: readonly Curve[];
  /** How many teams were left out, so that the picture can be read. */
  readonly leftOut: number;
};

/** More lines than this can't be told apart. */
const MOST_LINES = 10;

/** How the acknowledgements came in, of all and of each team, up to a moment. */
export function progressOf(
  { people, groups }: Pick<Receipts, 'people' | 'groups'>,
  { from, until }: { readonly from: Date; readonly until: Date },
): Progress {
  const counting = people.filter(({ left }) => left === null);
  const curveOf = (name: string, among: typeof counting): Curve => {
    const moments = among
      .flatMap(({ receipt }) => (receipt ? [dateOf(receipt.at).getTime()] : []))
      .filter((at) => at <= until.getTime())
      .toSorted((one, other) => one - other);
    return {
      name,
      total: among.length,
      acknowledged: moments.length,
      points: pointsOf(moments, among.length, { from, until }),
    };
  };
  const teams = groups
    .map(({ group }) =>
      curveOf(
        group.name,
        counting.filter((person) => belongsTo(person, group)),
      ),
    )
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => share(one) - share(other) || (one.name < other.name ? -1 : 1));
  return {
    everybody: curveOf('Everybody', counting),
    teams: teams.slice(0, MOST_LINES),
    leftOut: Math.max(0, teams.length - MOST_LINES),
  };
}

function belongsTo({ groups }: { readonly groups: readonly string[] }, { key }: Group): boolean {
  return groups.includes(key);
}

function share({ acknowledged, total }: Curve): number {
  return total === 0 ? 0 : acknowledged / total;
}

/** More points than this are no better to look at, and a chart of fifty thousand takes its time. */
const MOST_POINTS = 400;

function pointsOf(
  moments: readonly number[],
  total: number,
  { from, until }: { readonly from: Date; readonly until: Date },
): Curve['points'] {
  const percent = (count: number): number => (total === 0 ? 0 : Math.round((count / total) * 10_000) / 100);
  const every = Math.max(1, Math.ceil(moments.length / MOST_POINTS));
  const steps = moments.flatMap((at, index): (readonly [number, number])[] =>
    (index + 1) % every === 0 || index === moments.length - 1
      ? [[Math.max(at, from.getTime()), percent(index + 1)]]
      : [],
  );
  return [[from.getTime(), 0], ...steps, [until.getTime(), percent(moments.length)]];
}
