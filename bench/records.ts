import pg from 'pg';
import type { WorkspaceClient } from '../practice/client.ts';

const LONGEST_WAIT_MS = 5 * 60_000;
const BETWEEN_LOOKS_MS = 100;

/** Waits until that many cards have been posted; answers with how many there are when the time is up. */
export async function cardsPosted(databaseUrl: string, wanted: number): Promise<number> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  return await withClient(databaseUrl, async (client) => {
    for (;;) {
      const posted = await count(
        client,
        `outbox where view = 'questions.card' and kind = 'post' and state = 'done'`,
      );
      if (posted >= wanted || performance.now() > deadline) return posted;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
  });
}

export async function questionsStored(databaseUrl: string): Promise<number> {
  return await withClient(databaseUrl, async (client) => await count(client, 'questions'));
}

/** Counted in the workspace itself, message by message. */
export async function cardsStanding(client: WorkspaceClient): Promise<number> {
  const channels = await client.channels();
  const pages = await Promise.all(channels.map(async ({ id }) => await client.messages(id)));
  return new Set(pages.flat().map(({ channel, ts }) => `${channel} ${ts}`)).size;
}

async function count(client: pg.Client, what: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from ${what}`);
  return Number(rows[0]?.count);
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
