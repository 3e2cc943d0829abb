import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Usage } from './command.ts';

/** What a command needs to reach the database and Slack. */
export type Connection = {
  readonly databaseUrl: string;
  readonly slackApiUrl: string;
  readonly botToken: string | undefined;
};

/** Written by a running practice mode. */
const PracticeNote = z.object({
  databaseUrl: z.string(),
  slackApiUrl: z.string(),
  botToken: z.string(),
  webhook: z.object({ url: z.string(), secret: z.string() }).optional(),
});

/** The settings of the environment or, when there are none, the practice mode that runs in this folder. */
export function connectionFrom(env: Readonly<Record<string, string | undefined>>): Connection {
  const databaseUrl = env['DATABASE_URL'] ?? '';
  if (databaseUrl !== '') {
    const slackApiUrl = env['SLACK_API_URL'] ?? 'https://slack.com/api/';
    return { databaseUrl, slackApiUrl, botToken: env['SLACK_BOT_TOKEN'] };
  }
  return practiceNote(env, 'DATABASE_URL');
}

/** Where comments are sent, and the secret to sign them with: as told, or those of the practice mode that runs here. */
export function webhookFrom(
  env: Readonly<Record<string, string | undefined>>,
  url: string | undefined,
): { readonly url: string; readonly secret: string } {
  const [secret = ''] = (env['FEEDBACK_WEBHOOK_SECRETS'] ?? '').split(',');
  if (url !== undefined && secret !== '') return { url, secret: secret.replace(/^[^:]*:/, '') };
  const { webhook } = practiceNote(env, 'FEEDBACK_WEBHOOK_SECRETS and --url');
  if (!webhook) throw new Usage('Start practice mode again: the one that runs is of an earlier release.');
  return webhook;
}

function practiceNote(env: Readonly<Record<string, string | undefined>>, instead: string) {
  const file = path.join(env['DATA_DIR'] ?? '.data', 'practice.json');
  if (!existsSync(file)) {
    throw new Usage(`Set ${instead}, or start practice mode in this folder first: npm start`);
  }
  return PracticeNote.parse(JSON.parse(readFileSync(file, 'utf8')));
}
