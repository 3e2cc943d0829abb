import { expect, test } from '@jest/globals';
import { createTurns } from '../../../src/feedback/turn.ts';

test('all that arrive in one turn of the event loop go on together, step by step, and later ones by themselves', async () => {
  const arrived = createTurns();
  const steps: string[] = [];
  const work = async (name: string): Promise<void> => {
    await arrived();
    steps.push(`${name} read`);
    await Promise.resolve();
    steps.push(`${name} stored`);
  };

  const together = [work('a'), work('b')];
  await Promise.resolve();
  expect(steps).toEqual([]);
  await Promise.all(together);
  await work('c');

  expect(steps).toEqual(['a read', 'b read', 'a stored', 'b stored', 'c read', 'c stored']);
});
