import { join } from 'node:path'
import { restore as readBackup } from '../platform/backup/restore.ts'
import { openDatabase } from '../platform/database/database.ts'
import { readSettings } from '../platform/settings.ts'
import type { Command } from './command.ts'

export const restore: Command = {
  name: 'restore',
  takes: 'FILE',
  says: 'fill an empty installation from a backup',
  help: `The whole file is checked first; an installation that has rows is never touched. It is also the way from the embedded
database to an outside one and back: set DATABASE_URL, or leave it out, and restore.`,
  words: [1, 1],
  async run([file]) {
    const settings = readSettings(process.env)
    const database = await openDatabase(settings)
    try {
      const summary = await readBackup(file ?? '', database.connection, join(settings.dataDir, 'files'))
      console.log(`Restored from ${file}: ${summary.tables} tables, ${summary.rows} rows, ${summary.files} files.`)
    } finally {
      await database.close()
    }
  },
}
