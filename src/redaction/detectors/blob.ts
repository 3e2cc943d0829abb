import { endOfMatch } from './pattern.ts';

const BLOB = /[a-z0-9]{1,40}(?:(?:-|\*{1,3})[a-z0-9]{1,20}){0,5}(?![a-z0-9])/iy;

let last: { readonly text: string; readonly at: number; readonly blob: string | undefined } | undefined;

/**
 * Letters, digits and inner hyphens or stars (licences of Washington) without a blank: how ids are written. Undefined where none stands.
 * Remembers its last answer: one detector after the other asks at the same place.
 */
export function blobAt(text: string, at: number): string | undefined {
  if (last === undefined || last.at !== at || last.text !== text) {
    const end = endOfMatch(BLOB, text, at);
    last = { text, at, blob: end === 0 ? undefined : text.slice(at, end) };
  }
  return last.blob;
}
