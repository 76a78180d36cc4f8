import { z } from 'zod'
import { checkGrouping } from '../../engine/grouping/check-grouping.ts'
import { group } from '../../engine/grouping/group.ts'
import type { GroupingProblem } from '../../engine/grouping/problem.ts'
import { isJson, readJson, readText } from './engine-file.ts'
import { secondsFlag, wholeFlag } from './flags.ts'
import { readGroupingJson } from './grouping-json.ts'
import { readMdgplib } from './mdgplib-file.ts'
import { milliseconds } from './processor-clock.ts'
import { FileFault, type EngineVerb } from './verb.ts'

/** `engine group`: people into groups, from an MDGPLIB file or JSON. */
export const groupVerb: EngineVerb = {
  name: 'group',
  takes: 'FILE [--seconds S] [--seed N] [--iterations N] [--plan N]',
  says: 'people into groups whose members fit each other, sizes and rules kept',
  help: `FILE is an instance of the MDGPLIB, plain or gzipped, or JSON; docs/engine/group.md describes both.

--seconds S      CPU time to search, 1 by default
--seed N         another seed, another walk; 1 by default
--iterations N   instead of seconds: so many steps, the same answer on every machine
--plan N         with --iterations, to repeat an answer that was found by time`,
  words: [1, 1],
  flags: ['seconds', 'seed', 'iterations', 'plan'],
  run([file], flags) {
    const { problem, people } = readGroupingFile(file!)
    const iterations = wholeFlag(flags, 'iterations', 0)
    const plan = wholeFlag(flags, 'plan', 0)
    const seed = wholeFlag(flags, 'seed', 0) ?? 1
    const limit =
      iterations === undefined
        ? { seconds: secondsFlag(flags) ?? 1, milliseconds }
        : { iterations, ...(plan === undefined ? {} : { plan }) }
    try {
      const found = group(problem, limit, seed)
      return {
        value: found.value,
        groups: found.groups.map((members) => members.map((member) => people[member]!)),
        sizes: found.groups.map((members) => members.length),
        worst: found.worst,
        seed,
        iterations: found.iterations,
        plan: found.plan,
      }
    } catch (error) {
      if (error instanceof RangeError) throw new FileFault(error.message)
      throw error
    }
  },
}

const id = z.union([z.string(), z.number()])
const resultSchema = z.object({ groups: z.array(z.array(id)), value: z.number().optional() })

/**
 * The groups of a result, and what it says they are worth.
 *
 * @throws FileFault where it is no such result
 */
export function groupResult(text: string): { groups: (string | number)[][]; value?: number } {
  const { groups, value } = readJson(resultSchema, text)
  return value === undefined ? { groups } : { groups, value }
}

/** `engine check` for groupings: recomputes sizes, rules and value from the file alone. */
export function checkGroupResult(file: string, result: { groups: (string | number)[][]; value?: number }) {
  const { problem, people } = readGroupingFile(file)
  const numbers = new Map(people.map((person, at) => [person, at]))
  const groups = result.groups.map((members) => members.map((member) => numbers.get(member) ?? -1))
  return checkGrouping(problem, result.value === undefined ? { groups } : { groups, value: result.value })
}

function readGroupingFile(file: string): { problem: GroupingProblem; people: (string | number)[] } {
  const text = readText(file)
  if (isJson(text)) return readGroupingJson(text)
  const problem = readMdgplib(text)
  return { problem, people: Array.from({ length: problem.n }, (_, person) => person) }
}
