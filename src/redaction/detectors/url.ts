import { type Detector, endOf, isGlued, isMark, MARK, type Scene, startOf, take } from '../scene.ts';
import { KIND } from '../tokens.ts';
import { endOfMatch } from './pattern.ts';

const WEB = /(?:https?|ftp):\/\/[^\s<>"|]{1,2000}|www\.[a-z0-9-]{1,63}\.[^\s<>"|]{2,2000}/iy;
const DOMAIN =
  /[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:com|net|org|io|co|us|info|biz|me|app|dev|health|care|edu)(?![a-z0-9-])(?:\/[^\s<>"|]{0,500})?/iy;
const GOVERNMENT = /^(?:https?:\/\/)?[a-z0-9.-]{1,200}\.(?:gov|mil)(?:[/?#]|$)/i;

/** Takes https://portal.example.com/u/8821 and rosalee.com. Not www.cms.gov: what a government publishes points at nobody. */
export const url: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const first = scene.text.charCodeAt(start) | 32;
  if (first !== 104 && first !== 119 && first !== 102) return 0;
  const end = mayBegin(scene, token) ? endOfMatch(WEB, scene.text, start) : 0;
  if (end > 0)
    return isGovernment(scene.text, start, end) ? 0 : take(scene, 'url.web', start, trimmed(scene.text, end));
  return 0;
};

/** Asked at a word with a dot glued behind it. */
export const domain: Detector = (scene, token) => {
  if (!isMark(scene, token + 1, MARK.dot) || !isGlued(scene, token + 1) || !isGlued(scene, token + 2))
    return 0;
  if (!mayBegin(scene, token)) return 0;
  const end = endOfMatch(DOMAIN, scene.text, startOf(scene, token));
  return end > 0 ? take(scene, 'url.domain', startOf(scene, token), trimmed(scene.text, end)) : 0;
};

/** Not within a longer piece, such as an e-mail address or a path. */
function mayBegin(scene: Scene, token: number): boolean {
  if (!isGlued(scene, token)) return true;
  const kind = scene.tokens.kind[token - 1];
  if (kind === KIND.sealed) return true;
  const before = scene.text.charCodeAt(endOf(scene, token - 1) - 1);
  return (
    before === MARK.open ||
    before === MARK.colon ||
    before === MARK.equals ||
    before === MARK.comma ||
    before === 60 ||
    before === 34
  );
}

function isGovernment(text: string, start: number, end: number): boolean {
  return GOVERNMENT.test(text.slice(start, Math.min(end, start + 200)));
}

/** A full stop or bracket at the end belongs to the sentence. */
function trimmed(text: string, end: number): number {
  let at = end;
  while (at > 0 && '.,;:!?)\'"'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}
