import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
export type Trx = Transaction<Schema>;
/** For figures about what another room keeps: it sees the views that are meant for that, and writes nothing. */
export type Views = ReadonlyKysely<Pick<Schema, 'askedQuestions'>>;

export function viewsOf(db: Database): Views {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as Kysely's documentation says: they differ in what they forbid
  return db as never;
}

/**
 * A form must be answered within Slack's three seconds, so nobody waits longer than this for a connection,
 * and a statement that takes longer than the second figure is ended by the server.
 */
const CONNECT_MS = 2_000;
const STATEMENT_MS = 15_000;

export type ConnectOptions = {
  readonly max?: number;
  readonly connectMs?: number;
  /** 0 for work that may take as long as it takes. */
  readonly statementMs?: number;
  /** Told of connections that break while idle; the pool opens new ones by itself. */
  readonly onIdleError?: (error: Error) => void;
};

export function connect(
  url: string,
  {
    max = 10,
    connectMs = CONNECT_MS,
    statementMs = STATEMENT_MS,
    onIdleError = () => {},
  }: ConnectOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'concierge-desk',
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    keepAlive: true,
  });
  pool.on('error', onIdleError);
  pool.on('connect', prepareMarked);
  // The pool stops listening to a connection while somebody uses it. Breaking between two statements of a transaction,
  // it would then end the process; the next statement fails by itself, and says so to whoever waits for it.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

const MARK = /^\s*\/\* prepared: ([a-z-]+) \*\//;

/**
 * A statement that begins with a comment of this form is prepared once a connection and planned once: for those where
 * planning takes longer than doing. Kysely has no word for it, so it is told by the text.
 */
export const prepared = (name: string): string => `/* prepared: ${name} */`;

function prepareMarked(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...all: readonly unknown[]) => unknown;
  const marked = (text: unknown, values: unknown, ...rest: readonly unknown[]): unknown => {
    const name = typeof text === 'string' ? MARK.exec(text)?.[1] : undefined;
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
  };
  Object.assign(client, { query: marked });
}
