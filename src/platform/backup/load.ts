import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupError } from './backup-error.ts'
import type { Manifest, TableEntry } from './manifest.ts'
import { type Table, columnList, copyOut, listTables, quoted, tally } from './tables.ts'
import type { TarFile } from './tar-reader.ts'

/** Where the rows of one table of the backup go. */
interface Target {
  table: Table
  /** Loaded straight into the table, or, where the table has other columns by now, by way of a temporary one. */
  detour: string | undefined
}

/** Puts the rows of a backup into the tables of an empty database. */
export interface Loader {
  add(part: TarFile, entry: TableEntry): Promise<void>
  /** Finishes and compares every table with its checksum. */
  finish(): Promise<void>
}

/** Matches the tables of a backup with those of the database. Throws BackupError where they do not fit. */
export async function openLoader(client: pg.Client, manifest: Manifest): Promise<Loader> {
  const tables = await listTables(client)
  const targets = new Map<TableEntry, Target>()
  for (const entry of manifest.tables) {
    const table = tables.find(({ schema, name }) => schema === entry.schema && name === entry.name)
    // The queue's own book-keeping is of use only to the version of pg-boss that kept it.
    if (entry.schema === 'pgboss' && !(await isSameQueue(client, manifest)) && (!table || isBookKeeping(entry)))
      continue
    if (!table) throw new BackupError(`it holds a table ${entry.name} that schema ${manifest.schema} does not have`)
    targets.set(entry, { table, detour: await prepare(client, table, entry) })
  }
  return {
    async add(part, entry) {
      const target = targets.get(entry)
      if (!target) return
      const into = target.detour ?? quoted(entry.schema, entry.name)
      await pipeline(part.chunks(), client.query(copyFrom(`copy ${into} (${columnList(entry)}) from stdin`)))
    },
    async finish() {
      for (const [entry, { table, detour }] of targets) {
        if (detour === undefined) await compare(client, entry, table)
        else await takeDetour(client, entry, table, detour)
      }
    },
  }
}

async function isSameQueue(client: pg.Client, { queueSchema }: Manifest): Promise<boolean> {
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version')
  const version = rows[0]?.version
  if (version !== undefined && queueSchema !== null && queueSchema > version) {
    throw new BackupError(`it was made with a newer job queue (${queueSchema}) than this Perennial has (${version})`)
  }
  return version === queueSchema
}

function isBookKeeping({ name }: TableEntry): boolean {
  return name === 'version' || name === 'bam' || name === 'queue_stats'
}

async function prepare(client: pg.Client, table: Table, entry: TableEntry): Promise<string | undefined> {
  if (entry.schema === 'pgboss') await client.query(`delete from ${quoted(table.schema, table.name)}`)
  const missing = entry.columns.filter((column) => !table.columns.includes(column))
  if (missing.length === 0) return undefined
  if (entry.schema === 'public') {
    throw new BackupError(`it holds a column ${entry.name}.${missing[0]} that schema ${entry.name} does not have`)
  }
  const detour = pg.escapeIdentifier(`loaded_${entry.name}`)
  const columns = entry.columns.map((column) => `${pg.escapeIdentifier(column)} text`)
  await client.query(`create temporary table ${detour} (${columns.join(', ')}) on commit drop`)
  return detour
}

async function takeDetour(client: pg.Client, entry: TableEntry, table: Table, detour: string): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attname = any($2)`,
    [quoted(table.schema, table.name), entry.columns],
  )
  const names = rows.map(({ name }) => pg.escapeIdentifier(name))
  const values = rows.map(({ name, type }) => `${pg.escapeIdentifier(name)}::${type}`)
  await client.query(
    `insert into ${quoted(table.schema, table.name)} (${names.join(', ')}) select ${values.join(', ')} from ${detour}`,
  )
}

async function compare(client: pg.Client, entry: TableEntry, table: Table): Promise<void> {
  const counted = tally()
  for await (const chunk of copyOut(client, { ...table, columns: entry.columns })) counted.add(chunk)
  const { rows, md5 } = counted.result()
  if (rows !== entry.rows || md5 !== entry.md5) {
    throw new BackupError(`the table ${entry.name} is not the same after loading it`)
  }
}
