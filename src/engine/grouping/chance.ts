import { seededRandom } from '../random.ts'

const STEPS = 1024

/** Negative logarithms of evenly spaced numbers in (0, 1), by plain arithmetic: the same bits on every machine. */
const logs = Float64Array.from({ length: STEPS }, (_, step) => {
  let [x, log] = [(step + 0.5) / STEPS, 0]
  for (; x < 0.5; x *= 2) log += Math.LN2
  const t = (x - 1) / (x + 1)
  let sum = 0
  let power = t
  for (let odd = 1; odd < 40; odd += 2) {
    sum += power / odd
    power *= t * t
  }
  return log - 2 * sum
})

/**
 * Chance for the search: whole numbers, and the loss that a temperature of 1 lets pass (an exponential deviate, so that
 * comparing a loss with it is the rule of N. Metropolis et al., 'Equation of state calculations by fast computing
 * machines', Journal of Chemical Physics 21(6), 1953). `Math.log` may differ in its last bit between engines; this not.
 *
 * @example seededChance(7).patience() // 0.3 .. about 7
 */
export function seededChance(seed: number) {
  const random = seededRandom(seed)
  return {
    below: (n: number) => Math.floor(random.next() * n),
    patience: () => logs[Math.floor(random.next() * STEPS)]!,
    shuffle: <T>(array: readonly T[]) => random.shuffle(array),
  }
}

export type Chance = ReturnType<typeof seededChance>
