import { join } from 'node:path'
import { type Clock, systemClock } from './platform/clock.ts'
import { type OpenDatabase, openDatabase } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { openFiles } from './platform/files/files.ts'
import { openJobs } from './platform/jobs/jobs.ts'
import { openLog } from './platform/log.ts'
import { openNews } from './platform/news/news.ts'
import { smtpTransport } from './platform/mail/transport.ts'
import { guardedFetch } from './platform/outside/guarded-fetch.ts'
import { openSignIn } from './platform/sessions/auth.ts'
import type { Settings } from './platform/settings.ts'
import type { World } from './platform/work.ts'
import { jobKinds } from './schedule.ts'
import { wire } from './wiring.ts'

wire()

export type Foundation = Pick<OpenDatabase, 'db' | 'pool' | 'connection' | 'close'>

export interface OpenWorld {
  world: World
  database: Foundation
  close(): Promise<void>
}

/** Opens everything the system is made of: database, migrations, queue, files, mail, sign-in. */
export async function openWorld(settings: Settings): Promise<OpenWorld> {
  const log = openLog(settings.logLevel)
  const database = await openDatabase({
    databaseUrl: settings.databaseUrl,
    dataDir: settings.dataDir,
    onTrouble: (trouble) => log.warn({ trouble }, 'embedded database'),
  })
  try {
    await migrate(database.pool)
    return await furnish(settings, database, log)
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The world around a database that is open and migrated already. */
export async function furnish(
  settings: Settings,
  database: Foundation,
  log = openLog(settings.logLevel),
  clock: Clock = systemClock,
): Promise<OpenWorld> {
  const jobs = await openJobs(database.connection, jobKinds, (error) => log.warn({ err: error }, 'job queue'))
  const world: World = {
    db: database.db,
    clock,
    settings,
    jobs,
    files: openFiles(join(settings.dataDir, 'files')),
    transport: settings.smtpUrl ? smtpTransport(settings.smtpUrl) : null,
    log,
    signIn: {} as World['signIn'],
    news: openNews(database.connection),
    outside: guardedFetch(),
  }
  world.signIn = openSignIn(world, database.connection)
  return {
    world,
    database,
    async close() {
      await world.news.close()
      await jobs.stop()
      world.transport?.close?.()
      await world.signIn.close()
      await database.close()
    },
  }
}
