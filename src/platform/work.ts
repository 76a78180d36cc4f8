import type { Transaction } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'
import type { Schema } from './database/schema.ts'
import { inTransaction } from './database/transaction.ts'
import type { FileStore } from './files/files.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { MailTransport } from './mail/transport.ts'
import type { News } from './news/news.ts'
import type { Outside } from './outside/guarded-fetch.ts'
import type { SignIn } from './sessions/sign-in.ts'
import type { Settings } from './settings.ts'

/** What the running system is made of. Handed to routes, jobs and sweeps; nothing is reached for globally. */
export interface World {
  db: Db
  clock: Clock
  settings: Settings
  jobs: Jobs
  files: FileStore
  /** null where no mail server is set: mail then waits in the outbox. */
  transport: MailTransport | null
  log: Log
  signIn: SignIn
  news: News
  /** The one way to addresses that people typed. */
  outside: Outside
}

/** Who does something, for the audit trail. `id` is a staff id, a person id or null. */
export interface Actor {
  kind: 'staff' | 'peer' | 'authoriser' | 'system' | 'operator'
  id: string | null
  name: string
  agencyId: string | null
}

export type Tx = Transaction<Schema>

/** One change in the making: its transaction, its moment, and who makes it. Every action takes one first. */
export interface Work {
  db: Tx
  now: Temporal.Instant
  actor: Actor
  world: World
}

/** Who acts in sweeps and jobs, and for a visitor who is nobody. */
export const theSystem: Actor = { kind: 'system', id: null, name: 'Perennial', agencyId: null }

/**
 * Runs one change: rows, audit events, mails and jobs commit together or not at all.
 * @param change may be run again when the database asks for it (serialisation, deadlock), so it touches only `work`
 */
export function carryOut<T>(world: World, actor: Actor, change: (work: Work) => Promise<T>): Promise<T> {
  return inTransaction(world.db, (db) => change({ db, now: world.clock.now(), actor, world }))
}
