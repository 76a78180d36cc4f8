import { createHash } from 'node:crypto'
import { type Random, seededRandom } from '../engine/random.ts'

/**
 * Chance that hangs on what it is about, not on when it is asked: the same seed and words give the same numbers, so a
 * story stays the same when something unrelated is added to it.
 */
export type Chance = (...about: (string | number)[]) => Random

/** @param seed any whole number */
export function chanceOf(seed: number): Chance {
  return (...about) => {
    const digest = createHash('sha256')
      .update([seed, ...about].join('\u0000'))
      .digest()
    return seededRandom(digest.readUIntBE(0, 6))
  }
}
