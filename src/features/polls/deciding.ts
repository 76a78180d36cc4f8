import { randomUUID } from 'node:crypto'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { uidOf } from '../sessions/calendar/calendar-session.ts'
import { decidedOf } from './calendar-entry.ts'
import { mailDecision } from './mails.tsx'
import { noteTold, readPeople } from './people-store.ts'
import { eachAddressOnce } from './readers.ts'
import { type Poll, setStanding } from './store.ts'
import { note, takePoll } from './taking.ts'
import type { Words } from './words.ts'

/**
 * Decides for one of the times, or for another one in place of the one before: everybody with an address gets one mail
 * with the time in their own zone and the entry for their calendar. A move is the same entry with a higher SEQUENCE.
 */
export async function decideTime(work: Work, pollId: string, timeId: string, t: Words): Promise<void> {
  const poll = await takePoll(work, pollId)
  const { startsAt } = orNotHere(poll.times.find(({ id }) => id === timeId))
  const before = decidedOf(poll)
  if (before?.startsAt.equals(startsAt)) return
  if (Temporal.Instant.compare(startsAt, work.now) <= 0) throw new FormMistake(t.decidePast)
  const decided = {
    uid: before?.uid ?? uidOf(work.world.settings, randomUUID()),
    sequence: poll.sequence + 1,
    startsAt,
  }
  await setStanding(work.db, pollId, work.now, { state: 'decided', ...decided })
  const readers = eachAddressOnce(await readPeople(work.db, pollId))
  await mailDecision(work, before ? 'moved' : 'decided', poll, decided, readers)
  await noteTold(
    work.db,
    readers.map(({ id }) => id),
    decided.uid,
  )
  await note(work, poll, before ? 'poll.move' : 'poll.decide', { startsAt: startsAt.toString() })
}

/** Takes a decision back: the entry goes out of every calendar, the answers stay, the poll is closed. */
export async function undecide(work: Work, pollId: string): Promise<void> {
  const poll = await takePoll(work, pollId)
  if (poll.state !== 'decided') return
  await cancelEntries(work, poll)
  await setStanding(work.db, pollId, work.now, { state: 'closed', sequence: poll.sequence + 1 })
  await note(work, poll, 'poll.undecide')
}

/** Tells all calendars that hold the decided time, or one of them, that it is off; a time that is over stays. */
export async function cancelEntries(work: Work, poll: Poll, onlyPersonId?: string): Promise<void> {
  const decided = decidedOf(poll)
  if (!decided || Temporal.Instant.compare(decided.startsAt, work.now) <= 0) return
  const told = (await readPeople(work.db, poll.id)).filter(
    ({ id, told_uid }) => told_uid === decided.uid && (onlyPersonId === undefined || id === onlyPersonId),
  )
  await mailDecision(work, 'off', poll, { ...decided, sequence: decided.sequence + 1 }, told)
  await noteTold(
    work.db,
    told.map(({ id }) => id),
    null,
  )
}
