import { expect, test } from '@jest/globals';
import { inTime, TookTooLong } from '../../../src/slack/deadline.ts';

test('Work that ends in time gives its result', async () => {
  await expect(inTime(Promise.resolve('stored'))).resolves.toBe('stored');
});

test('Work that fails in time fails as it did', async () => {
  await expect(inTime(Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('Work that never ends is not waited for, and the person learns that they may try again', async () => {
  const waiting = inTime(new Promise(() => {}), 1);
  await expect(waiting).rejects.toThrow(TookTooLong);
  expect(new TookTooLong().advice).toContain('nothing will be stored twice');
});
