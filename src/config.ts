import { z } from 'zod';
import type { VaultKey } from './platform/vault.ts';

const EncryptionKeys = z.string().transform((text, context): [VaultKey, ...VaultKey[]] => {
  const keys = text.split(',').map((each) => {
    const [id = '', encoded = ''] = each.trim().split(':', 2);
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const [first, ...others] = keys;
  const ids = new Set(keys.map(({ id }) => id));
  const isWhole = keys.every(({ id, key }) => /^[A-Za-z0-9_-]{1,40}$/.test(id) && key.length === 32);
  if (first && isWhole && ids.size === keys.length) return [first, ...others];
  context.addIssue('must be one or more of "name:key", separated by commas, each key 32 bytes in base64');
  return z.NEVER;
});

const Secret = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length >= 32, 'must be at least 32 bytes in base64');

const Pattern = z.string().transform((text, context) => {
  try {
    return new RegExp(`^(?:${text})$`, 'i');
  } catch {
    context.addIssue('must be a regular expression');
    return z.NEVER;
  }
});

/** Standard Webhooks: at least 24 bytes in base64, after whsec_. Several of one name: one sender, whose key rotates. */
const WebhookSecrets = z.string().transform((text, context) => {
  const keys = text.split(',').map((each) => {
    const [, sender = 'website', encoded = ''] = /^(?:([^:]*):)?whsec_(.*)$/.exec(each.trim()) ?? [];
    return { sender, key: Buffer.from(encoded, 'base64') };
  });
  if (keys.every(({ sender, key }) => /^[a-z0-9][a-z0-9_-]{0,39}$/.test(sender) && key.length >= 24))
    return keys;
  context.addIssue(
    'must be one or more of "whsec_key" or "sender:whsec_key", separated by commas, each key 24 bytes or more in base64',
  );
  return z.NEVER;
});

const Hosts = z.string().transform((text, context) => {
  const hosts = text.split(',').map((host) => host.trim().toLowerCase());
  if (hosts.every((host) => /^[a-z0-9-]+([.][a-z0-9-]+)+$/.test(host))) return hosts;
  context.addIssue('must be names of hosts, separated by commas');
  return z.NEVER;
});

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

const Settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address like postgres://…' })
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(16, 'is too short for a signing secret').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
  SLACK_API_URL: z.url({ error: 'must be an address' }).default('https://slack.com/api/'),
  SLACK_POSTS_PER_SECOND: z.coerce.number().min(0).max(1000).default(1),
  SLACK_UPDATES_PER_MINUTE: z.coerce.number().min(0).max(100_000).default(50),
  ENCRYPTION_KEYS: EncryptionKeys.optional(),
  FINGERPRINT_SECRET: Secret.optional(),
  MEMBER_ID_PATTERN: Pattern.prefault('R\\d{6}'),
  MEMBER_ID_HINT: z.string().min(1).max(200).default('R and six digits, such as R123456'),
  MEMBER_ID_IN_SLACK: z.enum(['token', 'masked', 'full'], 'must be token, masked or full').default('token'),
  REVEAL_NEEDS_REASON: z.enum(['on', 'off'], 'must be on or off').default('on'),
  REDACTION_PREVIEW: z.enum(['on', 'off'], 'must be on or off').default('on'),
  ANNOUNCEMENT_APPROVAL: z.enum(['on', 'off'], 'must be on or off').default('off'),
  ANNOUNCEMENT_EMOJI: z.enum(['any-team', 'own-team'], 'must be any-team or own-team').default('any-team'),
  FEEDBACK_WEBHOOK_SECRETS: WebhookSecrets.optional(),
  FEEDBACK_LINK_HOSTS: Hosts.optional(),
  FEEDBACK_SILENT: z.enum(['count', 'post'], 'must be count or post').default('count'),
  FEEDBACK_PER_SECOND: z.coerce.number().int().min(50).max(100_000).default(1000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PORT: port(3000),
  PRACTICE_PORT: port(3100),
  DATA_DIR: z.string().min(1).default('.data'),
  LOOK_UP_AFTER_SECONDS: z.coerce.number().min(0).max(600).default(30),
});

export const SETTINGS = Object.keys(Settings.shape);

type Common = Pick<
  z.infer<typeof Settings>,
  | 'MEMBER_ID_PATTERN'
  | 'MEMBER_ID_HINT'
  | 'MEMBER_ID_IN_SLACK'
  | 'REVEAL_NEEDS_REASON'
  | 'REDACTION_PREVIEW'
  | 'ANNOUNCEMENT_APPROVAL'
  | 'ANNOUNCEMENT_EMOJI'
  | 'FEEDBACK_WEBHOOK_SECRETS'
  | 'FEEDBACK_LINK_HOSTS'
  | 'FEEDBACK_SILENT'
  | 'FEEDBACK_PER_SECOND'
  | 'LOG_LEVEL'
  | 'PORT'
  | 'DATA_DIR'
  | 'DATABASE_URL'
  | 'SLACK_POSTS_PER_SECOND'
  | 'SLACK_UPDATES_PER_MINUTE'
  | 'LOOK_UP_AFTER_SECONDS'
>;

export type SlackConfig = {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly transport:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
};
export type SecretsConfig = {
  readonly encryptionKeys: readonly [VaultKey, ...VaultKey[]];
  readonly fingerprintSecret: Buffer;
};

export type Config = Common &
  (
    | { readonly mode: 'practice'; readonly practicePort: number }
    | { readonly mode: 'slack'; readonly slack: SlackConfig; readonly secrets: SecretsConfig }
  );

const FOR_SLACK = [
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'ENCRYPTION_KEYS',
  'FINGERPRINT_SECRET',
] as const;

/** Reports every problem at once, and never echoes a value: most of them are secrets. */
export class ConfigTrouble extends Error {}

/** With none of Slack's settings it is practice mode; with some but not all of them it is an error that names the others. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // A setting left empty in a file is one that isn't given.
  const env = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Settings.safeParse(env);
  const given = FOR_SLACK.filter((name) => name in env);
  const missing = given.length === 0 ? [] : missingForSlack(env);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  if (!parsed.success || missing.length > 0) throw new ConfigTrouble(report([...problems, ...missing]));

  const { data } = parsed;
  const slack = slackConfig(data);
  return slack === undefined
    ? { ...data, mode: 'practice', practicePort: data.PRACTICE_PORT }
    : { ...data, mode: 'slack', ...slack };
}

const Secrets = Settings.pick({ ENCRYPTION_KEYS: true, FINGERPRINT_SECRET: true }).required();

/** For commands that open or check what is stored, and don't speak to Slack. */
export function parseSecrets(env: Readonly<Record<string, string | undefined>>): SecretsConfig {
  const parsed = Secrets.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new ConfigTrouble(report(problems));
  }
  return {
    encryptionKeys: parsed.data.ENCRYPTION_KEYS,
    fingerprintSecret: parsed.data.FINGERPRINT_SECRET,
  };
}

function missingForSlack(env: object): string[] {
  const lacks = (name: string): boolean => !(name in env);
  const missing = ['SLACK_BOT_TOKEN', 'ENCRYPTION_KEYS', 'FINGERPRINT_SECRET']
    .filter(lacks)
    .map((name) => `${name} is missing`);
  if (lacks('SLACK_SIGNING_SECRET') && lacks('SLACK_APP_TOKEN')) {
    missing.push('SLACK_SIGNING_SECRET (for HTTP) or SLACK_APP_TOKEN (for Socket Mode) is missing');
  }
  if (lacks('SLACK_APP_TOKEN') && lacks('DATABASE_URL')) {
    missing.push(
      'DATABASE_URL is missing: over HTTP there may be several instances, which need one database',
    );
  }
  return missing;
}

function slackConfig(
  data: z.infer<typeof Settings>,
): { slack: SlackConfig; secrets: SecretsConfig } | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = data;
  const { ENCRYPTION_KEYS: encryptionKeys, FINGERPRINT_SECRET: fingerprintSecret } = data;
  if (botToken === undefined || encryptionKeys === undefined || fingerprintSecret === undefined)
    return undefined;
  const secrets = { encryptionKeys, fingerprintSecret };
  const common = { botToken, apiUrl: data.SLACK_API_URL };
  if (appToken !== undefined)
    return { slack: { ...common, transport: { kind: 'socket', appToken } }, secrets };
  if (signingSecret === undefined) return undefined;
  return { slack: { ...common, transport: { kind: 'http', signingSecret } }, secrets };
}

function report(problems: readonly string[]): string {
  return [
    'The settings are not complete. .env.example explains each of them.',
    ...problems.map((problem) => `  - ${problem}`),
    'Without any SLACK_… or secret setting, `npm start` runs practice mode.',
  ].join('\n');
}
