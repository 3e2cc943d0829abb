import { describe, expect, test } from '@jest/globals';
import { paceOf } from '../../../src/feedback/digest.ts';

describe('How far ahead of Slack messages are queued', () => {
  test('is a few seconds, and comments are combined once more than 20 seconds of posting wait', () => {
    expect(paceOf(1)).toEqual({ ahead: 3, mostWaiting: 20 });
    expect(paceOf(10)).toEqual({ ahead: 30, mostWaiting: 200 });
    expect(paceOf(0.2)).toEqual({ ahead: 3, mostWaiting: 4 });
  });

  test('has no bound without a limit: then nothing is ever combined', () => {
    expect(paceOf(0).mostWaiting).toBe(Number.POSITIVE_INFINITY);
  });
});
