import { seededRandom, type Random } from '../random.ts'
import type { FixedSession, Season, SeasonPerson, SeasonSeries } from './season.ts'
import { usualCurve } from './usual-curve.ts'
import { dateOf, dayNumber } from './zone-clock.ts'

const zones = [
  'America/Guayaquil',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Nairobi',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dhaka',
  'Asia/Manila',
  'Asia/Tokyo',
  'Australia/Adelaide',
]

/**
 * A season by chance as an agency has it: `pairs` of two who meet three times, `groups` of five to seven who meet three
 * times, over twelve weeks across a change of clocks; everybody with a week of three levels and some with limits.
 *
 * @example planSeason(sampleSeason({ people: 40, pairs: 20, groups: 2, seed: 7 }), { seed: 1 })
 */
export function sampleSeason(size: { people: number; pairs: number; groups: number; seed: number }): Season {
  const random = seededRandom(size.seed)
  const people = Array.from({ length: size.people }, (_, at) => samplePerson(random, `p${at}`))
  const series: SeasonSeries[] = []
  const draw = (count: number) => {
    const first = random.int(size.people)
    const ids = new Set([first])
    // Most groups lie within half a day's reach, as agencies arrange them.
    for (let attempt = 0; ids.size < Math.min(count, size.people); attempt++) {
      const other = random.int(size.people)
      const apart = Math.abs(zones.indexOf(people[other]!.zone) - zones.indexOf(people[first]!.zone))
      if (apart <= 4 || attempt > 200 || random.int(6) === 0) ids.add(other)
    }
    return [...ids].map((at) => ({ personId: `p${at}`, required: true }))
  }
  for (let pair = 0; pair < size.pairs; pair++) {
    series.push({ ...rhythm, id: `pair${pair}`, members: draw(2), minutes: 60, medium: 'remote' })
  }
  for (let group = 0; group < size.groups; group++) {
    const members = draw(5 + random.int(3))
    members.at(-1)!.required = false
    series.push({ ...rhythm, id: `group${group}`, members, minutes: 90, medium: 'remote' })
  }
  const span = { startsOn: '2027-02-15', endsOn: '2027-05-09', slotMinutes: 30 }
  return { ...span, curve: usualCurve, people, series, fixed: [], sharing: 'total first' }
}

const rhythm = { sessions: 3, leastGapDays: 14, greatestGapDays: 35 }

/**
 * A small, crowded season with everything that can be said: exceptions, busy times, limits, places and ways, pinned and
 * fixed sessions, optional members, dates. Some sessions have no place.
 */
export function crowdedSeason(seed: number): Season {
  const random = seededRandom(seed)
  const count = 3 + random.int(4)
  const first = dayNumber(random.pick(['2027-03-08', '2027-03-22', '2026-10-19', '2027-09-27'])) + random.int(4)
  const days = 10 + random.int(18)
  const day = () => dateOf(first + random.int(days))
  const moment = () => `${day()}T${String(random.int(24)).padStart(2, '0')}:${random.pick(['00', '30', '10'])}:00Z`
  const people = Array.from({ length: count }, (_, at): SeasonPerson => {
    const person = samplePerson(random, `p${at}`)
    const from = day()
    return {
      ...person,
      ...(random.int(3) === 0 && {
        exceptions: [
          { from, to: dateOf(dayNumber(from) + random.int(9)), level: random.pick(['0', '1', '2'] as const) },
        ],
      }),
      ...(random.int(3) === 0 && { busy: [{ startsAt: `${from}T06:00:00Z`, endsAt: `${from}T15:20:00Z` }] }),
      ...(random.int(5) === 0 && { sessionsPerWeek: random.int(3) }),
      ...(random.int(6) === 0 && { minutesPerMonth: 60 * (1 + random.int(4)) }),
      ...(random.int(4) === 0 && { weekendDays: [5, 6] }),
      ...(random.int(4) === 0 && { borne: random.int(12) }),
    }
  })
  const series = Array.from({ length: 2 + random.int(4) }, (_, at): SeasonSeries => {
    const members = random.shuffle(people).slice(0, 2 + random.int(2))
    const sessions = 1 + random.int(4)
    const leastGapDays = 1 + random.int(7)
    const [from, to] = [day(), day()].sort()
    return {
      id: `s${at}`,
      members: members.map(({ id }, place) => ({ personId: id, required: place === 0 || random.int(4) > 0 })),
      sessions,
      minutes: random.pick([30, 45, 60, 90]),
      leastGapDays,
      greatestGapDays: leastGapDays + random.int(10),
      medium: random.pick(['remote', 'remote', 'Hall']),
      ...(random.int(4) === 0 && { notBefore: from!, notAfter: to! }),
      ...(random.int(3) === 0 && { travelMinutes: 30 * random.int(4) }),
      ...(random.int(5) === 0 && { pinned: [{ index: random.int(sessions), startsAt: moment() }] }),
    }
  })
  const fixed = Array.from({ length: random.int(3) }, (_, at): FixedSession => {
    const one = random.pick(series)
    const before = `${dateOf(first - 1 - random.int(5))}T10:00:00Z`
    const personIds = one.members.map(({ personId }) => personId)
    if (random.int(2) === 0) return { id: `f${at}`, startsAt: before, minutes: 60, personIds, seriesId: one.id }
    return { id: `f${at}`, startsAt: moment(), minutes: 75, personIds: personIds.slice(0, 1), place: 'Hall' }
  })
  const span = { startsOn: dateOf(first), endsOn: dateOf(first + days - 1), slotMinutes: random.pick([15, 30]) }
  const sharing = random.pick(['total first', 'worst first'] as const)
  return { ...span, curve: usualCurve, people, series, fixed, sharing }
}

/** Somebody with a usual week: office hours mostly good, evenings if need be, some half-days not at all. */
function samplePerson(random: Random, id: string): SeasonPerson {
  const marks = Array.from({ length: 336 }, (_, half) => {
    const [day, hour] = [Math.floor(half / 48), Math.floor((half % 48) / 2)]
    if (hour < 7 || hour >= 21) return '0'
    return day < 5 && hour >= 8 && hour < 18 ? '2' : '1'
  })
  for (let block = 0; block < 8; block++) marks.fill('0', ...span(random.int(14), 24))
  for (let block = 0; block < 6; block++) marks.fill('0', ...span(random.int(42), 8))
  return { id, zone: random.pick(zones), week: marks.join('') }
}

function span(number: number, length: number): [number, number] {
  return [number * length, (number + 1) * length]
}
