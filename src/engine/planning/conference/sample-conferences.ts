import { seededRandom } from '../../random.ts'
import type { Conference } from './conference.ts'

/**
 * A conference drawn by chance; some can never come, some talks nobody wants, some numbers are whole.
 *
 * @example sampleConference(5, 3, 4, 1).availability.length // 20
 */
export function sampleConference(participants: number, talks: number, slots: number, seed: number): Conference {
  const random = seededRandom(seed)
  const likely = () => (random.int(4) === 0 ? random.int(2) : random.next())
  const availability = Float64Array.from({ length: participants * slots }, likely)
  const interest = Float64Array.from({ length: participants * talks }, likely)
  if (random.int(4) === 0) availability.fill(0, 0, slots)
  if (random.int(4) === 0) for (let at = 0; at < interest.length; at += talks) interest[at] = 0
  return { participants, talks, slots, availability, interest }
}
