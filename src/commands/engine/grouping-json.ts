import { z } from 'zod'
import { GroupingClash, sizesBetween, type GroupingProblem } from '../../engine/grouping/problem.ts'
import { readJson } from './engine-file.ts'
import { FileFault } from './verb.ts'

const name = z.union([z.string().min(1), z.number()])
const bounds = z.tuple([z.int().min(0), z.int().min(1)])
const worth = z.number().min(-1e9).max(1e9)

/** A grouping problem as JSON. People go by whatever names or numbers the file gives them. */
export const groupingFile = z.strictObject({
  people: z.array(name).min(1).max(4000),
  fits: z
    .array(z.tuple([name, name, worth]))
    .describe('Two people and what they are worth in one group; pairs left out are worth 0.'),
  sizes: z
    .union([
      z.array(bounds).min(1).describe('Fewest and most people of each group.'),
      z.strictObject({ least: z.int().min(1), most: z.int().min(1), groups: z.int().min(1).optional() }),
    ])
    .default({ least: 5, most: 7 }),
  rules: z
    .strictObject({
      together: z.array(z.array(name).min(1)).optional(),
      apart: z.array(z.tuple([name, name])).optional(),
      fixed: z
        .array(z.tuple([name, z.int().min(0)]))
        .optional()
        .describe('A person and the number of a group, from 0.'),
      shares: z.array(z.strictObject({ name: z.string(), members: z.array(name), least: z.int().min(0) })).optional(),
    })
    .default({}),
  spread: z
    .array(
      z.strictObject({
        trait: z.string(),
        of: z.array(z.tuple([name, z.union([z.number().min(-1e6).max(1e6), z.string()])])),
        weight: z.number().min(0).max(1e9).default(1),
      }),
    )
    .default([])
    .describe('Traits to spread evenly: numbers, or categories as words. Who is left out has 0, or no category.'),
  objective: z.enum(['sum', 'worst']).default('sum'),
})

/** Reads the problem and the names of its people. */
export function readGroupingJson(text: string): { problem: GroupingProblem; people: (string | number)[] } {
  const file = readJson(groupingFile, text)
  const { people, rules } = file
  const numbers = new Map(people.map((person, at) => [person, at]))
  if (numbers.size < people.length) {
    throw new FileFault(`people: ${people.find((person, at) => numbers.get(person) !== at)} stands twice.`)
  }
  const at = (person: string | number, where: string) => {
    const found = numbers.get(person)
    if (found === undefined) throw new FileFault(`${where}: ${person} is not among the people.`)
    return found
  }
  const n = people.length
  const fit = new Float64Array(n * n)
  const seen = new Set<number>()
  for (const [index, [one, other, value]] of file.fits.entries()) {
    const [i, j] = [at(one, `fits[${index}]`), at(other, `fits[${index}]`)]
    if (i === j) throw new FileFault(`fits[${index}]: ${one} is paired with themselves.`)
    const key = Math.min(i, j) * n + Math.max(i, j)
    if (seen.has(key)) throw new FileFault(`fits[${index}]: ${one} and ${other} stand twice.`)
    seen.add(key)
    fit[i * n + j] = fit[j * n + i] = value
  }
  const problem: GroupingProblem = {
    n,
    fit,
    sizes: sizesOf(file.sizes, n),
    together: (rules.together ?? []).map((all, index) => all.map((one) => at(one, `rules.together[${index}]`))),
    apart: (rules.apart ?? []).map((pair, index) => {
      const where = `rules.apart[${index}]`
      return [at(pair[0], where), at(pair[1], where)] as const
    }),
    fixed: (rules.fixed ?? []).map(([one, group], index) => [at(one, `rules.fixed[${index}]`), group] as const),
    shares: (rules.shares ?? []).map((share, index) => ({
      ...share,
      members: share.members.map((one) => at(one, `rules.shares[${index}]`)),
    })),
    spread: file.spread.flatMap(({ of, weight }, index) => {
      const entries = of.map(([one, value]) => [at(one, `spread[${index}]`), value] as const)
      return columnsOf(n, entries).map((values) => ({ values, weight }))
    }),
    objective: file.objective,
  }
  return { problem, people }
}

function sizesOf(sizes: z.output<typeof groupingFile>['sizes'], n: number): GroupingProblem['sizes'] {
  if (Array.isArray(sizes)) return sizes
  try {
    return sizesBetween(n, sizes.least, sizes.most, sizes.groups)
  } catch (error) {
    if (error instanceof GroupingClash) throw new FileFault(`sizes: ${error.message}`)
    throw error
  }
}

/** One column for a number, one a level for a category. */
function columnsOf(n: number, entries: (readonly [person: number, value: number | string])[]): number[][] {
  const levels = new Set(entries.flatMap(([, value]) => (typeof value === 'string' ? [value] : [])))
  if (levels.size === 0) {
    const values = Array.from({ length: n }, () => 0)
    for (const [person, value] of entries) values[person] = Number(value)
    return [values]
  }
  return [...levels].map((level) => {
    const values = Array.from({ length: n }, () => 0)
    for (const [person, value] of entries) if (value === level) values[person] = 1
    return values
  })
}
