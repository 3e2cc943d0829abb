import type { SlackUserId } from '../shared/ids.ts';
import type { Receipts } from './receipts.ts';

/** How long before and after an announcement questions are compared. */
export const EFFECT_HOURS = 72;
const HOUR_MS = 3_600_000;

export type Window = { readonly from: Date; readonly to: Date };
export type Windows = { readonly before: Window; readonly after: Window };

export function windowsOf(publishedAt: Date): Windows {
  const at = publishedAt.getTime();
  return {
    before: { from: new Date(at - EFFECT_HOURS * HOUR_MS), to: publishedAt },
    after: { from: publishedAt, to: new Date(at + EFFECT_HOURS * HOUR_MS) },
  };
}

/** How many questions somebody asked in each window. */
export type Asked = { readonly user: SlackUserId; readonly before: number; readonly after: number };

export type Cohort = { readonly people: number; readonly before: number; readonly after: number };
export type Effect = { readonly acknowledged: Cohort; readonly others: Cohort };

/** Questions of those it was for: of those who had acknowledged it by the end, and of those who hadn't. */
export function effectOf({ people }: Pick<Receipts, 'people'>, asked: readonly Asked[]): Effect {
  const byUser = new Map(asked.map((each) => [each.user, each]));
  const counting = people.filter(({ left }) => left === null);
  const cohort = (isIn: (person: (typeof counting)[number]) => boolean): Cohort => {
    const among = counting.filter(isIn);
    const questions = among.map(({ user }) => byUser.get(user));
    return {
      people: among.length,
      before: questions.reduce((sum, each) => sum + (each?.before ?? 0), 0),
      after: questions.reduce((sum, each) => sum + (each?.after ?? 0), 0),
    };
  };
  return {
    acknowledged: cohort(({ receipt }) => receipt !== null),
    others: cohort(({ receipt }) => receipt === null),
  };
}
