/*
 * Rotations: how many clean rounds are reached beside the best known, and what they cost.
 * Usage: tsx bench/rotation.ts   Ends with 1 where a schedule is wrong.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkRotation } from '../src/engine/rotation/check-rotation.ts'
import { cleanRotation, mostCleanRounds } from '../src/engine/rotation/clean-rotation.ts'
import { rotate } from '../src/engine/rotation/rotate.ts'
import type { RotationRequest } from '../src/engine/rotation/rotation-request.ts'

interface Case {
  groups: number
  size: number
  best?: number
}

const shared = new URL('../../shared/data/rotation/', import.meta.url)
const milliseconds = () => process.cpuUsage().user / 1000

compareCleanRounds()
goBeyond()

function compareCleanRounds(): void {
  const cases = readCases()
  const folder = mkdtempSync(join(tmpdir(), 'rotation-'))
  console.log('groups-size players  bound  best  ours   CPU ms  checked  method')
  const reached: Case[] = []
  const more: Case[] = []
  const slow: number[] = []
  for (const each of cases) {
    const { groups, size, best } = each
    const before = milliseconds()
    const { rounds, method } = cleanRotation(groups, size)
    const cost = milliseconds() - before
    const verdict = checkRotation(rounds, { players: groups * size, leastSize: size, mostSize: size })
    const isClean = verdict.sound && verdict.repeats === 0
    if (!isClean) process.exitCode = 1
    if (isClean && best !== undefined && rounds.length >= best) reached.push(each)
    if (isClean && best !== undefined && rounds.length > best) more.push(each)
    slow.push(cost)
    writeFileSync(join(folder, `${groups}-${size}.json`), JSON.stringify(rounds))
    const numbers = [groups * size, mostCleanRounds(groups, size), best ?? '-', rounds.length, cost.toFixed(0)]
    const mark = best !== undefined && rounds.length < best ? ' <' : ''
    console.log(
      `${`${groups}-${size}`.padEnd(11)}${numbers.map((each) => String(each).padStart(7)).join('')}` +
        `${(isClean ? 'yes' : 'NO').padStart(9)}  ${method}${mark}`,
    )
  }
  const isSmall = ({ groups, size }: Case) => groups * size <= 40 && size >= 3 && size <= 5
  const count = (all: Case[]) => `${all.filter(isSmall).length} of ${cases.filter(isSmall).length}`
  console.log(`\nAs many rounds as the best known: ${reached.length} of ${cases.length} cases,`)
  console.log(`of those up to 40 players in groups of 3 to 5: ${count(reached)}. More than known: ${more.length}.`)
  console.log(
    `CPU ms: median ${slow.toSorted((a, b) => a - b)[slow.length >> 1]!.toFixed(1)}, most ${Math.max(...slow).toFixed(0)}.`,
  )
  verifyOutside(folder, cases)
  rmSync(folder, { recursive: true })
}

/** More rounds than exist cleanly, absences, sizes that do not divide: how far above a proven bound. */
function goBeyond(): void {
  const away = (round: number, players: number) => [(7 * round) % players, (7 * round + 3) % players]
  const requests: [string, RotationRequest][] = [
    ['12 in threes, 8 rounds', { players: 12, size: 3, rounds: 8 }],
    ['15 in threes, 14 rounds', { players: 15, size: 3, rounds: 14 }],
    ['16 in fours, 8 rounds', { players: 16, size: 4, rounds: 8 }],
    ['8 in fours, 6 rounds', { players: 8, size: 4, rounds: 6 }],
    ['20 in fours, 10 rounds', { players: 20, size: 4, rounds: 10 }],
    ['32 in fours, 12 rounds', { players: 32, size: 4, rounds: 12 }],
    ['30 in fives, 10 rounds', { players: 30, size: 5, rounds: 10 }],
    ['17 in fours, 6 rounds', { players: 17, size: 4, rounds: 6 }],
    ['23 in fours, 8 rounds', { players: 23, size: 4, rounds: 8 }],
    ['50 in sixes, 8 rounds', { players: 50, size: 6, rounds: 8 }],
    ['24 in fours, 6 rounds, neighbours met', withNeighbours(24, 4, 6)],
    ...[20, 40].map((players): [string, RotationRequest] => [
      `${players} in fours, 8 rounds, two away`,
      { players, size: 4, rounds: 8, absent: Array.from({ length: 8 }, (_, round) => away(round, players)) },
    ]),
  ]
  console.log('\nBeyond clean rounds                    repeats  burden  least   CPU ms  checked')
  for (const [name, request] of requests) {
    const before = milliseconds()
    const { rounds, repeats, burden, leastBurden } = rotate(request)
    const cost = milliseconds() - before
    const verdict = checkRotation(rounds, request)
    const isSound = verdict.sound && verdict.repeats === repeats
    if (!isSound) process.exitCode = 1
    const numbers = [repeats, burden, leastBurden, cost.toFixed(0)].map((each) => String(each).padStart(8)).join('')
    console.log(`${name.padEnd(38)}${numbers}${(isSound ? 'yes' : 'NO').padStart(9)}`)
  }
  console.log("'least' is proven for every rotation; equal means none is better.")
}

function withNeighbours(players: number, size: number, rounds: number): RotationRequest {
  const metBefore = Array.from({ length: players }, (_, player) => [player, (player + 1) % players] as const)
  return { players, size, rounds, metBefore }
}

function readCases(): Case[] {
  const file = new URL('uniform.csv', shared)
  if (!existsSync(file)) {
    console.log('The published cases are absent: every case up to 60 players, with no best known beside.')
    const sizes = [3, 4, 5, 6].flatMap((size) =>
      Array.from({ length: Math.floor(60 / size) }, (_, at) => ({ groups: at + 1, size })),
    )
    return sizes
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1)
  return lines.map((line) => {
    const [groups, size, , best] = line.split(',').map(Number)
    return { groups: groups!, size: size!, best: best! }
  })
}

/** The checker that came with the published cases, where it and python3 are there. */
function verifyOutside(folder: string, cases: Case[]): void {
  const program = fileURLToPath(new URL('verify.py', shared))
  const files = cases.map(({ groups, size }) => join(folder, `${groups}-${size}.json`))
  if (!existsSync(program) || spawnSync('python3', ['--version']).status !== 0) {
    console.log('verify.py or python3 is absent: checked by checkRotation alone.')
    return
  }
  const { status } = spawnSync('python3', [program, ...files], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) process.exitCode = 1
  console.log(
    `verify.py on all ${files.length} files: ${status === 0 ? 'every round sound, nobody meets twice' : 'WRONG'}.`,
  )
}
