import { z } from 'zod';
import { STATE_CODES, STATES } from '../shared/states.ts';
import { type BreachStep, DEEDS } from './directory.ts';
import { parseDuration } from './duration.ts';
import { didYouMean } from './suggestion.ts';
import { isTimeZone } from './zone.ts';

/**
 * The small parts of the file. Messages are the second half of a sentence whose first half names the place:
 * "Topic claims: channel" … "is missing".
 */

/** An object that refuses keys it doesn't know, one line of advice for each. */
export function strict<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: adviceOnKeys((key) => `is not a known key.${didYouMean(key, known)}`),
  });
}

function adviceOnKeys(advice: (key: string) => string) {
  return (issue: z.core.$ZodRawIssue): string | undefined =>
    issue.code === 'unrecognized_keys' ? issue.keys.map(advice).join('\n') : undefined;
}

export const Name = z
  .string()
  .regex(/^[^\s\p{C}](?:[^\p{C}\p{Zl}\p{Zp}]{0,58}[^\s\p{C}])?$/u, 'must be a name of 1 to 60 characters');

export const Key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'must be lower-case letters, digits, - and _, at most 40');

export const Emoji = z
  .string()
  .regex(/^[a-z0-9_+'-]{1,100}$/, "must be an emoji's name in lower case, without colons");

export const Handle = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, "must be a user group's handle in lower case, without @");

export const Channel = z.string().refine(isChannel, {
  error: 'must be the name of a channel (lower case, no spaces, without #) or its id (C0123456789)',
});

export function isChannelId(text: string): boolean {
  return /^[CG][A-Z0-9]{5,30}$/.test(text);
}

function isChannel(text: string): boolean {
  return isChannelId(text) || /^(?!.*\p{Lu})[\p{L}\p{M}\p{N}_-]{1,80}$/u.test(text);
}

export const Person = z.union(
  [z.string().regex(/^[UW][A-Z0-9]{2,30}$/), z.email()],
  'must be an e-mail address or a Slack user id (U0123456789)',
);

const NAMES: Readonly<Record<string, string>> = STATES;
const State = z.literal(STATE_CODES, {
  error: ({ input }) => `is ${typeof input === 'string' ? `"${input}", ` : ''}${notAState(input)}`,
});

export const States = z.array(State).default([]);

/** A channel for each of some states. */
export const StateChannels = z
  .partialRecord(z.literal(STATE_CODES), Channel, {
    error: adviceOnKeys((key) => `is ${notAState(key)}`),
  })
  .default({});

function notAState(input: unknown): string {
  return `not the code of a state${meant(String(input))}`;
}

function meant(text: string): string {
  const code = STATE_CODES.find(
    (each) => each === text.toUpperCase() || NAMES[each]?.toLowerCase() === text.toLowerCase(),
  );
  return code === undefined ? '; write two capital letters, such as PA' : `; write ${code}`;
}

export const Duration = z.string().transform((text, context) => {
  const seconds = parseDuration(text);
  if (seconds !== undefined) return seconds;
  context.addIssue('must be a duration such as 90s, 10m or 2h, at most a week');
  return z.NEVER;
});

/** `ping`, or `escalate after 10m`. */
export const Step = z.string().transform((text, context): BreachStep => {
  const [, word, delay] = /^(\w+)(?: after (\w+))?$/.exec(text) ?? [];
  const deed = DEEDS.find((each) => each === word);
  const after = delay === undefined ? 0 : parseDuration(delay);
  if (deed !== undefined && after !== undefined) return { deed, after };
  context.addIssue('must be remind, ping or escalate, and may say when: "escalate after 10m"');
  return z.NEVER;
});

export const OpenHours = z.string().transform((text, context) => {
  const [, from, to] =
    /^((?:[01]\d|2[0-3]):[0-5]\d)\s*-\s*((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined && from < to) return { from, to };
  context.addIssue('must be two times of one day, such as "08:00-20:00"');
  return z.NEVER;
});

export const TimeZone = z
  .string()
  .refine(isTimeZone, 'must be the name of a time zone, such as America/New_York');

export const LocalDate = z.string().pipe(z.iso.date('must be a real date, such as "2026-12-25"'));
