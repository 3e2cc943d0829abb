import { added, changedOnDuty, channelText, ifChanged, listed } from './diff-words.ts';
import {
  type Absence,
  CLOCK_NAMES,
  type Clock,
  type ClockName,
  type Directory,
  type Hours,
  ROLES,
  type Role,
  type RoleHolders,
  WEEKDAYS,
} from './directory.ts';
import { durationText, stepText } from './duration.ts';

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  supervisor: 'supervisors',
  product: 'product',
  comms: 'comms',
  compliance: 'compliance',
  admin: 'administrators',
};
const CLOCK_WORDS: Readonly<Record<ClockName, string>> = {
  tier1: 'Tier 1',
  tier2: 'Tier 2',
  tier3: 'Tier 3',
  live: 'A live question',
};

export function changedRoles(before: Directory['roles'], after: Directory['roles']): readonly string[] {
  return ROLES.flatMap((role) => changedHolders(ROLE_NAMES[role], before[role], after[role]));
}

function changedHolders(role: string, was: RoleHolders, is: RoleHolders): readonly string[] {
  const joined = added(was.people, is.people);
  const left = added(is.people, was.people);
  return [
    ...(joined.length > 0 ? [`${listed(joined)} joins the ${role}.`] : []),
    ...(left.length > 0 ? [`${listed(left)} leaves the ${role}.`] : []),
    ...ifChanged(was.group, is.group, (_, group) =>
      group === undefined
        ? `No user group counts for the ${role} any more.`
        : `The user group for the ${role} is now @${group}.`,
    ),
  ];
}

export function changedClocks(before: Directory['clocks'], after: Directory['clocks']): readonly string[] {
  return CLOCK_NAMES.flatMap((name) => changedClock(CLOCK_WORDS[name], before[name], after[name]));
}

function changedClock(who: string, before: Clock, after: Clock): readonly string[] {
  return [
    ...(['claim', 'answer'] as const).flatMap((what) =>
      ifChanged(before[what], after[what], (was, is) => {
        const word = what === 'claim' ? 'be claimed' : 'be answered';
        return `${who} has ${durationText(is)} to ${word} instead of ${durationText(was)}.`;
      }),
    ),
    ...(['unclaimed', 'unanswered'] as const).flatMap((what) =>
      ifChanged(before[what], after[what], (_, is) => `${who}, when ${what}: ${stepWords(is)}.`),
    ),
    ...changedOnDuty(who, before, after),
    ...ifChanged(before.hours, after.hours, (was, is) =>
      was && is
        ? [`${who} has other hours of its own.`, ...changedHours(was, is)].join(' ')
        : `${who} has ${is ? 'hours of its own' : 'the hours of the directory'} now.`,
    ),
  ];
}

function stepWords(steps: Clock['unclaimed']): string {
  if (!steps) return 'what is usual';
  return steps.length === 0 ? 'nothing is done' : steps.map(stepText).join(', then ');
}

export function changedHours(before: Hours, after: Hours): readonly string[] {
  const newHolidays = added(before.holidays, after.holidays);
  const oldHolidays = added(after.holidays, before.holidays);
  return [
    ...ifChanged(
      before.timeZone,
      after.timeZone,
      (was, is) => `The hours are in the time zone ${is}, not ${was}.`,
    ),
    ...WEEKDAYS.flatMap((day) =>
      ifChanged(before.days[day], after.days[day], (_, is) =>
        is === undefined
          ? `The hours no longer include ${capitalised(day)}.`
          : `The hours on ${capitalised(day)} are ${is.from} to ${is.to}.`,
      ),
    ),
    ...(newHolidays.length > 0 ? [`${listed(newHolidays)} becomes a holiday.`] : []),
    ...(oldHolidays.length > 0 ? [`${listed(oldHolidays)} is no holiday any more.`] : []),
  ];
}

export function changedAbsences(before: readonly Absence[], after: readonly Absence[]): readonly string[] {
  const [was, is] = [before.map(absenceText), after.map(absenceText)];
  return [
    ...added(was, is).map((absence) => `New absence: ${absence}.`),
    ...added(is, was).map((absence) => `No longer listed as an absence: ${absence}.`),
  ];
}

function absenceText({ person, from, until }: Absence): string {
  return `${person} from ${from} until ${until}`;
}

export function changedChannels(
  before: Directory['channels'],
  after: Directory['channels'],
): readonly string[] {
  return [
    ...ifChanged(
      before.announcements,
      after.announcements,
      (was, is) => `Announcements move from ${channelText(was)} to ${channelText(is)}.`,
    ),
    ...ifChanged(
      before.feedback,
      after.feedback,
      (was, is) => `Feedback moves from ${channelText(was)} to ${channelText(is)}.`,
    ),
  ];
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
