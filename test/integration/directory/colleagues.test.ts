import { expect, test } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import { createColleagues } from '../../../src/directory/index.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { until } from '../../support/jobs.ts';
import { openRoom } from './room.ts';

function recorded() {
  const lines: string[] = [];
  return { lines, log: createLog(createLogger('debug', { write: (line) => void lines.push(line) })) };
}

test('Colleagues are called what Slack calls those who count: no bot, nobody who has left, nobody of another company.', async () => {
  await using room = await openRoom();
  const { log } = recorded();
  const colleagues = createColleagues({ ...room.deps, log });
  await until('the names are read', () => colleagues.names().length > 0);

  expect(colleagues.names()).toEqual(expect.arrayContaining(['Maya Brooks', 'Rosa Delgado']));
  for (const other of ['Pat Stone', 'Nico Reyes', 'Concierge Desk']) {
    expect(colleagues.names()).not.toContain(other);
  }
});

test('While Slack does not answer, nobody is known to be a colleague, and the log says so once.', async () => {
  await using room = await openRoom();
  const { lines, log } = recorded();
  const reads = new WebClient('xoxb-1', {
    slackApiUrl: 'http://127.0.0.1:1/',
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  const colleagues = createColleagues({ ...room.deps, slack: { reads }, log });
  await until('the failure is logged', () => lines.length > 0);

  expect([colleagues.names(), colleagues.names()]).toEqual([[], []]);
  expect(lines).toEqual([expect.stringContaining('directory.colleagues-unread')]);
});
