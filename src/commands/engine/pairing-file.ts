import type { CapacityProblem, PairingProblem } from '../../engine/pairing/problem.ts'
import { isJson, readText } from './engine-file.ts'
import { readPairingJson } from './pairing-json.ts'
import { FileFault } from './verb.ts'

/** What a person is called in the file. */
export type PersonId = number | string

export interface PairingFile {
  problem: PairingProblem | CapacityProblem
  /** Of each person of the problem. */
  ids: readonly PersonId[]
}

const longestLine = 10_000

/**
 * Reads a pairing problem from a file: JSON where the first sign is a brace, else DIMACS (`p edge N M`, then M lines
 * `e U V WEIGHT`; people count from 1, comments begin with c).
 *
 * @throws FileFault with the line where there is one
 */
export function readPairingFile(path: string): PairingFile {
  const text = readText(path)
  return isJson(text) ? readPairingJson(text) : readDimacs(text)
}

function readDimacs(text: string): PairingFile {
  let size: { n: number; m: number } | undefined
  const edges: [number, number, number][] = []
  const lineOf = new Map<number, number>()
  for (const [index, whole] of text.split('\n').entries()) {
    const line = index + 1
    if (whole.length > longestLine) throw new FileFault(`The line is longer than ${longestLine} signs.`, line)
    const [mark = '', ...words] = whole.trim().split(/\s+/)
    if (mark === '' || mark === 'c') continue
    if (mark === 'p') {
      if (size) throw new FileFault("There is a second line 'p'.", line)
      size = readSize(words, line)
    } else if (mark === 'e') {
      if (!size) throw new FileFault("The line 'p edge N M' must come first.", line)
      const edge = readEdge(words, size.n, line)
      const key = Math.min(edge[0], edge[1]) * size.n + Math.max(edge[0], edge[1])
      const before = lineOf.get(key)
      if (before !== undefined) throw new FileFault(`The same two are on line ${before} already.`, line)
      lineOf.set(key, line)
      edges.push(edge)
    } else {
      throw new FileFault("A line begins with 'c', 'p' or 'e'.", line)
    }
  }
  if (!size) throw new FileFault("There is no line 'p edge N M'.")
  if (edges.length !== size.m) {
    throw new FileFault(`The line 'p' promises ${size.m} edges, but there are ${edges.length}.`)
  }
  return { problem: { n: size.n, edges }, ids: Array.from({ length: size.n }, (_, index) => index + 1) }
}

function readSize(words: readonly string[], line: number): { n: number; m: number } {
  const [kind, people, pairs] = words
  if (words.length !== 3 || kind !== 'edge') throw new FileFault("It is 'p edge N M'.", line)
  const n = readWhole(people, line)
  const m = readWhole(pairs, line)
  if (n < 0 || n > mostPeople) throw new FileFault(`The number of people must be from 0 to ${mostPeople}.`, line)
  return { n, m }
}

function readEdge(words: readonly string[], n: number, line: number): [number, number, number] {
  if (words.length !== 3) throw new FileFault("It is 'e U V WEIGHT'.", line)
  const [u, v, weight] = [readWhole(words[0], line), readWhole(words[1], line), readWhole(words[2], line)]
  for (const vertex of [u, v]) {
    if (vertex < 1 || vertex > n) throw new FileFault(`There is no ${vertex}; people count from 1 to ${n}.`, line)
  }
  if (u === v) throw new FileFault(`${u} cannot be paired with themselves.`, line)
  return [u - 1, v - 1, weight]
}

function readWhole(word: string | undefined, line: number): number {
  const value = Number(word)
  if (word === undefined || !/^-?\d{1,16}$/.test(word) || !Number.isSafeInteger(value)) {
    throw new FileFault(`'${word?.slice(0, 40)}' is not a whole number of safe size.`, line)
  }
  return value
}

/** More would not fit into memory. */
const mostPeople = 1_000_000
