import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What a command needs to reach the database and Slack. */
export type Connection = {
  readonly databaseUrl: string;
  readonly slackApiUrl: string;
  readonly botToken: string | undefined;
};

/** Written by a running practice mode. */
const PracticeNote = z.object({ databaseUrl: z.string(), slackApiUrl: z.string(), botToken: z.string() });

/** The settings of the environment or, when there are none, the practice mode that runs in this folder. */
export function connectionFrom(env: Readonly<Record<string, string | undefined>>): Connection {
  const databaseUrl = env['DATABASE_URL'] ?? '';
  if (databaseUrl !== '') {
    const slackApiUrl = env['SLACK_API_URL'] ?? 'https://slack.com/api/';
    return { databaseUrl, slackApiUrl, botToken: env['SLACK_BOT_TOKEN'] };
  }
  const file = path.join(env['DATA_DIR'] ?? '.data', 'practice.json');
  if (!existsSync(file)) {
    throw new Error('Set DATABASE_URL, or start practice mode in this folder first: npm start');
  }
  return PracticeNote.parse(JSON.parse(readFileSync(file, 'utf8')));
}
