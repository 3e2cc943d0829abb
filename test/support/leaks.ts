import { sql } from 'kysely';
import { REVEALED } from '../../src/members/reveal-views.ts';
import type { Database } from '../../src/platform/database.ts';
import { ASK_FORM } from '../../src/questions/form.ts';
import type { Desk } from './desk.ts';

/** Every row of every table, those of the job library included, as text. */
export async function dump(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
  const pages: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(db);
    pages.push(...rows.map(({ row }) => `${name}: ${row}`));
  }
  return pages.join('\n');
}

/** Everything that could repeat what a person typed, by where it stands. */
export async function everythingKept(desk: Desk): Promise<Readonly<Record<string, string>>> {
  const { slack, pg, logged, app } = desk;
  const calls = await slack.requests();
  // A form shows people their own text again; nobody else sees it, and Slack forgets it with the form.
  const ownForms = /^views\.(open|update|push)$/;
  return {
    log: logged.join('\n'),
    database: await dump(pg.db),
    slack: JSON.stringify(calls.filter(({ method }) => !ownForms.test(method))),
    metadata: JSON.stringify(calls.map(({ arguments: { view } }) => metadataOf(view))),
    metrics: await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text(),
  };
}

function metadataOf(view: unknown): unknown {
  const parsed: unknown = typeof view === 'string' ? JSON.parse(view) : view;
  return parsed !== null && typeof parsed === 'object' && 'private_metadata' in parsed
    ? parsed.private_metadata
    : null;
}

/** Which of the markers stand where. */
export function found(kept: Readonly<Record<string, string>>, markers: readonly string[]): string[] {
  return Object.entries(kept).flatMap(([place, text]) =>
    markers
      .filter((marker) => text.toLowerCase().includes(marker.toLowerCase()))
      .map((marker) => `${marker} in ${place}`),
  );
}

/** Every request to Slack, but those that show an ID to the one person who asked for it or is typing it. */
export async function requestsToOthers({ slack }: Desk): Promise<string> {
  const calls = (await slack.requests()).filter(
    ({ arguments: { view } }) =>
      ![REVEALED, ASK_FORM].some((own) => JSON.stringify(view ?? '').includes(own)),
  );
  return JSON.stringify(calls);
}

/** The same in any case, and split by spaces or dashes. */
export function foundInAnyForm(kept: Readonly<Record<string, string>>, markers: readonly string[]): string[] {
  const joined = Object.entries(kept).map(([place, text]) => [place, text.replaceAll(/[\s\p{Dash}]/gu, '')]);
  return found(Object.fromEntries(joined), markers);
}
