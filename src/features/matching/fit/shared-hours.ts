import { sharedMinutes } from '../../availability/shared-time.ts'
import type { FitPart } from './part.ts'

/** Less than this a week is no time to meet. */
const leastMinutes = 60
/** More than this a week is of no further use. */
const plentyMinutes = 600
const atLeast = 40

/** Hours a week that are free for both, in whatever zones they live; those that ask something of one count half. */
export const sharedHours: FitPart = {
  level(a, b) {
    if (a.free.usable.length === 0 || b.free.usable.length === 0) return null
    const minutes = sharedMinutes(a.free, b.free)
    if (minutes < leastMinutes) return 0
    const useful = Math.min(minutes, plentyMinutes) - leastMinutes
    return atLeast + Math.floor(((100 - atLeast) * useful) / (plentyMinutes - leastMinutes))
  },
  reasons(a, b) {
    const minutes = sharedMinutes(a.free, b.free)
    if (minutes < leastMinutes) return []
    return [{ kind: 'hours', people: [a.profile.personId, b.profile.personId], minutes }]
  },
}
