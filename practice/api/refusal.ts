import type { Json } from '../json.ts';

/** Slack's "no": `{ ok: false, error }`. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function refuse(code: string, details?: Json): never {
  throw new Refusal(code, details);
}
