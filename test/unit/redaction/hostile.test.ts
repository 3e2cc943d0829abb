import { describe, expect, test } from '@jest/globals';
import { createScan, DEFAULT_POLICY } from '../../../src/redaction/index.ts';
import { HOSTILE_PIECES } from '../../support/hostile-pieces.ts';

const scan = createScan(DEFAULT_POLICY);
/** Repetitions of a piece up to a length, and the time of the quickest of some scans of it. */
function quickest(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const times = Array.from({ length: 5 }, () => {
    const from = process.cpuUsage();
    scan(text);
    const { user, system } = process.cpuUsage(from);
    return user + system;
  });
  return Math.min(...times);
}

describe('on hostile input', () => {
  test.each(HOSTILE_PIECES)(
    '%j: sixteen times the text takes about sixteen times as long, not 256 times',
    (piece) => {
      quickest(piece, 6_250);
      const small = quickest(piece, 6_250);
      const large = quickest(piece, 100_000);

      // Linear is 16, quadratic 256. A floor keeps what takes no time at all from looking steep.
      expect(large / Math.max(small, 1_000)).toBeLessThan(64);
    },
  );
});
