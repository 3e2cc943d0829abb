import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { masked, normalMemberId } from '../../../src/members/member-id.ts';

describe('a member ID in its normal form', () => {
  test.each([
    'R111111',
    'r111111',
    ' R111111 ',
    'R 111 111',
    'R-111-111',
    'r‑111–111',
    'R\u00a0111111',
    '\tr1 1-1 1-1 1',
  ])('is the same for %j', (typed) => {
    expect(normalMemberId(typed)).toBe('R111111');
  });

  test('stays as it is when normalised again', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const normal = normalMemberId(typed);

        expect(normalMemberId(normal)).toBe(normal);
      }),
    );
  });
});

describe('a masked member ID', () => {
  test.each([
    ['R111111', 'R•••111'],
    ['OSC123456', 'O•••456'],
    ['R1234', '•••'],
    ['', '•••'],
  ])('%s is shown as %s', (memberId, shown) => {
    expect(masked(memberId)).toBe(shown);
  });
});
