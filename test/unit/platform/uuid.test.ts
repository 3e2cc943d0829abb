import { afterEach, expect, jest, test } from '@jest/globals';
import { validate, version } from 'uuid';
import { uuidv7 } from '../../../src/platform/uuid.ts';

afterEach(() => {
  jest.useRealTimers();
});

test('ids are of version 7, all different, and grow, thousands within a millisecond and while the clock goes back', () => {
  jest.useFakeTimers({ now: Date.now() + 10_000 });
  const ids = Array.from({ length: 5_000 }, () => uuidv7());
  jest.setSystemTime(Date.now() - 5_000);
  ids.push(uuidv7());
  jest.setSystemTime(Date.now() + 5_001);
  ids.push(uuidv7());

  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});
