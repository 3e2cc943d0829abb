import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { z } from 'zod';
import { errorCode } from './errors.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Ids and redacted text are branded, words of our own are literals; a bare string is neither, so it can't be logged. */
export type Fact = (string & z.core.$brand) | number | boolean | Date | undefined | null;
type Safe<Value> = Value extends z.core.$brand
  ? Value
  : Value extends string
    ? Literal<Value>
    : Value extends Fact
      ? Value
      : never;
export type Facts<Values> = { readonly [Name in keyof Values]: Safe<Values[Name]> };

/** Accepts words written in the source and refuses those assembled at run time, template strings included. */
type Literal<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;

type Write = <Event extends string, Values extends object = object>(
  event: Event & Literal<Event>,
  facts?: Facts<Values>,
) => void;

export type Log = {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  /** Keeps the error's class, code and stack frames; its message may repeat what a person typed and is dropped. */
  readonly failure: <Event extends string, Values extends object = object>(
    event: Event & Literal<Event>,
    error: unknown,
    facts?: Facts<Values>,
  ) => void;
};

export function createLog(logger: Logger): Log {
  return {
    debug: (event, facts) => logger.debug({ event, ...facts }),
    info: (event, facts) => logger.info({ event, ...facts }),
    warn: (event, facts) => logger.warn({ event, ...facts }),
    failure: (event, error, facts) => logger.error({ event, error: describeError(error), ...facts }),
  };
}

export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

type DescribedError = {
  readonly type: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack: readonly string[];
  readonly cause?: DescribedError;
};

/** An error without its message: PostgreSQL, JSON.parse and libraries put values that people typed there. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const code = errorCode(error);
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
  return {
    type: error.constructor.name,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    stack: stackFrames(error),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

/**
 * The stack without what stands before its frames. A message may span lines that look like frames, so it is cut away
 * whole; should it have been changed since, only lines that name a file of ours or of Node's get through.
 */
function stackFrames({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  return stack
    .slice(at === -1 ? 0 : at + message.length)
    .split('\n')
    .filter(isFrame)
    .slice(0, 12)
    .map((line) => line.trim().slice(3, 303));
}

const ROOT = path.join(import.meta.dirname, '../..');
const ROOTS = ['node:', ROOT, pathToFileURL(ROOT).pathname];
const FRAME = /^ {4}at (?:[\w$.<>#[\] ]+ \()?(?:file:\/\/)?(.+):\d+:\d+\)?$/;

function isFrame(line: string): boolean {
  const file = FRAME.exec(line)?.[1];
  return file !== undefined && ROOTS.some((root) => file.startsWith(root));
}
