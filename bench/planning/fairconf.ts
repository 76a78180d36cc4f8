import { existsSync, readFileSync } from 'node:fs'
import { readConference } from '../../src/commands/engine/conference-file.ts'
import { milliseconds } from '../../src/commands/engine/processor-clock.ts'
import { scheduleConference } from '../../src/engine/planning/conference/schedule-conference.ts'
import { judge, row } from './table.ts'

const data = new URL('../../../shared/data/planning/', import.meta.url)
/** Published objectives have nine places. */
const tolerance = 1e-8

/** The published schedules of virtual conferences: equalled, beaten and missed, seed by seed. */
export function publishedConferences(seeds: readonly number[], seconds: number): void {
  if (!existsSync(data)) return judge('the published conferences are absent: nothing compared', false)
  const path = (name: string) => new URL(name, data).pathname
  const [, ...lines] = readFileSync(path('fairconf_published.csv'), 'utf8').trim().split('\n')
  const rows = lines.map((line) => line.split(','))
  console.log(
    `Conferences of Patro et al., WWW 2022: ${rows.length} published schedules, at most ${seconds} CPU s each.`,
  )
  console.log(row('seed', ['equalled', 'beaten', 'missed', 'annealing', 'proved', 'CPU s']))
  for (const seed of seeds) {
    let [equalled, beaten, annealed, proved] = [0, 0, 0, 0]
    const missed: string[] = []
    const before = milliseconds()
    for (const [set, , , , efficiency, participants, speakers, published, annealing] of rows) {
      const weights = { efficiency: Number(efficiency), participants: Number(participants), speakers: Number(speakers) }
      const conference = readConference(path(`${set}_A.csv.gz`), path(`${set}_V.csv.gz`))
      const limit = { seed, seconds, milliseconds, iterations: Infinity }
      const { objective, isProved } = scheduleConference(conference, weights, limit)
      const over = objective - Number(published)
      if (over > tolerance) beaten++
      else if (over > -tolerance) equalled++
      else missed.push(`${set} ${efficiency},${participants},${speakers}: ${objective.toFixed(9)}, not ${published}`)
      if (Number(annealing) - Number(published) > -tolerance) annealed++
      if (isProved) proved++
    }
    console.log(
      row(String(seed), [equalled, beaten, missed.length, annealed, proved, (milliseconds() - before) / 1000]),
    )
    for (const each of missed) console.log(`  missed: ${each}`)
    judge(
      `seed ${seed}: ${equalled} of ${rows.length} published conferences equalled, ${beaten} beaten, at least ${annealed} asked`,
      equalled + beaten >= annealed,
    )
  }
  console.log(
    "'annealing': how many a plain annealing of 1.5 s equals; 'proved': nothing better is possible, by our bound.\n",
  )
}
