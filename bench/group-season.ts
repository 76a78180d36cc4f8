/*
 * A season with group meetings of everybody: what do many members who need not come cost the planner?
 * Usage: tsx bench/group-season.ts [people] [pairs] [meetings] [iterations]   (500 250 40 20000 unless said otherwise.)
 * Prints CPU seconds, the total beside its bound, and how many cannot come to the meetings.
 */
import { planSeason } from '../src/engine/planning/plan-season.ts'
import { sampleSeason } from '../src/engine/planning/sample-seasons.ts'
import type { Season, SeasonSeries } from '../src/engine/planning/season.ts'
import { startsFor } from '../src/engine/planning/starts-for.ts'

const [people = 500, pairs = 250, meetings = 40, iterations = 20_000] = process.argv.slice(2).map(Number)
const season = withMeetings(sampleSeason({ people, pairs, groups: 0, seed: 7 }))
const planned = cpuSeconds(() => planSeason(season, { seed: 7, iterations }))
const { sessions, total, certificate } = planned.result
const missing = sessions
  .filter(({ seriesId, startsAt }) => seriesId.startsWith('all') && startsAt)
  .map((one) => one.missing.length)
const menu = cpuSeconds(() => startsFor(season, planned.result, 'all0', 0))
const unplaced = sessions.filter(({ startsAt }) => startsAt === null).length
const gap = (100 * (total - certificate.leastTotal)) / certificate.leastTotal
process.stdout.write(
  `${people} people, ${pairs} pairs, ${meetings} meetings of all: ${planned.seconds.toFixed(1)} s CPU for ` +
    `${planned.result.iterations} steps, total ${total}, at most ${gap.toFixed(2)} % above the least; ${unplaced} without a ` +
    `time; ${Math.min(...missing)} to ${Math.max(...missing)} cannot come to a meeting; every start of one meeting in ` +
    `${menu.seconds.toFixed(2)} s CPU\n`,
)

/** Meetings of everybody, run by one who must be at each; some have somebody without whom there is none. */
function withMeetings(base: Season): Season {
  const all = Array.from({ length: meetings }, (_, at): SeasonSeries => ({
    id: `all${at}`,
    members: [
      { personId: 'organiser', required: true },
      ...base.people.map(({ id }, place) => ({ personId: id, required: at % 4 === 0 && place === at })),
    ],
    sessions: 1,
    minutes: 90,
    leastGapDays: 1,
    greatestGapDays: 1,
    medium: 'remote',
  }))
  return {
    ...base,
    people: [...base.people, { id: 'organiser', zone: 'Europe/London' }],
    series: [...base.series, ...all],
  }
}

function cpuSeconds<T>(work: () => T): { seconds: number; result: T } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, result }
}
