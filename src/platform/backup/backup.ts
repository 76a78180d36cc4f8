import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { CountedClient } from '../database/faultpoints.ts'
import { holdMigrations, schemaVersion } from '../database/migrate.ts'
import { BackupError } from './backup-error.ts'
import { inspect } from './inspect.ts'
import { type BackupSummary, type Manifest, format, headName, manifestName, partsOf, summarise } from './manifest.ts'
import { type Table, copyOut, listSequences, listTables, plainText, quoted, tally } from './tables.ts'
import { tarEnd, tarEntry, tarHeader, tarPadding } from './tar-writer.ts'

const partBytes = 4 << 20

/**
 * Writes everything into one file while the system runs: every table and sequence as they were at one moment, and the
 * uploaded files. The finished file is read again and checked before it gets its name.
 * Throws BackupError; an older file of that name is then untouched.
 * @param connection of the embedded or an outside server
 * @param filesDir the folder of uploaded files; it may be missing
 * @param out the file to write, by custom `*.perennial.tar.gz`
 */
export async function backup(connection: pg.PoolConfig, filesDir: string, out: string): Promise<BackupSummary> {
  const unfinished = `${resolve(out)}.unfinished`
  const client = new CountedClient(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const tables = await beginSnapshot(client)
    await pipeline(
      Readable.from(archive(client, tables, filesDir), { objectMode: false }),
      createGzip({ level: 6 }),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    const manifest = await inspect(unfinished)
    await keep(unfinished, resolve(out))
    return summarise(manifest)
  } catch (error) {
    await unlink(unfinished).catch(() => {})
    throw writeTrouble(out, error)
  } finally {
    await client.end()
  }
}

// Everything is read as it is at this moment, and no migration changes a table before it was read.
async function beginSnapshot(client: pg.Client): Promise<Table[]> {
  await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = 0')
  const migrations = await holdMigrations(client)
  await client.query('begin isolation level repeatable read read only')
  await client.query(plainText)
  const tables = await listTables(client)
  for (const { schema, name } of tables) await client.query(`lock table ${quoted(schema, name)} in access share mode`)
  await migrations.done()
  return tables
}

async function* archive(client: pg.Client, tables: Table[], filesDir: string): AsyncGenerator<Buffer> {
  const head = { format, schema: await schemaVersion(client), createdAt: new Date().toISOString() }
  yield tarEntry(headName, json(head))
  const manifest: Manifest = { ...head, queueSchema: await queueVersion(client), tables: [], sequences: [], files: [] }
  for (const table of tables) {
    const counted = tally()
    let part = 0
    for await (const lines of inParts(copyOut(client, table))) {
      counted.add(lines)
      yield tarEntry(partsOf(table) + String(++part).padStart(6, '0'), lines)
    }
    const { schema, name, columns } = table
    manifest.tables.push({ schema, name, columns, ...counted.result() })
  }
  // Sequences stand outside of snapshots. Read last, they are beyond every number that the snapshot shows.
  manifest.sequences = await listSequences(client)
  yield* files(filesDir, manifest)
  yield tarEntry(manifestName, json(manifest))
  yield tarEnd()
}

async function queueVersion(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ present: boolean }>(
    `select to_regclass('pgboss.version') is not null as present`,
  )
  if (!rows[0]?.present) return null
  return (await client.query<{ version: number }>('select version from pgboss.version')).rows[0]?.version ?? null
}

// Pieces of a few megabytes that end with a row: the archive needs their length before their content.
async function* inParts(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    const end = bytes + chunk.length < partBytes ? 0 : chunk.lastIndexOf(10) + 1
    if (end > 0) {
      yield Buffer.concat([...waiting, chunk.subarray(0, end)])
      waiting = []
      bytes = 0
    }
    waiting.push(chunk.subarray(end))
    bytes += chunk.length - end
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}

// Files are written whole before the row that names them, and never changed: all that the snapshot knows are there.
async function* files(filesDir: string, manifest: Manifest): AsyncGenerator<Buffer> {
  const entries = await readdir(filesDir, { recursive: true, withFileTypes: true }).catch(absent([]))
  for (const entry of entries.filter((one) => one.isFile() && !one.name.endsWith('.part'))) {
    const file = join(entry.parentPath, entry.name)
    const found = await stat(file).catch(absent(undefined))
    if (!found) continue
    const path = relative(filesDir, file).split(sep).join('/')
    yield tarHeader(`files/${path}`, found.size)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
      yield chunk as Buffer
    }
    if (bytes !== found.size) throw new BackupError(`The uploaded file ${path} changed while it was copied; try again.`)
    yield tarPadding(bytes)
    manifest.files.push({ path, bytes, sha256: hash.digest('hex') })
  }
}

async function keep(unfinished: string, out: string): Promise<void> {
  for (const [path, act] of [
    [unfinished, () => rename(unfinished, out)],
    [dirname(out), async () => {}],
  ] as const) {
    const handle = await open(path, 'r')
    await handle.sync()
    await handle.close()
    await act()
  }
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
}

function absent<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return instead
    throw error
  }
}

function writeTrouble(out: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupError(`There is no room for ${out}; nothing was written.`)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new BackupError(`The folder of ${out} does not exist; nothing was written.`)
  if (code === 'EACCES' || code === 'EROFS')
    return new BackupError(`${out} cannot be written here; nothing was written.`)
  return error
}
