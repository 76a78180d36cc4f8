import { existsSync } from 'node:fs'
import { impossible, type PlanningProblem } from '../../src/engine/planning/problem.ts'
import type { Sharing } from '../../src/engine/planning/season.ts'

/** A week of meetings as the shared generator draws it: points of each person and start, -1 is impossible. */
interface DrawnWeek {
  people: { zone: string; off: number; cost: number[] }[]
  sessions: number[][]
  len: number
  slots: number
}
type Generator = (people: number, sessions: number, least: number, most: number, seed: number) => DrawnWeek

/** The shared generator of weeks, where it is at hand. */
export async function loadGenerator(): Promise<Generator | undefined> {
  const source = new URL('../../../shared/anchors/gen_meet.mjs', import.meta.url)
  if (!existsSync(source)) return undefined
  return ((await import(source.href)) as { gen: Generator }).gen
}

/** A drawn week for our solver: every session a series of one. */
export function weekProblem(week: DrawnWeek): PlanningProblem {
  const rows = week.people.map(({ cost }) => rowOf(cost))
  return {
    slots: week.slots,
    people: week.people.length,
    sharing: 'total first',
    series: week.sessions.map((members) => ({
      members,
      rows: members.map((member) => rows[member]!),
      sessions: 1,
      length: week.len,
      minutes: 30 * week.len,
      leastGap: 1,
      greatestGap: 7,
    })),
  }
}

/** One group of a drawn week that meets once a week for so many weeks. */
export function rotationProblem(week: DrawnWeek, group: number, weeks: number, sharing: Sharing): PlanningProblem {
  const members = week.sessions[group]!
  return {
    slots: week.slots * weeks,
    people: members.length,
    sharing,
    series: [
      {
        members: members.map((_, at) => at),
        rows: members.map((member) => rowOf(Array.from({ length: weeks }, () => week.people[member]!.cost).flat())),
        sessions: weeks,
        length: week.len,
        minutes: 30 * week.len,
        leastGap: 1,
        greatestGap: 13,
      },
    ],
  }
}

function rowOf(cost: readonly number[]): Uint8Array {
  return Uint8Array.from(cost, (points) => (points < 0 ? impossible : points))
}

/** The points of a session in every slot, or -1 where somebody cannot: those a model is made of. */
export function pointsOf({ series, slots }: PlanningProblem, at: number): Int32Array {
  const { rows } = series[at]!
  return Int32Array.from({ length: slots }, (_, slot) =>
    rows.some((row) => row[slot] === impossible) ? -1 : rows.reduce((sum, row) => sum + row[slot]!, 0),
  )
}
