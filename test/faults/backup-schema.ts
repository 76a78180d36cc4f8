import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getConstructionPlans } from 'pg-boss'
import type pg from 'pg'
import { migrate } from '../../src/platform/database/migrate.ts'

// Everything that makes copying a database hard, in two small migrations.
const first = `
  create type mood as enum ('calm', 'in "two" minds', 'naïve');
  create table towns (id uuid primary key default gen_random_uuid(), name text not null, mayor integer);
  create table people (
    id integer primary key generated always as identity,
    name text not null unique,
    initial text generated always as (left(name, 1)) stored,
    town uuid references towns (id) on delete cascade,
    boss integer references people (id) deferrable initially deferred,
    mood mood, tags text[], born date, seen timestamptz, weight double precision, paid numeric(12, 2),
    photo bytea, details jsonb, busy tstzrange, pause interval
  );
  alter table towns add constraint mayor_exists foreign key (mayor) references people (id);
  create table no_key (word text, number bigserial);
  create table nothing_inside (id integer primary key);
  create table "Odd ""Name""" ("a column" text primary key, "select" integer);
  create table changes (id bigint generated always as identity primary key, note text);
  create function note_change() returns trigger language plpgsql as $$
    begin insert into changes (note) values (new.name); return new; end $$;
  create trigger people_change after insert on people for each row execute function note_change();
`
const rows = `
  insert into towns (id, name) values ('00000000-0000-4000-8000-000000000001', E'Tab\\there, line\\nbreak, back\\\\slash, \\\\N, “quotes”, 東京, 🙂');
  insert into towns (name) select 'town ' || i from generate_series(1, 50) i;
  insert into people (name, town, boss, mood, tags, born, seen, weight, paid, photo, details, busy, pause) values
    ('Älva', '00000000-0000-4000-8000-000000000001', 2, 'naïve', array['a,b', null, '{"x"}', ''], '2000-02-29',
      '2026-10-25 02:30:00.123456+02', 0.1 + 0.2, 12345678.90, '\\x00ff5c0a09', '{"deep": [1, {"a": "\\u00e9\\n"}]}',
      tstzrange('2026-01-01', '2026-02-01'), '1 mon 2 days 03:04:05.678'),
    ('', null, 1, null, '{}', '-infinity', 'infinity', 'NaN', null, '', 'null', 'empty', '-1 year'),
    (E'\\\\.', null, null, 'calm', null, '0044-03-15 BC', '1900-01-01 00:00:00+00', '-Infinity', -0.01, null, '[]', null, null);
  insert into people (name, details) select 'person ' || i, jsonb_build_object('text', repeat(md5(i::text), 40)) from generate_series(1, 6000) i;
  update towns set mayor = 1 where name like 'Tab%';
  insert into no_key (word) values ('same'), ('same'), (null), ('');
  insert into "Odd ""Name""" values (E'\\t', 1), ('z', 2), ('Z', 3), ('ä', 4);
`

/** Two migrations in a folder: the tables, and a later column. */
export function writeMigrations(folder: string): string {
  mkdirSync(folder)
  writeFileSync(join(folder, '0001-towns.sql'), first)
  writeFileSync(join(folder, '0002-later.sql'), `alter table people add later text default 'later';`)
  return folder
}

/** Migrates a database, fills it with awkward rows, and gives it a job queue with jobs. */
export async function fillDatabase(pool: pg.Pool, folder: string, upTo?: number): Promise<void> {
  await migrate(pool, { folder, ...(upTo === undefined ? {} : { upTo }) })
  await pool.query(rows)
  await pool.query(getConstructionPlans('pgboss'))
  await pool.query(`select pgboss.create_queue('letters', '{"policy": "standard"}'::jsonb)`)
  await pool.query(
    `insert into pgboss.job (name, data) select 'letters', jsonb_build_object('n', i) from generate_series(1, 100) i`,
  )
}

/** Every row of every table as text, asked for in another way than the backup asks. */
export async function everything(pool: pg.Pool): Promise<Record<string, string[]>> {
  const tables = await pool.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE' and table_name <> 'migrations' order by 1`)
  const found: Record<string, string[]> = {}
  for (const { name } of tables.rows) {
    const { rows: lines } = await pool.query<{ line: string }>(`select row_to_json(t)::text as line from ${name} t`)
    found[name] = lines.map(({ line }) => line).toSorted()
  }
  const sequences = await pool.query<{ line: string }>(
    `select concat_ws(' ', schemaname, sequencename, last_value) as line from pg_sequences where schemaname in ('public', 'pgboss') order by 1`,
  )
  return { ...found, sequences: sequences.rows.map(({ line }) => line) }
}

/** Every foreign key and trigger, as the database describes them. */
export async function everyRule(pool: pg.Pool): Promise<string[]> {
  const { rows: rules } = await pool.query<{ rule: string }>(`
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as rule from pg_constraint
      where contype = 'f' and connamespace::regnamespace::text in ('public', 'pgboss')
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    order by 1`)
  return rules.map(({ rule }) => rule)
}
