/**
 * A failure somebody planned for.
 *
 * Logs, alerts and tests match on `code`, so it never changes; the message may.
 */
export abstract class ConciergeError extends Error {
  abstract readonly code: string;
  /** What the person in Slack reads. Says what to do next and never repeats what they typed. */
  abstract readonly advice: string;
}

export class DatabaseUnavailable extends ConciergeError {
  readonly code = 'database_unavailable';
  readonly advice =
    'The records are not reachable just now, so nothing was stored. Wait a moment and try again.';
}

export class SlackUnavailable extends ConciergeError {
  readonly code = 'slack_unavailable';
  readonly advice = 'Slack did not answer in time. Please try again in a minute.';
}

/** SQLSTATE classes and socket errors that mean "no database", as opposed to "a wrong statement". */
const CONNECTION_TROUBLE = /^(08|57P0|53300|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN)/;
const CONNECTION_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end)/;

/** True for errors of `pg` that mean the database can't be reached, so that a caller may say "try again". */
export function isDatabaseTrouble(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  if (code !== undefined && CONNECTION_TROUBLE.test(code)) return true;
  if (CONNECTION_MESSAGES.test(error.message)) return true;
  return error instanceof AggregateError && error.errors.some(isDatabaseTrouble);
}

/**
 * The stable part of any error: ours, PostgreSQL's SQLSTATE, Node's or Slack's code. Never the message; and only what
 * has the form of a code, because the Slack SDK puts bodies that it can't read where the code should stand.
 */
export function errorCode(error: unknown): string | undefined {
  if (error === null || typeof error !== 'object') return undefined;
  if ('data' in error && isRecord(error.data) && isCode(error.data['error'])) return error.data['error'];
  return 'code' in error && isCode(error.code) ? error.code : undefined;
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9_.-]{1,79}$/.test(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}
