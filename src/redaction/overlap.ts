import type { Finding } from './finding.ts';

/** Of takes that share a place the longest stays, then the surer one. Returned in order of the text. */
export function withoutOverlaps(takes: readonly Finding[]): readonly Finding[] {
  if (isApart(takes)) return takes;
  const inOrder = sorted(takes);
  const kept: Finding[] = [];
  for (const next of inOrder) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) kept.push(next);
    else kept[kept.length - 1] = merged(last, next);
  }
  return kept;
}

function isApart(takes: readonly Finding[]): boolean {
  let last = 0;
  for (const { start, end } of takes) {
    if (start < last) return false;
    last = end;
  }
  return true;
}

/** Both places go; the longer of the two says what they are. */
function merged(a: Finding, b: Finding): Finding {
  const stronger =
    b.end - b.start > a.end - a.start || (b.end - b.start === a.end - a.start && b.score > a.score) ? b : a;
  return { ...stronger, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

const FEW = 32;

/** The few takes of a message are sorted in place of a call for each comparison; many are left to the platform. */
function sorted(takes: readonly Finding[]): Finding[] {
  if (takes.length > FEW) return takes.toSorted(order);
  const inOrder: Finding[] = [];
  for (const next of takes) {
    let at = inOrder.length;
    for (let before = inOrder[at - 1]; before && order(before, next) > 0; before = inOrder[at - 1]) {
      inOrder[at] = before;
      at -= 1;
    }
    inOrder[at] = next;
  }
  return inOrder;
}

function order(a: Finding, b: Finding): number {
  return a.start - b.start || b.end - a.end || b.score - a.score;
}
