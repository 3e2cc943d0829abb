import { describe, expect, test } from '@jest/globals';
import { Crowded, createGroup } from '../../../src/feedback/group.ts';

const turn = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

/** A commit that ends when it is told to. */
function slowCommits() {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const commit = async (items: readonly number[]) => {
    groups.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    return items.map((item) => item * 10);
  };
  return { groups, commit, endAll: () => ends.splice(0).forEach((end) => end()) };
}

describe('Group commit', () => {
  test('shares a commit among all that came while another was under way, and gives each its own verdict', async () => {
    const { groups, commit, endAll } = slowCommits();
    const group = createGroup(commit, () => false);

    const first = [group.add(1), group.add(2)];
    await turn();
    const second = [group.add(3)];
    await turn();
    second.push(...[4, 5, 6].map(async (item) => await group.add(item)));
    await turn();
    expect(groups).toEqual([[1, 2]]);
    expect(group.waiting()).toBe(4);

    endAll();
    expect(await Promise.all(first)).toEqual([10, 20]);
    endAll();
    expect(await Promise.all(second)).toEqual([30, 40, 50, 60]);
    expect(groups).toEqual([
      [1, 2],
      [3, 4, 5, 6],
    ]);
  });

  test('begins by itself again after it had nothing to do', async () => {
    const group = createGroup(
      async (items: readonly number[]) => await Promise.resolve(items),
      () => false,
    );

    expect(await group.add(1)).toBe(1);
    await turn();
    expect(await group.add(2)).toBe(2);
  });

  test('does not let one item trouble the others', async () => {
    const group = createGroup(
      async (items: readonly number[]) => {
        if (items.includes(13)) throw new Error('unlucky');
        return await Promise.resolve(items);
      },
      () => false,
    );

    const all = await Promise.allSettled([1, 2, 13, 4, 5].map(async (item) => await group.add(item)));

    expect(all.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  test('does not try again one by one what fails for all', async () => {
    let commits = 0;
    const group = createGroup(
      async () => {
        commits += 1;
        return await Promise.reject(new Error('no database'));
      },
      () => true,
    );

    const all = await Promise.allSettled([1, 2, 3].map(async (item) => await group.add(item)));

    expect(all.every(({ status }) => status === 'rejected')).toBe(true);
    expect(commits).toBe(1);
  });

  test('refuses more than may wait, and forgets none of those that do', async () => {
    const { commit, endAll } = slowCommits();
    const group = createGroup(commit, () => false);
    const answers: Promise<unknown>[] = [];
    for (let item = 0; item < 12_000; item += 1) answers.push(group.add(item).catch((error) => error));
    let open = true;
    const ending = (async () => {
      while (open) {
        endAll();
        await turn();
      }
    })();

    const settled = await Promise.all(answers);
    open = false;
    await ending;

    expect(settled.filter((each) => each instanceof Crowded)).toHaveLength(2_000);
    expect(settled.filter((each) => typeof each === 'number')).toHaveLength(10_000);
  });
});
