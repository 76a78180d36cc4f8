import type { Season, SeasonPerson, SeasonSeries } from './season.ts'

/**
 * Checks what a season is made of, not whether it can be planned.
 *
 * @throws RangeError with one sentence that names the first fault
 */
export function checkSeason(season: Season): void {
  isDay(season.startsOn, 'The season begins')
  isDay(season.endsOn, 'The season ends')
  if (season.endsOn < season.startsOn) throw new RangeError(`The season ends before it begins, on ${season.endsOn}.`)
  if (season.endsOn > Temporal.PlainDate.from(season.startsOn).add({ days: 400 }).toString()) {
    throw new RangeError('A season may last 400 days at most.')
  }
  if (season.slotMinutes !== 15 && season.slotMinutes !== 30) throw new RangeError('Slots must have 15 or 30 minutes.')
  checkCurve(season)
  const people = new Set<string>()
  for (const person of season.people) {
    if (people.has(person.id)) throw new RangeError(`The person ${person.id} is there twice.`)
    people.add(person.id)
    checkPerson(person)
  }
  const known = (id: string, what: string) => {
    if (!people.has(id)) throw new RangeError(`${what} names ${id}, who is nobody.`)
  }
  const names = new Set<string>()
  for (const series of season.series) {
    if (names.has(series.id)) throw new RangeError(`The series ${series.id} is there twice.`)
    names.add(series.id)
    for (const { personId } of series.members) known(personId, `The series ${series.id}`)
    checkSeries(series)
  }
  const fixed = new Set<string>()
  for (const { id, startsAt, minutes, personIds, seriesId } of season.fixed) {
    if (fixed.has(id)) throw new RangeError(`The fixed session ${id} is there twice.`)
    fixed.add(id)
    isMoment(startsAt, `The fixed session ${id} begins`)
    isCount(minutes, 1, 1440, `The fixed session ${id} needs minutes`)
    for (const personId of personIds) known(personId, `The fixed session ${id}`)
    if (new Set(personIds).size < personIds.length)
      throw new RangeError(`The fixed session ${id} names somebody twice.`)
    if (seriesId !== undefined && !names.has(seriesId)) {
      throw new RangeError(`The fixed session ${id} belongs to ${seriesId}, which is no series.`)
    }
  }
}

function checkCurve({ curve }: Season): void {
  if (curve.halfHours.length !== 48) throw new RangeError('The curve needs points for 48 half-hours.')
  for (const points of [...curve.halfHours, curve.ifNeedBe, curve.weekend]) {
    if (points !== null) isCount(points, 0, 50, 'The curve needs points')
  }
  const greatest = Math.max(0, ...curve.halfHours.map((points) => points ?? 0)) + curve.ifNeedBe + curve.weekend
  isCount(curve.missing, greatest, 250, 'A missing member needs points')
}

function checkPerson(person: SeasonPerson): void {
  const { id, zone, week, exceptions = [], busy = [], weekendDays = [] } = person
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  } catch {
    throw new RangeError(`The zone of ${id}, ${zone}, is unknown.`)
  }
  if (week !== undefined && !/^[012]{336}$/.test(week))
    throw new RangeError(`The week of ${id} needs 336 marks of 0, 1, 2.`)
  for (const { from, to, level } of exceptions) {
    isDay(from, `An exception of ${id} begins`)
    isDay(to, `An exception of ${id} ends`)
    if (!['0', '1', '2'].includes(level)) throw new RangeError(`An exception of ${id} has the level ${level}.`)
  }
  for (const { startsAt, endsAt } of busy) {
    isMoment(startsAt, `A busy time of ${id} begins`)
    isMoment(endsAt, `A busy time of ${id} ends`)
  }
  for (const day of weekendDays) isCount(day, 1, 7, `A weekend day of ${id} needs a number`)
  if (person.sessionsPerWeek !== undefined) isCount(person.sessionsPerWeek, 0, 1000, `The week of ${id} needs sessions`)
  if (person.minutesPerMonth !== undefined)
    isCount(person.minutesPerMonth, 0, 50_000, `The month of ${id} needs minutes`)
  if (person.borne !== undefined) isCount(person.borne, 0, 1e6, `The points of ${id} need a number`)
}

function checkSeries(series: SeasonSeries): void {
  const { id, members, sessions, minutes, leastGapDays, greatestGapDays, pinned = [] } = series
  if (!members.some(({ required }) => required)) throw new RangeError(`The series ${id} needs a required member.`)
  if (new Set(members.map(({ personId }) => personId)).size < members.length) {
    throw new RangeError(`The series ${id} names somebody twice.`)
  }
  isCount(sessions, 1, 200, `The series ${id} needs sessions`)
  isCount(minutes, 1, 720, `The series ${id} needs minutes`)
  isCount(leastGapDays, 1, 400, `The series ${id} needs a least gap of days`)
  isCount(greatestGapDays, leastGapDays, 400, `The series ${id} needs a greatest gap of days`)
  if (series.travelMinutes !== undefined) isCount(series.travelMinutes, 0, 720, `The way of ${id} needs minutes`)
  if (series.notBefore !== undefined) isDay(series.notBefore, `The series ${id} may begin`)
  if (series.notAfter !== undefined) isDay(series.notAfter, `The series ${id} may end`)
  for (const { index, startsAt } of pinned) {
    isCount(index, 0, sessions - 1, `A pinned session of ${id} needs an index`)
    isMoment(startsAt, `A pinned session of ${id} begins`)
  }
  if (new Set(pinned.map(({ index }) => index)).size < pinned.length) {
    throw new RangeError(`The series ${id} pins one session twice.`)
  }
}

function isCount(number: number, least: number, most: number, what: string): void {
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new RangeError(`${what} from ${least} to ${most}, not ${number}.`)
  }
}

function isDay(day: string, what: string): void {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) {
    throw new RangeError(`${what} on ${day}, which is no day.`)
  }
}

function isMoment(moment: string, what: string): void {
  try {
    if (Temporal.Instant.from(moment).epochMilliseconds % 60_000 === 0) return
  } catch {
    throw new RangeError(`${what} at ${moment}, which is no moment.`)
  }
  throw new RangeError(`${what} at ${moment}, which is no whole minute.`)
}
