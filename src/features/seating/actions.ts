import { record } from '../../platform/audit/record.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { type Cause, isSameUntil, type Place, type Plan, type Settings } from './plan.ts'
import { insertPlan, readPlan } from './plan-store.ts'
import { seatEverybody } from './planning.ts'
import { mustBeSeatable, mustFit, refuse } from './refusing.ts'
import {
  insertSeating,
  guestsOf,
  listGuests,
  lockSeating,
  noteRemoved,
  type Seating,
  type SeatingOf,
  updateClock,
  updatePlan,
  updateTitle,
} from './store.ts'
import { possibleTables } from './table-count.ts'
import { type ClockAct, press, roundsBegun } from './timer.ts'

interface Where {
  agencyId: string
  initiativeId: string
  /** Of a foundational engagement, or of a group meeting. */
  of: SeatingOf
}

/** Makes a seating of these people and its first plan. @returns its id */
export async function makeSeating(
  work: Work,
  where: Where,
  asked: Settings & { title: string; people: readonly string[] },
): Promise<string> {
  const { title, people, ...settings } = asked
  const guests = await listGuests(work.db, {
    initiativeId: where.initiativeId,
    engagementId: 'engagementId' in where.of ? where.of.engagementId : null,
  })
  const chosen = new Set(people)
  const places = guests
    .filter(({ id }) => chosen.has(id))
    .map(({ id }): Place => ({ personId: id, isHere: true, tableNumber: null }))
  await mustFit(work, places.length, settings)
  const seating = await insertSeating(work.db, where, title, work.now)
  await change(work, seating, null, { cause: 'made', settings, places, seed: 1 })
  return seating.id
}

/** Changes how many rounds, tables or minutes there are, or what counts as having met, and seats anew. */
export async function changeSettings(work: Work, seatingId: string, asked: Settings & { title: string }) {
  const { title, ...settings } = asked
  const { seating, plan, begun } = await open(work, seatingId)
  if (settings.rounds < begun) await refuse(work, 'rounds', (t) => t.roundsBegunAlready({ begun }))
  await mustFit(work, plan.places.filter(({ isHere }) => isHere).length, settings)
  await updateTitle(work.db, seating.id, title)
  await change(work, seating, plan, { cause: 'settings', settings, places: plan.places, seed: plan.seed })
}

/** Seats everybody anew, by chance of another kind. */
export async function planAgain(work: Work, seatingId: string): Promise<void> {
  const { seating, plan, begun } = await open(work, seatingId)
  if (begun >= plan.rounds) await refuse(work, '_form', (t) => t.nothingToCome)
  await change(work, seating, plan, { cause: 'again', settings: plan, places: plan.places, seed: plan.seed + 1 })
}

/** Keeps somebody at one table in every round to come; null sets them free. */
export async function lockToTable(work: Work, seatingId: string, personId: string, table: number | null) {
  const { seating, plan } = await open(work, seatingId)
  const place = orNotHere(plan.places.find((candidate) => candidate.personId === personId))
  if (place.tableNumber === table) return
  const here = plan.places.filter(({ isHere }) => isHere)
  const tables = possibleTables(here.length, plan)?.most ?? plan.seats.at(-1)?.length ?? 1
  if (table !== null && table > tables) await refuse(work, 'table', (t) => t.noSuchTable({ tables }))
  const there = here.filter(({ tableNumber, personId: id }) => tableNumber === table && id !== personId).length
  if (table !== null && there >= plan.least) await refuse(work, 'table', (t) => t.tableTaken({ table, people: there }))
  const places = plan.places.map((other) => (other === place ? { ...other, tableNumber: table } : other))
  await change(work, seating, plan, {
    cause: table === null ? 'unlock' : 'lock',
    settings: plan,
    places,
    seed: plan.seed,
  })
}

/**
 * Proposes to seat the rounds to come for those who are here, with the fewest changes; nothing holds before it is adopted.
 * @returns the id of the plan proposed, or null when everybody is where they were
 */
export async function proposeAttendance(
  work: Work,
  seatingId: string,
  present: readonly string[],
): Promise<string | null> {
  const { seating, plan, begun } = await open(work, seatingId)
  const guests = await guestsOf(work.db, seating)
  const here = new Set(present)
  const known = new Set(plan.places.map(({ personId }) => personId))
  const places = [
    ...plan.places.map((place) => ({ ...place, isHere: here.has(place.personId) })),
    ...guests
      .filter(({ id }) => here.has(id) && !known.has(id))
      .map(({ id }): Place => ({ personId: id, isHere: true, tableNumber: null })),
  ]
  const isSame = places.every(
    ({ personId, isHere }) => plan.places.find((place) => place.personId === personId)?.isHere === isHere,
  )
  if (isSame) return null
  if (begun >= plan.rounds) await refuse(work, '_form', (t) => t.nothingToCome)
  await mustBeSeatable(work, 'here', places.filter(({ isHere }) => isHere).length)
  const draft = { settings: plan, places, seed: plan.seed, base: plan, begun, keeps: true }
  const seats = await seatEverybody(work.db, seating, draft, work.now)
  return insertPlan(work.db, { ...plan, basedOnId: plan.id, cause: 'attendance', places, seats }, work.now)
}

/** Lets a proposed plan hold. Refused when another came to hold, or a round began, since it was proposed. */
export async function adoptPlan(work: Work, seatingId: string, planId: string): Promise<void> {
  const { seating, plan, begun } = await open(work, seatingId)
  if (plan.id === planId) return
  const proposed = orNotHere(await readPlan(work.db, seating.id, planId))
  const fits = proposed.basedOnId === plan.id && isSameUntil(begun, plan.seats, proposed.seats)
  if (!fits) await refuse(work, '_form', (t) => t.overtaken)
  await updatePlan(work.db, seating.id, planId)
  await note(work, seating, 'seating.attend', { here: proposed.places.filter(({ isHere }) => isHere).length })
}

/** Lets the plan before hold again. */
export async function takeBack(work: Work, seatingId: string): Promise<void> {
  const { seating, plan, begun } = await open(work, seatingId)
  const before = plan.basedOnId === null ? null : await readPlan(work.db, seating.id, plan.basedOnId)
  if (!before) return refuse(work, '_form', (t) => t.nothingToTakeBack)
  if (before.rounds < begun || !isSameUntil(begun, plan.seats, before.seats))
    await refuse(work, '_form', (t) => t.begunSince)
  await updatePlan(work.db, seating.id, before.id)
  await note(work, seating, 'seating.undo')
}

/** Starts, pauses or moves the timer. */
export async function pressClock(work: Work, seatingId: string, act: ClockAct): Promise<void> {
  const { seating, plan } = await open(work, seatingId)
  const clock = { seconds: seating.clock_seconds, since: seating.clock_since }
  await updateClock(work.db, seating.id, press(act, plan, clock, work.now))
  await note(work, seating, 'seating.clock', { act })
}

/** Removes a seating: nobody met by it. */
export async function removeSeating(work: Work, seatingId: string): Promise<void> {
  const { seating } = await open(work, seatingId)
  await noteRemoved(work.db, seating.id, work.now)
  await note(work, seating, 'seating.remove')
}

interface Open {
  seating: Seating
  plan: Plan
  begun: number
}

async function open(work: Work, seatingId: string): Promise<Open> {
  const seating = await lockSeating(work.db, seatingId)
  const plan = orNotHere(seating.plan_id === null ? null : await readPlan(work.db, seating.id, seating.plan_id))
  const clock = { seconds: seating.clock_seconds, since: seating.clock_since }
  return { seating, plan, begun: roundsBegun(plan, clock, work.now) }
}

interface Change {
  cause: Cause
  settings: Settings
  places: Place[]
  seed: number
}

/** Seats the rounds to come anew and lets the new plan hold. */
async function change(work: Work, seating: Seating, base: Plan | null, { cause, settings, places, seed }: Change) {
  const clock = { seconds: seating.clock_seconds, since: seating.clock_since }
  const begun = base ? roundsBegun(base, clock, work.now) : 0
  const draft = { settings, places, seed, base, begun, keeps: false }
  const seats = await seatEverybody(work.db, seating, draft, work.now)
  const plan = { ...settings, seatingId: seating.id, basedOnId: base?.id ?? null, cause, seed, places, seats }
  await updatePlan(work.db, seating.id, await insertPlan(work.db, plan, work.now))
  await note(work, seating, verbOf[cause], { people: places.length, rounds: settings.rounds })
}

const verbOf: Record<Cause, string> = {
  made: 'seating.make',
  settings: 'seating.change',
  again: 'seating.again',
  lock: 'seating.lock',
  unlock: 'seating.unlock',
  attendance: 'seating.attend',
}

function note(work: Work, seating: Seating, verb: string, details: Record<string, unknown> = {}): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'seating',
    subjectId: seating.id,
    agencyId: seating.agency_id,
    initiativeId: seating.initiative_id,
    details,
  })
}
