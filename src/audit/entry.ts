import { z } from 'zod';
import type { MemberToken, QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';

/** Ids, numbers, words of our own. No text of people, redacted or not: the record is kept for years. */
type Safe<Value> = Value extends RedactedText
  ? never
  : Value extends string
    ? string extends Value
      ? never
      : Value
    : Value extends number | boolean | Date | null | undefined
      ? Value
      : never;
export type AuditFacts<Values> = { readonly [Name in keyof Values]: Safe<Values[Name]> };

/** Accepts a name written in the source and refuses one assembled at run time. */
type Literal<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;

export type AuditOutcome = 'done' | 'denied';

/** Who did what, or tried to. */
export type AuditEntry<Action extends string, Values extends object> = {
  readonly workspaceId: WorkspaceId;
  /** `room.deed_in_the_past`: `members.revealed`. */
  readonly action: Action & Literal<Action>;
  readonly outcome?: AuditOutcome;
  /** Null when the app, or somebody at its command line, did it. */
  readonly by: SlackUserId | null;
  readonly questionId?: QuestionId | null;
  readonly member?: MemberToken | null;
  readonly facts?: AuditFacts<Values>;
};

/** A row as it is read back, every column as the text that the hash was made of. */
export type AuditRow = {
  readonly workspaceId: string;
  readonly seq: number;
  /** UTC, to the microsecond. */
  readonly at: string;
  readonly action: string;
  readonly outcome: string;
  readonly by: string | null;
  readonly questionId: string | null;
  readonly member: string | null;
  readonly facts: string;
};

export const AuditHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'AuditHash'>();
export type AuditHash = z.infer<typeof AuditHash>;

/** The last row of a chain. Noted outside the database, it tells later whether rows have gone from the end. */
export type Head = { readonly seq: number; readonly hash: AuditHash };

/** What the hash of a row is made of, besides the hash before it. Every column counts, and every character. */
export function canonical(row: AuditRow): string {
  const { workspaceId, seq, at, action, outcome, by, questionId, member, facts } = row;
  return JSON.stringify([workspaceId, seq, at, action, outcome, by, questionId, member, facts]);
}

/** PostgreSQL keeps microseconds, JavaScript milliseconds. */
export function canonicalTime(at: Date): string {
  return at.toISOString().replace('Z', '000Z');
}
