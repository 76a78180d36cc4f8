import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

/** One step of the schema, from `migrations/NNNN-name.sql`. */
export interface Migration {
  version: number
  name: string
  sql: string
  checksum: string
}

/**
 * Reads the migrations in their order: 1, 2, 3 and on without a gap.
 * @param folder the project's own when not given
 */
export function readMigrations(folder = findFolder()): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const migrations = names.map((file) => {
    const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? []
    if (!number || !name) throw new StartError(`The migration ${file} is not named like 0001-people.sql.`)
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { version: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
  migrations.sort((a, b) => a.version - b.version)
  for (const [index, { version, name }] of migrations.entries()) {
    if (version !== index + 1) throw new StartError(`The migration ${version} (${name}) should be number ${index + 1}.`)
  }
  return migrations
}

// The code runs from src/ or, bundled, from dist/, which brings its own copy: the nearest folder above counts.
function findFolder(): string {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const folder = join(at, 'migrations')
    if (existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('0001-'))) return folder
    if (at === dirname(at))
      throw new StartError('The folder migrations/ with the SQL files is missing beside the program.')
  }
}
