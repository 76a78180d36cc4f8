/*
 * Finds what src/engine/rotation keeps: a line of starter-lines.ts, the difference matrix over 12 elements, or the base
 * round of 32 players that quaternions develop.
 * Usage: tsx bench/rotation-starters.ts GROUPS SIZE ROUNDS [SEED] [MILLION STEPS]
 *        tsx bench/rotation-starters.ts dozen | quaternions
 */
import { searchStarter } from '../src/engine/rotation/starter-plans.ts'
import { writeStarter } from '../src/engine/rotation/starters.ts'
import { isCleanBase, searchQuaternions } from './quaternion-search.ts'

const [first, ...rest] = process.argv.slice(2)
if (first === 'dozen') console.log(differenceMatrix())
else if (first === 'quaternions') findBase()
else findLine(Number(first), ...(rest.map(Number) as [number, number]))

function findLine(groups: number, size: number, rounds: number, seed = 1, millions = 300): void {
  for (let stepsPerGroup = 5000, left = millions * 1e6; left > 0; stepsPerGroup *= 2) {
    const steps = Math.min(left, 500 * stepsPerGroup)
    const starter = searchStarter(groups, size, rounds, seed++, { steps, stepsPerGroup })
    if (starter) {
      console.log(writeStarter(starter))
      return
    }
    left -= steps
  }
  console.log(`Nothing found for ${groups} groups of ${size} in ${rounds} rounds.`)
  process.exitCode = 1
}

function findBase(): void {
  const base = searchQuaternions(1, 1000)
  if (!base || !isCleanBase(base)) process.exitCode = 1
  console.log(JSON.stringify(base ?? 'Nothing found.'))
}

/** Six rows over Z2 x Z6 (element 6u + w), any two of which differ by every element once. */
function differenceMatrix(): number[][] {
  const difference = (a: number, b: number) => ((Math.floor(a / 6) + Math.floor(b / 6)) % 2) * 6 + ((a - b + 12) % 6)
  const differ = (one: number[], other: number[]) =>
    new Set(one.map((entry, at) => difference(entry, other[at]!))).size === 12
  const identity = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
  const rows: number[][] = []
  const row = [0]
  place(1, 1)
  for (const one of rows) {
    const near = rows.filter((other) => differ(one, other))
    const four = clique([one], near)
    if (four) return [identity.map(() => 0), identity, ...four]
  }
  return []

  function place(taken: number, differences: number): void {
    if (row.length === 12) {
      rows.push([...row])
      return
    }
    for (let entry = 1; entry < 12; entry++) {
      const other = difference(entry, row.length)
      if ((taken >> entry) & 1 || (differences >> other) & 1) continue
      row.push(entry)
      place(taken | (1 << entry), differences | (1 << other))
      row.pop()
    }
  }
  function clique(chosen: number[][], left: number[][]): number[][] | undefined {
    if (chosen.length === 4) return chosen
    for (const [at, one] of left.entries()) {
      const found = clique(
        [...chosen, one],
        left.slice(at + 1).filter((other) => differ(one, other)),
      )
      if (found) return found
    }
    return undefined
  }
}
