import { expect, test } from '@jest/globals';
import { ViewId } from '../../../src/questions/ids.ts';
import { createPreviewed } from '../../../src/questions/previewed.ts';

const view = (at: number) => ViewId.parse(`V0FORM${at}`);

test('A form that shows a preview is known until it is drawn without one.', () => {
  const previewed = createPreviewed();
  expect(previewed.has(view(1))).toBe(false);
  previewed.add(view(1));
  previewed.add(view(2));
  previewed.remove(view(2));
  expect([previewed.has(view(1)), previewed.has(view(2))]).toEqual([true, false]);
});

test('Of very many forms the oldest are forgotten, so that memory does not grow.', () => {
  const previewed = createPreviewed();
  for (let at = 0; at < 1_500; at += 1) previewed.add(view(at));
  const known = Array.from({ length: 1_500 }, (_, at) => previewed.has(view(at)));
  expect(known.filter(Boolean)).toHaveLength(1_000);
  expect([known[0], known[1_499]]).toEqual([false, true]);
});
