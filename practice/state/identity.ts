/** Who and what this workspace is. Fixed, so that a test or a newcomer can name them. */
export const TEAM_ID = 'T0PRACTICE';
export const TEAM_NAME = 'Practice';
export const TEAM_DOMAIN = 'practice';
export const OTHER_TEAM_ID = 'T0ACME';
export const APP_ID = 'A0CONCIERGE';
export const BOT_USER_ID = 'U0CONCIERGE';
export const BOT_ID = 'B0CONCIERGE';
export const BOT_TOKEN = 'xoxb-practice';
export const APP_TOKEN = 'xapp-practice';
export const VERIFICATION_TOKEN = 'practice-verification';

/** Ids follow from names, so that nobody has to look them up: `care-keystone` is `C0CAREKEYSTONE`. */
export function idFor(prefix: string, name: string): string {
  return prefix + name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
