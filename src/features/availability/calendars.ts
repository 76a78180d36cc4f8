import { record } from '../../platform/audit/record.ts'
import { OutsideError } from '../../platform/outside/outside-error.ts'
import { readAddress } from '../../platform/outside/guarded-fetch.ts'
import { seal, unseal } from '../../platform/seal.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import { carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { timeChanged } from './announcements.ts'
import { joined } from './busy.ts'
import { readingSpan } from './busy-times.ts'
import * as store from './calendar-store.ts'
import { type Calendar, CalendarTrouble, readCalendar } from './read-calendar.ts'
import { lockPerson } from './store.ts'
import type { Words } from './words.ts'

const purpose = 'calendar'
const mostCalendars = 3
const atOnce = 10

/** Keeps the address of somebody's own calendar, sealed; the sweep reads it within the hour. */
export async function addCalendar(
  work: Work,
  person: { personId: string; agencyId: string },
  calendar: Calendar,
  t: Words,
): Promise<void> {
  const host = hostOf(calendar.address, t)
  await lockPerson(work.db, person.personId)
  if ((await store.readCalendars(work.db, person.personId)).length >= mostCalendars)
    throw new FormMistake({ address: t.calendarsTooMany })
  const sealed = seal(work.world.settings.secret, purpose, JSON.stringify(calendar))
  await store.insertCalendar(work.db, { ...person, kind: calendar.kind, host, sealed }, work.now)
  await note(work, person)
}

function hostOf(address: string, t: Words): string {
  try {
    return readAddress(address).hostname
  } catch (cause) {
    if (cause instanceof OutsideError) throw new FormMistake({ address: t.addressWrong })
    throw cause
  }
}

/** Forgets somebody's calendar and its busy times; one that is not theirs is 'not here'. */
export async function removeCalendar(
  work: Work,
  person: { personId: string; agencyId: string },
  id: string,
): Promise<void> {
  orNotHere((await store.deleteCalendar(work.db, person.personId, id)) || null)
  await note(work, person)
}

/**
 * Sweep: reads calendars whose hour has come, ten at a time. One that fails waits longer each time; what is not begun in
 * half a minute is left to the next sweep, so that slow servers of others hold nothing up here.
 */
export async function readDueCalendars(world: World): Promise<void> {
  const due = await store.listDueCalendars(world.db, world.clock.now())
  const began = performance.now()
  for (let from = 0; from < due.length && performance.now() - began < 30_000; from += atOnce)
    await Promise.all(due.slice(from, from + atOnce).map((one) => readDue(world, one)))
}

async function readDue(world: World, due: store.DueCalendar): Promise<void> {
  if (!(await store.claimCalendar(world.db, due.id, world.clock.now()))) return
  const { zone } = due
  try {
    const span = readingSpan(zone, world.clock.now())
    const ownHost = hostOfOurs(world.settings.mailFrom)
    const busy = joined(await readCalendar(world.outside, opened(world, due.sealed), { ...span, zone, ownHost }))
    await carryOut(world, theSystem, async (work) => {
      if (await store.keepBusy(work.db, due, busy, work.now))
        await timeChanged.tell(work, { personId: due.personId, by: 'calendar', days: null })
    })
  } catch (cause) {
    if (!(cause instanceof CalendarTrouble)) throw cause
    await carryOut(world, theSystem, (work) => store.keepTrouble(work.db, due, cause.trouble, work.now))
  }
}

/** How the UIDs of our own meetings end: with the host of the address that invites. */
function hostOfOurs(mailFrom: string): string {
  return /@([^@\s<>]+)>?$/.exec(mailFrom)?.[1] ?? 'localhost'
}

function opened(world: World, sealed: string): Calendar {
  const text = unseal(world.settings.secret, purpose, sealed)
  if (text === null) throw new CalendarTrouble('sealed')
  return JSON.parse(text) as Calendar
}

function note(work: Work, { personId, agencyId }: { personId: string; agencyId: string }): Promise<void> {
  return record(work, { verb: 'availability.calendar', subjectKind: 'person', subjectId: personId, agencyId })
}
