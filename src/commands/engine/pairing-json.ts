import { z } from 'zod'
import { readJson } from './engine-file.ts'
import type { PairingFile, PersonId } from './pairing-file.ts'
import { FileFault } from './verb.ts'

const person = z.union([z.int(), z.string().min(1).max(200)])
const two = z.tuple([person, person])

/** A pairing problem as JSON. */
export const pairingSchema = z.strictObject({
  people: z
    .union([z.int().min(0).max(1_000_000), z.array(person).max(1_000_000)])
    .describe('How many people there are, who then are called 0, 1, 2 …, or what each of them is called.'),
  pairs: z
    .array(z.tuple([person, person, z.int()]))
    .describe('Two people and what their pair is worth, a whole number. Each two at most once.'),
  pins: z.array(two).optional().describe('Pairs that must be in the answer; each must be among the pairs.'),
  forbidden: z.array(two).optional().describe('Pairs that must not be in the answer.'),
  capacities: z
    .array(z.int().min(0))
    .optional()
    .describe('For each person, in the order of people, how many pairs they may be in. Without it: one.'),
  maximumCardinality: z.boolean().optional().describe('First as many pairs as possible, then the most worth.'),
})

/**
 * Reads a pairing problem from JSON.
 *
 * @throws FileFault that names the place
 */
export function readPairingJson(text: string): PairingFile {
  const { people, pairs, pins, forbidden, capacities, maximumCardinality } = readJson(pairingSchema, text)
  const ids: PersonId[] = typeof people === 'number' ? Array.from({ length: people }, (_, index) => index) : people
  const places = new Map(ids.map((id, index) => [id, index]))
  if (places.size < ids.length) throw new FileFault('Two people have the same name.')
  if (capacities && capacities.length !== ids.length) {
    throw new FileFault(`There are ${capacities.length} capacities for ${ids.length} people.`)
  }
  const placesOf = (list: readonly (readonly [PersonId, PersonId, number?])[], name: string) =>
    list.map(([one, other], index): [number, number] => {
      const [u, v] = [places.get(one), places.get(other)]
      const unknown = u === undefined ? one : other
      if (u === undefined || v === undefined)
        throw new FileFault(`At ${name}[${index}]: there is no person ${unknown}.`)
      if (u === v) throw new FileFault(`At ${name}[${index}]: ${one} cannot be paired with themselves.`)
      return [u, v]
    })
  const edges = placesOf(pairs, 'pairs').map(([u, v], index): [number, number, number] => [u, v, pairs[index]![2]])
  const seen = new Map<number, number>()
  for (const [index, [u, v]] of edges.entries()) {
    const key = Math.min(u, v) * ids.length + Math.max(u, v)
    const before = seen.get(key)
    if (before !== undefined) throw new FileFault(`At pairs[${index}]: the same two are at pairs[${before}] already.`)
    seen.set(key, index)
  }
  const problem = {
    n: ids.length,
    edges,
    maximumCardinality: maximumCardinality ?? false,
    pins: placesOf(pins ?? [], 'pins'),
    forbidden: placesOf(forbidden ?? [], 'forbidden'),
  }
  return { problem: capacities ? { ...problem, capacities } : problem, ids }
}
