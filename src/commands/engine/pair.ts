import { z } from 'zod'
import { checkPairing, type PairingVerdict } from '../../engine/pairing/check-pairing.ts'
import { pairSeveral } from '../../engine/pairing/pair-several.ts'
import { pair } from '../../engine/pairing/pair.ts'
import { readJson } from './engine-file.ts'
import { type PairingFile, readPairingFile } from './pairing-file.ts'
import { type EngineVerb, FileFault } from './verb.ts'

const id = z.union([z.number(), z.string()])

/** What `engine pair` prints. */
export const pairResultSchema = z.object({
  weight: z.int(),
  pairs: z.array(z.tuple([id, id])),
  certificate: z.object({
    vertexDuals: z.array(z.number()),
    blossoms: z.array(z.object({ vertices: z.array(z.int()), dual: z.number() })),
  }),
  milliseconds: z.number(),
})

/** The best pairing of a file, with the proof that none is better. */
export const pairVerb: EngineVerb = {
  name: 'pair',
  takes: 'FILE',
  says: 'the pairing of the greatest total weight, exactly, with its proof',
  help: `FILE is DIMACS ('p edge N M', then 'e U V WEIGHT') or JSON with people and pairs, and if wanted pins, forbidden,
capacities and maximumCardinality. docs/engine/pair.md describes both and the certificate.`,
  words: [1, 1],
  flags: [],
  run([path = '']) {
    const file = readPairingFile(path)
    const started = performance.now()
    const found = solve(file)
    const milliseconds = Math.round(performance.now() - started)
    const pairs = found.pairs.map(([u, v]) => [file.ids[u]!, file.ids[v]!])
    return { weight: found.weight, pairs, certificate: found.certificate, milliseconds }
  },
}

function solve({ problem }: PairingFile) {
  try {
    return 'capacities' in problem ? pairSeveral(problem) : pair(problem)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FileFault(`${error.message} (Here people count from 0, in the order of the file.)`)
  }
}

/**
 * Whether a result that `engine pair` printed, or another program, is the best for its file, and why not.
 * @param result the text of the result
 *
 * @throws FileFault where one of the files does not hold
 */
export function checkPairResult(path: string, result: string): PairingVerdict {
  const { problem, ids } = readPairingFile(path)
  const answer = readJson(pairResultSchema.omit({ milliseconds: true }), result)
  const places = new Map(ids.map((name, index) => [name, index]))
  const pairs: [number, number][] = []
  for (const [one, other] of answer.pairs) {
    const [u, v] = [places.get(one), places.get(other)]
    if (u === undefined || v === undefined) return { optimal: false, why: `There is no pair ${one}-${other}.` }
    pairs.push([u, v])
  }
  return checkPairing(problem, { ...answer, pairs })
}
