/**
 * A pattern that is tried at one place only. Written with bounded repetitions, so that a try costs a bounded time;
 * what may not stand behind it is checked by the pattern itself.
 */
export function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/** How many digits stand between two offsets. */
export function digitsIn(text: string, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}

export function onlyDigits(text: string): string {
  return text.replaceAll(/\D+/g, '');
}

const AROUND = 200;

/** Does a pattern stand near a place? Looked for in a bounded piece, so that a long text is read in linear time. */
export function standsNear(pattern: RegExp, text: string, at: number): boolean {
  return pattern.test(text.slice(Math.max(0, at - AROUND), at + AROUND));
}
