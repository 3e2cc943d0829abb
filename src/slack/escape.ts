/**
 * Words that people typed, made harmless.
 *
 * Where whole texts are shown (a question, a note) we use rich_text or plain_text elements: Slack shows those as they
 * are, and escaping would make a text of 3,000 characters five times as long. Names inside our own sentences stand in
 * mrkdwn, so they go through `escapeMrkdwn`; `blocks.ts` makes all mrkdwn `verbatim`, which leaves bare addresses alone.
 */

/** Control, bidi, zero-width and tag characters, and letters that are blank: they hide or reorder what is read. */
const INVISIBLE = /[^\P{Cc}\n\t]|\p{Cf}|[\u034f\u115f\u1160\u3164\uffa0]/gu;

/** Lines end in `\n`, surrogates come in pairs, and nothing is invisible. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '');
}

/** At most `max` UTF-16 units, never half a character; an ellipsis says that something is missing. */
export function clip(text: string, max: number): string {
  return join(Array.from(text), max);
}

/**
 * For names and notes inside mrkdwn: no mention, link, quote or formatting in them does anything.
 *
 * `& < >` have escapes; the signs of formatting have none, so a look-alike stands in for them. A `_` within a word
 * formats nothing and stays, because keys and handles have them.
 */
export function escapeMrkdwn(text: string, max = 3000): string {
  const harmless = plain(text)
    .replace(/^(\s*)>+/gm, '$1›')
    .replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (sign) => LOOKALIKE[sign] ?? sign);
  const shown = join(
    Array.from(harmless, (character) => ENTITY[character] ?? character),
    max,
  );
  // Cut off within a word, its `_` would be the last of it.
  return shown.replace(/_+…$/, (end) => end.replaceAll('_', 'ˍ'));
}

const LOOKALIKE: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Joins whole pieces (characters or entities) as far as they fit. */
function join(pieces: readonly string[], max: number): string {
  const whole = pieces.join('');
  if (whole.length <= max) return whole;
  let kept = '';
  for (const piece of pieces) {
    if (kept.length + piece.length > max - 1) break;
    kept += piece;
  }
  return `${kept}…`;
}
