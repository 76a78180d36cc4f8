import { dayIn } from '../../platform/clock.ts'
import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { connectionStopped } from './announcements.ts'
import { stateAfter } from './connection-state.ts'
import { sendPaused, sendResumed } from './mails.tsx'
import { membersOf } from './members.ts'
import { changeConnection, lockConnection, readSetting } from './store.ts'
import { note, refuse } from './trail.ts'
import { rewatch } from './watching.ts'

/** Lets a connection rest until a day, at most a year away; the members hear of it, but for the one who asked. */
export async function pauseConnection(work: Work, id: string, untilOn: Temporal.PlainDate): Promise<void> {
  const connection = await lockConnection(work.db, id)
  const state = stateAfter(connection.state, 'paused')
  if (!state) return refuse(work, (t) => t.notUnderWay)
  const setting = await readSetting(work.db, connection.initiative_id)
  const today = dayIn(setting.agencyZone, work.now)
  const latest = today.add({ years: 1 })
  if (Temporal.PlainDate.compare(untilOn, today) <= 0 || Temporal.PlainDate.compare(untilOn, latest) > 0) {
    await refuse(work, (t) => t.pauseUntil, 'until')
  }
  if (connection.state === 'paused' && connection.paused_until_on?.equals(untilOn)) return
  await changeConnection(work.db, id, { state, paused_until_on: untilOn, next_watch_at: null })
  await note(work, connection, 'connection.pause', { until: untilOn.toString() })
  const members = await membersOf(work.db, id)
  const told = members.filter((member) => work.actor.kind !== 'peer' || member.personId !== work.actor.id)
  for (const member of told) await sendPaused(work, connection, member, members, untilOn)
  await connectionStopped.tell(work, { connectionId: id, why: 'paused' })
}

/** Ends a pause, early or on its day: silence counts from now on. */
export async function resumeConnection(work: Work, id: string): Promise<void> {
  const connection = await lockConnection(work.db, id)
  const state = stateAfter(connection.state, 'resumed')
  if (!state) return
  await changeConnection(work.db, id, { state, paused_until_on: null, watch_from_at: work.now })
  await rewatch(work, id)
  await note(work, connection, 'connection.resume')
  const members = await membersOf(work.db, id)
  for (const member of members) await sendResumed(work, connection, member, members)
}

/** Sweep: connections come back by themselves on the day that was named, in the agency's zone. */
export async function resumeDueConnections(world: World): Promise<void> {
  const now = world.clock.now()
  const resting = await world.db
    .selectFrom('connections')
    .innerJoin('agencies', 'agencies.id', 'connections.agency_id')
    .select(['connections.id', 'connections.paused_until_on', 'agencies.zone'])
    .where('connections.state', '=', 'paused')
    // Somewhere it is already the next day; each row is then judged in its own zone.
    .where('connections.paused_until_on', '<=', dayIn('Pacific/Kiritimati', now))
    .execute()
  const due = resting.filter(
    (row) => row.paused_until_on && Temporal.PlainDate.compare(row.paused_until_on, dayIn(row.zone, now)) <= 0,
  )
  for (const { id } of due) await carryOut(world, theSystem, (work) => resumeConnection(work, id))
}
