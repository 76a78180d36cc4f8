import type { Kysely, Transaction } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { isOutdated } from './prepared.ts'
import type { Schema } from './schema.ts'

const attempts = 4
// serialisation failure; deadlock; two took the same time at once: the second time round the check before sees the first
const worthAnotherTry = new Set(['40001', '40P01', '23P01'])
const isWorthAnotherTry = (error: unknown) =>
  isOutdated(error) || (error instanceof Error && 'code' in error && worthAnotherTry.has(String(error.code)))

/**
 * Runs work in one transaction (read committed): all of it or nothing. Within a transaction it simply joins that one.
 * @param work is run again, up to three times, when the database asks for it (serialisation failure, deadlock, a
 *   range that somebody else took meanwhile, a statement prepared before the schema changed): it must touch nothing but `trx`
 * @returns what `work` gives back, after the commit
 */
export async function inTransaction<T>(db: Kysely<Schema>, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> {
  if (isTransaction(db)) return work(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === attempts || !isWorthAnotherTry(error)) throw error
      // Two that met once would meet again if both waited equally long.
      await sleep(Math.random() * 20 * attempt)
    }
  }
}

function isTransaction(db: Kysely<Schema>): db is Transaction<Schema> {
  return db.isTransaction
}
