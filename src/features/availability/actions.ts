import { record } from '../../platform/audit/record.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { timeChanged } from './announcements.ts'
import { withHalfDays } from './half-days.ts'
import * as store from './store.ts'
import { keptWeek } from './week.ts'

/** Exceptions one person may keep that are not over: a diary is kept elsewhere. */
const mostExceptions = 60

/** Changes what a person said of their time; what it was is kept for an undo. Nothing is written where nothing changes. */
export async function saySo(
  work: Work,
  personId: string,
  change: (said: store.SaidValues) => Partial<store.SaidValues>,
): Promise<boolean> {
  await store.lockPerson(work.db, personId)
  const said = orNotHere((await store.readSaid(work.db, [personId]))[0])
  const before = valuesOf(said)
  const after = { ...before, ...change(before) }
  if (JSON.stringify(after) === JSON.stringify(before)) return false
  await store.upsertSaid(work.db, said, after, before, work.now)
  await recordSaid(work, said, 'availability.say')
  await timeChanged.tell(work, { personId, by: 'person', days: null })
  return true
}

/** The half-days of the one-minute form: only where a tick changed does the week change. */
export function sayHalfDays(work: Work, personId: string, codes: readonly string[]): Promise<boolean> {
  return saySo(work, personId, ({ week }) => ({ week: keptWeek(withHalfDays(week, codes)) }))
}

/** Brings back what was said before the last save; once more brings the save back. */
export async function undoSaying(work: Work, personId: string): Promise<boolean> {
  await store.lockPerson(work.db, personId)
  const said = orNotHere((await store.readSaid(work.db, [personId]))[0])
  if (!said.before) return false
  await store.upsertSaid(work.db, said, said.before, valuesOf(said), work.now)
  await recordSaid(work, said, 'availability.undo')
  await timeChanged.tell(work, { personId, by: 'person', days: null })
  return true
}

export interface NewException {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  level: 0 | 1 | 2
}

/** Keeps days on which the usual week does not hold. */
export async function addException(
  work: Work,
  personId: string,
  exception: NewException,
  tooMany: string,
): Promise<void> {
  await store.lockPerson(work.db, personId)
  const said = orNotHere((await store.readSaid(work.db, [personId]))[0])
  const today = work.now.toZonedDateTimeISO(said.zone).toPlainDate()
  const kept = await store.readExceptions(work.db, [personId], today)
  const isSame = (other: store.KeptException) =>
    other.from.equals(exception.from) && other.to.equals(exception.to) && other.level === exception.level
  if (kept.some(isSame)) return
  if (kept.length >= mostExceptions) throw new FormMistake(tooMany)
  await store.insertException(work.db, said, exception, work.now)
  await recordSaid(work, said, 'availability.add-exception')
  await tellDays(work, personId, exception)
}

/** Takes days back; what is not there, or somebody else's, is 'not here'. */
export async function removeException(work: Work, personId: string, id: string): Promise<void> {
  const said = orNotHere((await store.readSaid(work.db, [personId]))[0])
  const exception = orNotHere(await store.deleteException(work.db, personId, id))
  await recordSaid(work, said, 'availability.end-exception')
  await tellDays(work, personId, exception)
}

function tellDays(
  work: Work,
  personId: string,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<void> {
  return timeChanged.tell(work, { personId, by: 'person', days: { from: from.toString(), to: to.toString() } })
}

function valuesOf(said: store.Said): store.SaidValues {
  return {
    week: said.week,
    sessionsPerWeek: said.sessionsPerWeek,
    minutesPerMonth: said.minutesPerMonth,
    takesHolidays: said.takesHolidays ?? true,
    weekendDays: said.weekendDays,
  }
}

function recordSaid(work: Work, said: store.Said, verb: string): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'person',
    subjectId: said.personId,
    agencyId: said.agencyId,
  })
}
