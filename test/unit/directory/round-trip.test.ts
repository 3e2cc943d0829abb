import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeChanges } from '../../../src/directory/diff.ts';
import { parseDirectory } from '../../../src/directory/parse.ts';
import { writeDirectory } from '../../../src/directory/write-file.ts';
import { aDirectory } from './arbitrary.ts';

/** Two places may happen to have one name; the file is refused for that, which is not what is shown here. */
const distinct = aDirectory.filter(({ careTeams, regions, topics }) =>
  [careTeams, regions, topics].every(
    (entries) => new Set(entries.map(({ name }) => name.toLowerCase())).size === entries.length,
  ),
);

describe('writing a directory', () => {
  test('gives a file that parses to the same directory', () => {
    fc.assert(
      fc.property(distinct, (directory) => {
        const parsed = parseDirectory(writeDirectory(directory));

        expect(parsed).toMatchObject({ kind: 'valid', directory });
      }),
      { numRuns: 50 },
    );
  });
});

describe('comparing directories', () => {
  test('a directory compared with itself has no changes', () => {
    fc.assert(
      fc.property(aDirectory, (directory) => {
        expect(describeChanges(directory, structuredClone(directory))).toEqual([]);
      }),
    );
  });

  test('two directories that differ always have a change to tell, each a sentence on one line', () => {
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        fc.pre(writeDirectory(before) !== writeDirectory(after));

        const changes = describeChanges(before, after);

        expect(changes.length).toBeGreaterThan(0);
        for (const change of changes) expect(change).toMatch(/^\S[^\n]*\.$/);
      }),
      { numRuns: 30 },
    );
  });
});
