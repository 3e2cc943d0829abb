const CREDENTIALS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'];

/** The screen of the practice workspace never runs where the credentials of a real one are at hand. */
export function refuseBesideSlack(env: Readonly<Record<string, string | undefined>>): void {
  const found = CREDENTIALS.filter((name) => env[name] !== undefined && env[name] !== '');
  if (found.length === 0) return;
  throw new Error(`The practice workspace does not start beside credentials of Slack: ${found.join(', ')}.`);
}
