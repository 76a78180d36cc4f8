import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { seededRandom } from '../../src/engine/random.ts'
import { answerCounter, counterTime } from '../../src/features/sessions/replies/countering.ts'
import { cancelSession, moveSession, planSession } from '../../src/features/sessions/actions.ts'
import { replies } from '../../src/features/sessions/replies/reply.ts'
import { replyToSession } from '../../src/features/sessions/replies/replying.ts'
import { words } from '../../src/features/sessions/words.ts'
import { SteppedClock } from '../../src/platform/clock.ts'
import { makePool } from '../../src/platform/database/database.ts'
import type { Schema } from '../../src/platform/database/schema.ts'
import { openLog } from '../../src/platform/log.ts'
import type { Settings } from '../../src/platform/settings.ts'
import { FormMistake } from '../../src/platform/web/mistakes.ts'
import { carryOut, theSystem, type Work } from '../../src/platform/work.ts'
import { furnish } from '../../src/world.ts'

/** What a process is told on its standard input. */
export interface Task {
  connection: pg.PoolConfig
  settings: Settings
  now: string
  seed: number
  acts: number
  connectionIds: string[]
  /** Moments that sessions are moved to, few enough to be fought over. */
  slots: string[]
}

/** What it tells when it is done. */
export interface Told {
  done: number
  refused: number
  failed: string[]
}

const t = words('en')

async function play(task: Task): Promise<Told> {
  const pool = makePool(task.connection, 2)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const foundation = { db, pool, connection: task.connection, close: () => db.destroy() }
  const opened = await furnish(task.settings, foundation, openLog('silent'), new SteppedClock(task.now))
  const random = seededRandom(task.seed)
  const pick = <T>(of: readonly T[]): T => {
    if (of.length === 0) throw new FormMistake('There is nothing to choose from.')
    return random.pick(of)
  }
  const told: Told = { done: 0, refused: 0, failed: [] }
  for (let act = 0; act < task.acts; act++) {
    try {
      await carryOut(opened.world, theSystem, (work) => actOnce(work, task, pick))
      told.done++
    } catch (error) {
      if (error instanceof FormMistake) told.refused++
      else told.failed.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
  }
  await opened.close()
  return told
}

async function actOnce(work: Work, task: Task, pick: <T>(of: readonly T[]) => T): Promise<void> {
  const slot = Temporal.Instant.from(pick(task.slots))
  const what = pick(['reply', 'reply', 'reply', 'move', 'move', 'counter', 'plan', 'plan', 'cancel'] as const)
  if (what === 'plan') return void (await planSession(work, pick(task.connectionIds), slot, 45))
  const planned = await work.db
    .selectFrom('sessions')
    .select('id')
    .where('state', '=', 'planned')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const sessionId = pick(planned).id
  if (what === 'move') return moveSession(work, sessionId, slot, t)
  if (what === 'cancel') return cancelSession(work, sessionId, t)
  const members = await work.db
    .selectFrom('session_members')
    .select('person_id')
    .where('session_id', '=', sessionId)
    .orderBy('person_id')
    .execute()
  const personId = pick(members).person_id
  if (what === 'reply') return replyToSession(work, sessionId, personId, pick(replies), 'link')
  const open = await work.db
    .selectFrom('session_counters')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (open) return void (await answerCounter(work, sessionId, open.id, personId, pick([true, true, false])))
  return counterTime(work, sessionId, personId, slot, 'link')
}

const parts: Buffer[] = []
for await (const part of process.stdin as AsyncIterable<Buffer>) parts.push(part)
console.log(JSON.stringify(await play(JSON.parse(Buffer.concat(parts).toString()) as Task)))
