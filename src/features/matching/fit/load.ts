import type { FitPart } from './part.ts'

/** By the open connections of whoever of the two has more. */
const levels = [100, 60, 30] as const

/** Who has many connections already counts less, where people with connections take part at all. */
export const load: FitPart = {
  isIn: ({ allowConnected }) => allowConnected,
  level: (a, b) => levels[Math.max(a.load, b.load)] ?? 0,
  reasons: () => [],
}
