import { openDatabase } from '../platform/database/database.ts'
import { migrate as migrateDatabase } from '../platform/database/migrate.ts'
import { readSettings } from '../platform/settings.ts'
import type { Command } from './command.ts'

export const migrate: Command = {
  name: 'migrate',
  takes: '',
  says: 'bring the database to the schema of this version',
  help: '`perennial start` does this by itself; use it to migrate before a new version starts.',
  words: [0, 0],
  async run() {
    const database = await openDatabase(readSettings(process.env))
    try {
      const { applied, version } = await migrateDatabase(database.pool)
      console.log(
        applied.length === 0
          ? `Schema ${version}: nothing to do.`
          : `Schema ${version}: applied ${applied.join(', ')}.`,
      )
    } finally {
      await database.close()
    }
  },
}
