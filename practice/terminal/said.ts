import { WorkspaceRefusal } from '../client/call.ts';
import type { WorkspaceClient } from '../client.ts';

export const OPTIONS = {
  url: { type: 'string' },
  help: { type: 'boolean' },
  question: { type: 'string' },
  topic: { type: 'string' },
  state: { type: 'string' },
  member: { type: 'string' },
  exchange: { type: 'string' },
  team: { type: 'string' },
  irl: { type: 'boolean' },
  live: { type: 'boolean' },
} as const;

export type Said = {
  readonly question?: string | undefined;
  readonly topic?: string | undefined;
  readonly state?: string | undefined;
  readonly member?: string | undefined;
  readonly exchange?: string | undefined;
  readonly team?: string | undefined;
  readonly irl?: boolean | undefined;
  readonly live?: boolean | undefined;
};

export function needed(value: string | undefined, what: string): string {
  if (value) return value;
  throw new WorkspaceRefusal(`Say ${what}. \`npm run practice -- --help\` shows how.`);
}

/** `last` is the newest message of the channel. */
export async function timeOf(client: WorkspaceClient, channel: string, ts: string): Promise<string> {
  if (ts !== 'last') return ts;
  const last = (await client.messages(channel)).at(-1);
  if (last) return last.ts;
  throw new WorkspaceRefusal(`Nothing stands in ${channel} yet.`);
}

/** `last` is the newest reply in the newest thread: what somebody wants to mark is hardly ever the card itself. */
export async function replyTimeOf(client: WorkspaceClient, channel: string, ts: string): Promise<string> {
  if (ts !== 'last') return ts;
  const root = await timeOf(client, channel, ts);
  return (await client.thread(channel, root)).at(-1)?.ts ?? root;
}
