import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/** One row as the database gives it, every value as text. */
export type Row = { [column: string]: string | null }

/** What was found in the database and beside it, read without any of Perennial's own code. */
export interface Found {
  rows(table: string, by: string, value: string): readonly Row[]
  all(table: string): readonly Row[]
  /** Whether the bytes of an uploaded file are there and are those that its row names. */
  isWhole(file: Row): boolean
}

const tables = [
  'agencies',
  'answered_forms',
  'audit_events',
  'connection_members',
  'connections',
  'files',
  'initiatives',
  'mails',
  'matching_proposals',
  'matching_rounds',
  'participation_topics',
  'participations',
  'persons',
  'posts',
  'roster_imports',
  'sessions',
  'time_answers',
  'time_polls',
]

/** Reads every row of every table there is (the database checks each page as it goes) and keeps those that matter. */
export async function readFound(client: pg.Client, filesDir: string): Promise<Found> {
  await client.query('begin isolation level repeatable read read only')
  const kept = new Map<string, Row[]>()
  for (const table of tables) {
    const { rows } = await client.query<Row>({ text: `select * from ${table}`, types: { getTypeParser: () => asText } })
    kept.set(table, rows)
  }
  const { rows: names } = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name
    from pg_tables where schemaname in ('public', 'pgboss')`)
  for (const { name } of names) await client.query(`select count(hashtext(t::text)) from ${name} t`)
  await client.query('commit')

  const indexes = new Map<string, Map<string | null, Row[]>>()
  const all = (table: string) => kept.get(table) ?? []
  return {
    all,
    rows(table, by, value) {
      const name = `${table} ${by}`
      const index = indexes.get(name) ?? Map.groupBy(all(table), (row) => row[by] ?? null)
      indexes.set(name, index)
      return index.get(value) ?? []
    },
    isWhole(file) {
      try {
        const id = file.id ?? ''
        const bytes = readFileSync(join(filesDir, id.slice(0, 2), id))
        return `\\x${createHash('sha256').update(bytes).digest('hex')}` === file.sha256
      } catch {
        return false
      }
    },
  }
}

// As the server writes it: no parser of ours may make two different values equal.
function asText(value: string): string {
  return value
}
