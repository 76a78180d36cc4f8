import type { BurdenCurve } from './season.ts'

/**
 * The product's rule of what an hour asks: nothing from 9 to 18, more the earlier or later, the night not at all; four
 * more on a weekend, three more where the person said 'if need be'.
 *
 * @example usualCurve.halfHours[2 * 19] // 3: 19:00 to 19:30
 */
export const usualCurve: BurdenCurve = {
  halfHours: Array.from({ length: 48 }, (_, half) => {
    const hour = Math.floor(half / 2)
    if (hour < 6 || hour >= 22) return null
    if (hour < 9) return [6, 3, 1][hour - 6]!
    return hour < 18 ? 0 : [1, 3, 5, 8][hour - 18]!
  }),
  ifNeedBe: 3,
  weekend: 4,
  missing: 20,
}
