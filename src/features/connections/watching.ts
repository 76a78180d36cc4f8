import type { RhythmReading, RhythmWatch } from '../../engine/rhythm/rhythm-watch.ts'
import { watchRhythm } from '../../engine/rhythm/watch-rhythm.ts'
import type { Db } from '../../platform/database/database.ts'
import { carryOut, theSystem, type Tx, type Work, type World } from '../../platform/work.ts'
import { stateAfter } from './connection-state.ts'
import { changeConnection, type Connection, lockConnection, readSetting } from './store.ts'
import { note } from './trail.ts'

/** The watch in use. A fitted one takes its place here and nowhere else. */
const watchInUse: RhythmWatch = watchRhythm

/** How long a connection has been silent against its own rhythm; null while it is not under way. */
export async function readRhythm(
  db: Db | Tx,
  connection: Connection,
  now: Temporal.Instant,
  watch: RhythmWatch = watchInUse,
): Promise<RhythmReading | null> {
  const startedAt = connection.watch_from_at ?? connection.started_at
  if (!startedAt) return null
  const setting = await readSetting(db, connection.initiative_id)
  const { count } = await db
    .selectFrom('contacts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('connection_id', '=', connection.id)
    .executeTakeFirstOrThrow()
  return watch({
    agreedDays: connection.rhythm_days,
    lastContactAt: connection.last_contact_at,
    startedAt,
    now,
    settings: { amberFactor: setting.amber_factor, redFactor: setting.red_factor, lapsedFactor: setting.lapsed_factor },
    contactsSoFar: Number(count),
  })
}

/** Looks at a locked connection again, after a contact, a changed rhythm or the passing of time, and keeps what it finds. */
export async function rewatch(work: Work, id: string): Promise<void> {
  const connection = await lockConnection(work.db, id)
  if (connection.state !== 'active' && connection.state !== 'quiet') {
    if (connection.next_watch_at) await changeConnection(work.db, id, { next_watch_at: null })
    return
  }
  const reading = await readRhythm(work.db, connection, work.now)
  if (!reading) return
  const state = stateAfter(connection.state, reading.state === 'fresh' ? 'in touch again' : 'fell quiet')
  await changeConnection(work.db, id, {
    state: state ?? connection.state,
    watch_state: reading.state,
    next_watch_at: reading.nextChangeAt,
  })
  if (reading.state === connection.watch_state) return
  await note(work, connection, 'connection.watch', { from: connection.watch_state, to: reading.state })
}

/** An initiative's factors changed: the next sweep looks at all its connections again. */
export async function watchAgain(work: Work, { initiativeId }: { initiativeId: string }): Promise<void> {
  await work.db
    .updateTable('connections')
    .set({ next_watch_at: work.now })
    .where('initiative_id', '=', initiativeId)
    .where('state', 'in', ['active', 'quiet'])
    .execute()
}

/** Sweep: looks at every connection whose state changes by silence about now. One that lapsed is left to the desk. */
export async function watchConnections(world: World): Promise<void> {
  const due = await world.db
    .selectFrom('connections')
    .select('id')
    .where('state', 'in', ['active', 'quiet'])
    .where('next_watch_at', '<=', world.clock.now())
    .orderBy('next_watch_at')
    .limit(1000)
    .execute()
  for (const { id } of due) await carryOut(world, theSystem, (work) => rewatch(work, id))
}
