import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Tx, World } from '../work.ts'

/** A kind of job: a queue name and what to do with one entry. Doing it twice must equal doing it once. */
export interface JobKind<Data extends object> {
  name: string
  run(world: World, data: Data): Promise<void>
}

// Handlers are told apart by queue name; each reads back exactly what its own enqueue wrote.
type AnyJob = JobKind<never>

export interface Jobs {
  /** Puts a job into the queue inside the transaction of the change that caused it. */
  enqueue<Data extends object>(db: Tx, kind: JobKind<Data>, data: Data): Promise<void>
  /** The same for many of a kind at once. */
  enqueueAll<Data extends object>(db: Tx, kind: JobKind<Data>, all: readonly Data[]): Promise<void>
  /** Starts working the queues until `stop`. */
  work(world: World): Promise<void>
  /** Works every waiting job now, in order, and returns how many: for tests, the demonstration and moving its clock. */
  drain(world: World): Promise<number>
  /** Seconds the oldest waiting job has waited, or 0. */
  lag(): Promise<number>
  /** Lets running jobs finish (up to 4 s), gives the others back. */
  stop(): Promise<void>
}

/**
 * Opens the job queue (pg-boss) in the same database, schema `pgboss`.
 * @param kinds every kind of job there is; a queue is made for each
 */
export async function openJobs(
  connection: pg.PoolConfig,
  kinds: readonly AnyJob[],
  onError: (error: Error) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...bossConnection(connection),
    max: 3,
    schedule: false,
    application_name: 'perennial-jobs',
  })
  boss.on('error', onError)
  await boss.start()
  for (const kind of kinds) {
    await boss.createQueue(kind.name, { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 300 })
  }
  return {
    async enqueue(db, kind, data) {
      await boss.send(kind.name, data, { db: inTransactionOf(db) })
    },
    async enqueueAll(db, kind, all) {
      if (all.length === 0) return
      await boss.insert(
        kind.name,
        all.map((data) => ({ data })),
        { db: inTransactionOf(db) },
      )
    },
    async work(world) {
      for (const kind of kinds) {
        await boss.work<never>(kind.name, { pollingIntervalSeconds: 1, batchSize: 20 }, async (jobs) => {
          for (const job of jobs) await kind.run(world, job.data)
        })
      }
    },
    async drain(world) {
      let done = 0
      for (let found = true; found;) {
        found = false
        for (const kind of kinds) {
          const jobs = await boss.fetch<never>(kind.name, { batchSize: 100 })
          for (const job of jobs) await kind.run(world, job.data)
          if (jobs.length > 0)
            await boss.complete(
              kind.name,
              jobs.map((job) => job.id),
            )
          done += jobs.length
          found ||= jobs.length > 0
        }
      }
      return done
    },
    async lag() {
      const { rows } = await boss.getDb().executeSql(
        `select coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as seconds
         from pgboss.job where state in ('created', 'retry') and start_after < now()`,
      )
      return Number((rows[0] as { seconds: number } | undefined)?.seconds ?? 0)
    },
    stop: () => boss.stop({ graceful: true, timeout: 4_000 }),
  }
}

function inTransactionOf(db: Tx) {
  return {
    async executeSql(text: string, values?: unknown[]) {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []))
      return { rows }
    },
  }
}

function bossConnection(connection: pg.PoolConfig) {
  const { connectionString, host, port, user, password, database } = connection
  return Object.fromEntries(
    Object.entries({ connectionString, host, port, user, password, database }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}
