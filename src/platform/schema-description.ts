import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Our tables, views, constraints, indexes, functions and triggers as text, in a fixed order.
 *
 * Read from the catalogue, because the npm package of PostgreSQL comes without `pg_dump`. pg-boss's tables are its own
 * affair: their version is all that is noted.
 */
export async function describeSchema(db: Database): Promise<string> {
  const parts = await Promise.all([
    tables(db),
    views(db),
    constraints(db),
    indexes(db),
    functions(db),
    triggers(db),
    jobs(db),
  ]);
  const head = '-- Made by `npm run schema:dump` from migrations/. A test compares it with the database.';
  return `${[head, ...parts.flat()].join('\n\n')}\n`;
}

async function tables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string; columns: string }>`
    select c.relname as name, string_agg(
      '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attidentity <> '' then ' generated always as identity' else '' end
      || case when a.attnotnull then ' not null' else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\n' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and c.relname not like 'kysely%' group by c.relname order by c.relname`.execute(db);
  return rows.map(({ name, columns }) => `create table ${name} (\n${columns}\n);`);
}

async function views(db: Database): Promise<string[]> {
  return await lines(
    db,
    sql`select 'create view ' || viewname || E' as\n' || definition as line from pg_views
      where schemaname = 'public' order by viewname`,
  );
}

async function constraints(db: Database): Promise<string[]> {
  return await lines(
    db,
    sql`select 'alter table ' || r.relname || ' add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid) || ';' as line
      from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
      where n.nspname = 'public' and r.relname not like 'kysely%' and c.contype <> 'n' order by r.relname, c.conname`,
  );
}

async function indexes(db: Database): Promise<string[]> {
  return await lines(
    db,
    sql`select i.indexdef || ';' as line from pg_indexes i
      where i.schemaname = 'public' and i.tablename not like 'kysely%'
        and not exists (select from pg_constraint c where c.conname = i.indexname) order by i.tablename, i.indexname`,
  );
}

async function functions(db: Database): Promise<string[]> {
  return await lines(
    db,
    sql`select trim(trailing E'\n' from pg_get_functiondef(p.oid)) || ';' as line from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' order by p.proname`,
  );
}

async function triggers(db: Database): Promise<string[]> {
  return await lines(
    db,
    sql`select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class r on r.oid = t.tgrelid
      join pg_namespace n on n.oid = r.relnamespace where n.nspname = 'public' and not t.tgisinternal order by r.relname, t.tgname`,
  );
}

async function jobs(db: Database): Promise<string[]> {
  return await lines(db, sql`select '-- pg-boss, schema version ' || version as line from pgboss.version`);
}

async function lines(db: Database, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`${query}`.execute(db);
  return rows.length === 0 ? [] : [rows.map(({ line }) => line).join('\n')];
}
