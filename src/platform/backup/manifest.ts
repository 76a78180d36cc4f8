import { z } from 'zod'

/** The version of the format, described in docs/backup-format.md. A change that old readers misread raises it. */
export const format = 1
/** The first file of a backup: what made it, and when. */
export const headName = 'perennial-backup.json'
/** The last file of a backup: what is in it, with checksums. One without it is cut short. */
export const manifestName = 'manifest.json'

const identifier = z.string().min(1).max(63)

/** The first file of a backup: enough to refuse it early. */
export const headShape = z.object({
  format: z.int().positive(),
  schema: z.int().nonnegative(),
  createdAt: z.string(),
})

const tableShape = z.object({
  schema: z.enum(['public', 'pgboss']),
  name: identifier,
  columns: z.array(identifier).min(1),
  rows: z.int().nonnegative(),
  md5: z.string().length(32),
})

/** The last file of a backup: everything that must be in it. A backup without it is cut off. */
export const manifestShape = headShape.extend({
  /** The version of pg-boss's own tables; null when there are none. */
  queueSchema: z.int().nullable(),
  tables: z.array(tableShape),
  sequences: z.array(
    z.object({ schema: z.enum(['public', 'pgboss']), name: identifier, value: z.string(), isCalled: z.boolean() }),
  ),
  files: z.array(
    z.object({
      // Restoring writes to this path: nothing may lead out of the folder.
      path: z.string().regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[^\\\0/][^\\\0]*$/),
      bytes: z.int().nonnegative(),
      sha256: z.string().length(64),
    }),
  ),
})

export type Manifest = z.infer<typeof manifestShape>
export type TableEntry = z.infer<typeof tableShape>

/** What a backup holds, for the operator to read. */
export interface BackupSummary {
  schema: number
  createdAt: string
  tables: number
  rows: number
  files: number
}

/** What a backup holds, as counts. */
export function summarise(manifest: Manifest): BackupSummary {
  return {
    schema: manifest.schema,
    createdAt: manifest.createdAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((total, table) => total + table.rows, 0),
    files: manifest.files.length,
  }
}

/** The folder in the archive that holds the rows of a table. */
export function partsOf({ schema, name }: { schema: string; name: string }): string {
  return `tables/${schema}.${name}/`
}
