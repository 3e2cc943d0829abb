import { expect, test } from '@jest/globals';
import { saysAway } from '../../../src/directory/away.ts';

test.each([
  [':palm_tree:', ''],
  [':face_with_thermometer:', 'Out sick'],
  ['', 'OOO until Monday'],
  ['', 'Out of office'],
  ['', 'Out of the office, call Lee'],
  [':spiral_calendar_pad:', 'On vacation'],
  ['', 'on leave'],
])('the status %s %s says that somebody is out of office', (status_emoji, status_text) => {
  expect(saysAway({ status_emoji, status_text })).toBe(true);
});

test.each([
  ['', ''],
  [':spiral_calendar_pad:', 'In a meeting'],
  [':bus:', 'Commuting'],
  [':house_with_garden:', 'Working remotely'],
  ['', 'Looking for a room with a view'],
])('the status %s %s does not', (status_emoji, status_text) => {
  expect(saysAway({ status_emoji, status_text })).toBe(false);
});

test('no status at all does not', () => {
  expect(saysAway({})).toBe(false);
});
