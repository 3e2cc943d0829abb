import type { Finding } from './finding.ts';

const CHUNK = 8_000;
/** What a chunk sees of its neighbours, on either side: longer than any finding and its labels. */
const OVERLAP = 500;

/**
 * Scans a long text piece by piece. Each piece sees some of the text before and behind it, and answers only for the
 * findings that begin within it; one that reaches into the next goes on there.
 */
export function inChunks(text: string, scan: (chunk: string) => readonly Finding[]): readonly Finding[] {
  if (text.length <= CHUNK + OVERLAP) return scan(text);
  const findings: Finding[] = [];
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= CHUNK + OVERLAP ? text.length : blankBefore(text, from + CHUNK);
    const first = from === 0 ? 0 : blankBefore(text, from - OVERLAP);
    const last = to === text.length ? to : blankBefore(text, to + OVERLAP);
    for (const { start, end, ...rest } of scan(text.slice(first, last))) {
      if (start + first >= from && start + first < to)
        add(findings, { start: start + first, end: end + first, ...rest });
    }
    from = to;
  }
  return findings;
}

/** A finding that began in the chunk before may reach over one of this chunk. */
function add(findings: Finding[], next: Finding): void {
  const last = findings.at(-1);
  if (!last || last.end <= next.start) findings.push(next);
  else if (next.end > last.end) findings[findings.length - 1] = { ...last, end: next.end };
}

/** The nearest blank before an offset; without one near, the offset, unless it would cut a character in two. */
function blankBefore(text: string, offset: number): number {
  for (let at = offset; at > offset - OVERLAP / 2; at -= 1) {
    if (text.charCodeAt(at) <= 32) return at;
  }
  const isHalf = (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  return isHalf ? offset - 1 : offset;
}
