import { join } from 'node:path'
import { backup as writeBackup } from '../platform/backup/backup.ts'
import { openDatabase } from '../platform/database/database.ts'
import { readSettings } from '../platform/settings.ts'
import type { Command } from './command.ts'

export const backup: Command = {
  name: 'backup',
  takes: 'FILE',
  says: 'write everything into one file, while the system runs',
  help: `Every table and sequence as they are at one moment, and every uploaded file, with checksums. The file holds people's
data: keep it where only you can read it. docs/backup-format.md describes it.`,
  words: [1, 1],
  async run([file]) {
    const settings = readSettings(process.env)
    const database = await openDatabase({ ...settings, beside: true })
    try {
      const summary = await writeBackup(database.connection, join(settings.dataDir, 'files'), file ?? '')
      console.log(`Written to ${file}: ${summary.tables} tables, ${summary.rows} rows, ${summary.files} files.`)
    } finally {
      await database.close()
    }
  },
}
