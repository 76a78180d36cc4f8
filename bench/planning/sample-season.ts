import { usualCurve } from '../../src/engine/planning/usual-curve.ts'
import type { Season, SeasonPerson, SeasonSeries } from '../../src/engine/planning/season.ts'
import { type Random, seededRandom } from '../../src/engine/random.ts'

const zones = [
  'America/Los_Angeles',
  'America/Guayaquil',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Africa/Accra',
  'Europe/Berlin',
  'Africa/Cairo',
  'Africa/Nairobi',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Dhaka',
]

/**
 * Twelve weeks over both changes of clocks in spring: 500 people in twelve zones with busy weeks, 250 pairs that meet
 * monthly, 40 groups of 5 to 7 from neighbouring zones that meet every two weeks.
 */
export function sampleSeason(seed: number): Season {
  const random = seededRandom(seed)
  const people = Array.from({ length: 500 }, (_, at): SeasonPerson => {
    const zone = Math.floor(at / 42) % zones.length
    return { id: `p${at}`, zone: zones[zone]!, week: week(random), sessionsPerWeek: 4, minutesPerMonth: 600 }
  })
  const pairs = drawPairs(random).map((members, at) => seriesOf(`pair ${at}`, members, 3, [21, 42]))
  const groups = Array.from({ length: 40 }, (_, at) => {
    const first = random.int(500)
    const members = new Set([first])
    while (members.size < 5 + (at % 3)) members.add((first + 500 + random.int(168) - 84) % 500)
    return seriesOf(`group ${at}`, [...members], 6, [7, 21])
  })
  const series = [...pairs, ...groups]
  const days = { startsOn: '2027-03-01', endsOn: '2027-05-23' }
  return { ...days, slotMinutes: 30, curve: usualCurve, people, series, fixed: [], sharing: 'total first' }
}

/** Everybody in one pair: seven in ten with somebody of the same or a neighbouring zone, the rest with anybody. */
function drawPairs(random: Random): number[][] {
  const free = new Set(Array.from({ length: 500 }, (_, at) => at))
  const pairs: number[][] = []
  for (const one of free) {
    free.delete(one)
    const near = [...free].filter((other) => other - one < 120)
    const other = random.pick(near.length > 0 && random.int(10) < 7 ? near : [...free])
    free.delete(other)
    pairs.push([one, other])
  }
  return pairs
}

/** A week of half-hours: nights not, two in five working hours taken, a quarter of the others, some only if need be. */
function week(random: Random): string {
  const hours = Array.from({ length: 168 }, (_, at) => {
    const [day, hour] = [Math.floor(at / 24), at % 24]
    const isWork = day < 5 && hour >= 9 && hour < 18
    if (random.int(100) < (isWork ? 40 : 25)) return '0'
    return random.int(10) === 0 ? '1' : '2'
  })
  return hours.map((mark) => mark + mark).join('')
}

function seriesOf(id: string, members: number[], sessions: number, gap: [number, number]): SeasonSeries {
  return {
    id,
    members: members.map((at) => ({ personId: `p${at}`, required: true })),
    sessions,
    minutes: 60,
    leastGapDays: gap[0],
    greatestGapDays: gap[1],
    medium: 'remote',
  }
}
