import { type Detector, isMark, MARK, startOf, take } from '../scene.ts';
import { endOfMatch } from './pattern.ts';

const DOMAIN = /@[a-z0-9](?:[a-z0-9-]{0,62}\.){1,5}[a-z]{2,24}(?![a-z0-9])/iy;
const LONGEST_LOCAL = 64;

/**
 * Takes rosa.lee+ins@example.com, O'Neil@example.org. Not "@here", not "meet @ 5".
 * Found from its `@` and read backwards with a bound: a run of letters before an `@` may be a whole document.
 */
export const email: Detector = (scene, token) => {
  if (!isMark(scene, token, MARK.at)) return 0;
  const at = startOf(scene, token);
  const end = endOfMatch(DOMAIN, scene.text, at);
  if (end === 0) return 0;
  const start = localStart(scene.text, at);
  return start < at ? take(scene, 'email.address', start, end) : 0;
};

function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function isLocal(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    ((code | 32) >= 97 && (code | 32) <= 122) ||
    code === MARK.dot ||
    code === MARK.plus ||
    code === MARK.dash ||
    code === MARK.underscore ||
    code === MARK.apostrophe ||
    code === 37
  );
}
