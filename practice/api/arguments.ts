import { isJson, type Json, objectsIn } from '../json.ts';
import { refuse } from './refusal.ts';

/** These travel as JSON text within a form. */
const JSON_KEYS = ['blocks', 'attachments', 'metadata', 'view', 'outputs', 'file_ids', 'files'];

/** A request's arguments, from the form that the SDK sends or from a JSON body. */
export function parseArguments(contentType: string, body: string): Json {
  if (contentType.startsWith('application/json')) return parseJsonBody(body);
  const args: Json = Object.fromEntries(new URLSearchParams(body));
  for (const key of JSON_KEYS) if (typeof args[key] === 'string') args[key] = parseText(args[key]);
  return args;
}

function parseJsonBody(body: string): Json {
  const parsed = parseText(body || '{}');
  return isJson(parsed) ? parsed : {};
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Reads arguments by kind, with Slack's answer when one that is needed is missing. */
export function readArguments(args: Json) {
  const text = (name: string): string | undefined => {
    const value = args[name];
    if (typeof value === 'string') return value === '' ? undefined : value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
  };
  return {
    all: args,
    text,
    needed: (name: string, error = 'invalid_arguments'): string =>
      text(name) ??
      refuse(error, { response_metadata: { messages: [`[ERROR] missing required field: ${name}`] } }),
    flag: (name: string): boolean => args[name] === true || args[name] === 'true' || args[name] === '1',
    has: (name: string): boolean => args[name] !== undefined,
    number: (name: string): number | undefined => {
      const value = Number(text(name));
      return text(name) !== undefined && Number.isFinite(value) ? value : undefined;
    },
    object: (name: string): Json | undefined => (isJson(args[name]) ? args[name] : undefined),
    objects: (name: string): Json[] | undefined =>
      Array.isArray(args[name]) ? objectsIn(args[name]) : undefined,
    words: (name: string): string[] =>
      (text(name) ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
  };
}

export type Arguments = ReturnType<typeof readArguments>;
