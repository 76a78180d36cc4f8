import { basename } from 'node:path'
import type pg from 'pg'
import { CountedClient } from '../database/faultpoints.ts'
import { migrateWithin } from '../database/migrate.ts'
import { BackupError } from './backup-error.ts'
import { makeSchema, refuseUnlessEmpty } from './empty-database.ts'
import { setConstraintsAside } from './foreign-keys.ts'
import { inspect, readBackup } from './inspect.ts'
import { openLoader } from './load.ts'
import { type BackupSummary, type Manifest, partsOf, summarise } from './manifest.ts'
import { type FileRestorer, openFileRestorer } from './restore-files.ts'
import { type Sequence, plainText, quoted } from './tables.ts'

export interface RestoreOptions {
  /** Where the migrations are; the project's own folder when not given. */
  migrations?: string
}

/**
 * Fills an empty database and the folder of uploaded files from a backup: the whole file is checked first, then all is
 * loaded in one transaction at the schema of the backup, compared with its checksums, and migrated to the newest schema.
 * Throws BackupError, with nothing changed: for a damaged or newer backup, and for a database that has rows.
 * @param file written by `backup`
 * @param connection of the embedded or an outside server; the user must own the database's tables, no more
 */
export async function restore(
  file: string,
  connection: pg.PoolConfig,
  filesDir: string,
  options: RestoreOptions = {},
): Promise<BackupSummary> {
  const manifest = await inspect(file)
  const client = new CountedClient({ ...connection, application_name: `perennial ${process.pid}` })
  client.on('error', () => {})
  await client.connect()
  const files = openFileRestorer(filesDir)
  try {
    await client.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0')
    await client.query('begin')
    await client.query(plainText)
    await refuseUnlessEmpty(client)
    await makeSchema(client, manifest, options.migrations)
    await fill(client, file, manifest, files)
    await migrateWithin(client, options.migrations === undefined ? {} : { folder: options.migrations })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    await files.undo()
    throw explained(file, error)
  } finally {
    await client.end()
  }
  return summarise(manifest)
}

async function fill(client: pg.Client, file: string, manifest: Manifest, files: FileRestorer): Promise<void> {
  const putBack = await setConstraintsAside(client)
  const loader = await openLoader(client, manifest)
  const tables = new Map(manifest.tables.map((table) => [partsOf(table), table]))
  const paths = new Map(manifest.files.map((entry) => [`files/${entry.path}`, entry]))
  for await (const entry of readBackup(file)) {
    const table = tables.get(entry.name.slice(0, entry.name.lastIndexOf('/') + 1))
    const uploaded = paths.get(entry.name)
    if (table) await loader.add(entry, table)
    else if (uploaded) await files.add(entry, uploaded)
  }
  await loader.finish()
  await putBack()
  for (const sequence of manifest.sequences) await setSequence(client, sequence)
}

async function setSequence(client: pg.Client, { schema, name, value, isCalled }: Sequence): Promise<void> {
  const sequence = quoted(schema, name)
  const { rows } = await client.query<{ present: boolean }>('select to_regclass($1) is not null as present', [sequence])
  // A newer pg-boss may have lost one.
  if (!rows[0]?.present) return
  // setval alone would outlive a rollback; after a restart it writes to what the rollback throws away.
  await client.query(`alter sequence ${sequence} restart`)
  await client.query('select setval($1, $2, $3)', [sequence, value, isCalled])
}

function explained(file: string, error: unknown): unknown {
  // The sentences of the earlier checks are whole; those of the loading begin in the middle.
  if (error instanceof BackupError && /^[a-z]/.test(error.message)) {
    return new BackupError(`The backup ${basename(file)} cannot be restored: ${error.message}; nothing was changed.`)
  }
  if (error instanceof Error && 'code' in error && error.code === '23503') {
    return new BackupError(
      `The backup ${basename(file)} cannot be restored: rows refer to rows that it does not hold; nothing was changed.`,
    )
  }
  return error
}
