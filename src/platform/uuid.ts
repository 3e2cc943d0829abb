import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Drawn for many ids at once: asking for sixteen bytes alone costs more than all the rest of an id. */
const drawn = new Uint8Array(16 * 256);
let used = drawn.length;

const last = { msecs: 0, seq: 0 };

/** A new UUID of version 7. Those of one process grow, also within a millisecond and when the clock goes back. */
export function uuidv7(): string {
  const random = drawSixteen();
  const now = Date.now();
  if (now > last.msecs) {
    last.msecs = now;
    // Thirty of the thirty-two bits, so that counting on from there doesn't overflow.
    last.seq =
      (((random[6] ?? 0) & 0x3f) << 24) |
      ((random[7] ?? 0) << 16) |
      ((random[8] ?? 0) << 8) |
      (random[9] ?? 0);
  } else last.seq += 1;
  return v7({ ...last, random });
}

function drawSixteen(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += 16;
  return drawn.subarray(used - 16, used);
}
