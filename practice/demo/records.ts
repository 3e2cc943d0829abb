import pg from 'pg';

/** A question as the database has it. */
export type Kept = {
  readonly askedBy: string;
  readonly channelId: string;
  readonly tier: number;
  readonly status: string;
  readonly happened: readonly string[];
  /** How many cards it has. */
  readonly cards: number;
};

export type Records = {
  readonly questionOf: (channel: string, ts: string) => Promise<Kept | undefined>;
  readonly count: () => Promise<number>;
  /** Messages that are not where they should be, by state. */
  readonly unfinished: () => Promise<readonly string[]>;
  /** Every row of every table, as text. */
  readonly dump: () => Promise<string>;
  readonly close: () => Promise<void>;
};

export async function openRecords(databaseUrl: string): Promise<Records> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(sql, values)).rows;
  return {
    questionOf: async (channel, ts) => (await rows<Kept>(QUESTION, [channel, ts]))[0],
    count: async () => Number((await rows<{ count: string }>('select count(*) from questions'))[0]?.count),
    unfinished: async () => {
      const found = await rows<{ view: string; state: string; code: string | null }>(UNFINISHED);
      return found.map(({ view, state, code }) => `${view} is ${state} (${code ?? 'no reason given'})`);
    },
    dump: async () => {
      const tables = await rows<{ name: string }>(TABLES);
      const pages: unknown[] = [];
      for (const { name } of tables) pages.push(await rows(`select t::text from ${name} t`));
      return JSON.stringify(pages);
    },
    close: async () => await client.end(),
  };
}

const QUESTION = `
  select q.asked_by as "askedBy", q.channel_id as "channelId", q.tier, q.status,
    (select array_agg(e.kind order by e.position) from question_events e where e.question_id = q.id) as happened,
    (select count(*)::int from question_cards other where other.question_id = q.id) as cards
  from outbox o join question_cards c on c.outbox_id = o.id join questions q on q.id = c.question_id
  where o.channel_id = $1 and o.ts = $2`;

/** An update that another one overtook, or that came before its message, was dropped with good reason. */
const UNFINISHED = `
  select view, state, error_code as code from outbox
  where state not in ('done', 'dropped') or (state = 'dropped' and kind <> 'update')`;

const TABLES = `
  select format('%I.%I', table_schema, table_name) as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
