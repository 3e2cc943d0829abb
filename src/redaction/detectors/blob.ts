import { endOfMatch } from './pattern.ts';

const BLOB = /[a-z0-9]{1,40}(?:-[a-z0-9]{1,20}){0,5}(?![a-z0-9])/iy;

/** Letters, digits and inner hyphens without a blank: how ids are written. Undefined where none stands. */
export function blobAt(text: string, at: number): string | undefined {
  const end = endOfMatch(BLOB, text, at);
  return end === 0 ? undefined : text.slice(at, end);
}
