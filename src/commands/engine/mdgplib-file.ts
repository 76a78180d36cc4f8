import type { GroupingProblem } from '../../engine/grouping/problem.ts'
import { FileFault } from './verb.ts'

/**
 * Reads an instance of the MDGPLIB: `n groups ss|ds least most least most …`, then a line `i j d` for each pair,
 * numbered from 0. Pairs that are not named are worth 0.
 */
export function readMdgplib(text: string): GroupingProblem {
  const lines = text.split('\n').map((line) => line.trim())
  const head = (lines[0] ?? '').split(/\s+/)
  const [n, groups] = [whole(head[0]), whole(head[1])]
  if (n === undefined || n < 1 || n > 4000)
    throw new FileFault(`'${head[0]}' is no number of people from 1 to 4000.`, 1)
  if (groups === undefined || groups < 1 || groups > n)
    throw new FileFault(`'${head[1] ?? ''}' is no number of groups.`, 1)
  if (head[2] !== 'ss' && head[2] !== 'ds')
    throw new FileFault(`The third word must be ss or ds, not '${head[2] ?? ''}'.`, 1)
  const bounds = head.slice(3).map(whole)
  if (bounds.length !== 2 * groups || bounds.includes(undefined)) {
    throw new FileFault(
      `${groups} groups need ${2 * groups} whole numbers as bounds; there are ${bounds.length} words.`,
      1,
    )
  }
  const sizes = Array.from({ length: groups }, (_, group) => [bounds[2 * group]!, bounds[2 * group + 1]!] as const)
  const crossed = sizes.findIndex(([least, most]) => least > most)
  if (crossed !== -1)
    throw new FileFault(`Group ${crossed} has its bounds crossed: ${sizes[crossed]!.join(' to ')}.`, 1)

  const fit = new Float64Array(n * n)
  const seen = new Uint8Array(n * n)
  for (const [at, line] of lines.entries()) {
    if (at === 0 || line === '') continue
    const words = line.split(/\s+/)
    const [i, j] = [whole(words[0]), whole(words[1])]
    const worth = words[2] === undefined || words[2] === '' ? Number.NaN : Number(words[2])
    if (words.length !== 3) throw new FileFault(`A pair is written 'i j d', not '${line.slice(0, 40)}'.`, at + 1)
    if (i === undefined || j === undefined || i >= n || j >= n) {
      throw new FileFault(`People are numbered from 0 to ${n - 1}, not '${words[0]} ${words[1]}'.`, at + 1)
    }
    if (i === j) throw new FileFault(`Person ${i} is paired with themselves.`, at + 1)
    if (!(Math.abs(worth) <= 1e9)) throw new FileFault(`'${words[2]}' is no number up to 10^9.`, at + 1)
    if (seen[i * n + j]) throw new FileFault(`The pair ${i} ${j} stands twice.`, at + 1)
    seen[i * n + j] = seen[j * n + i] = 1
    fit[i * n + j] = fit[j * n + i] = worth
  }
  return { n, fit, sizes }
}

function whole(word: string | undefined): number | undefined {
  return word !== undefined && /^\d{1,9}$/.test(word) ? Number(word) : undefined
}
