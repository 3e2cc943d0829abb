import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createRedactor } from '../../../src/redaction/index.ts';
import { filesOf, readRows, SETS } from './rows.ts';

const PINNED = new URL('../../phi/outcomes.txt', import.meta.url);
const FILES = SETS.flatMap(filesOf);

/** What becomes of every row, so that a change shows what it moves. `PIN_REDACTION=1 npm test -- outcomes` pins anew. */
function outcomes(): string {
  const redact = createRedactor();
  return `${FILES.flatMap(readRows)
    .map(({ id, text }) => `${id}\t${redact(text).text}`)
    .join('\n')}\n`;
}

test('every row comes out as it is pinned', () => {
  const now = outcomes();
  // oxlint-disable-next-line node/no-process-env -- a developer's switch, not a setting
  if (process.env['PIN_REDACTION'] === '1') writeFileSync(PINNED, now);

  expect(now.split('\n')).toEqual(readFileSync(PINNED, 'utf8').split('\n'));
});
