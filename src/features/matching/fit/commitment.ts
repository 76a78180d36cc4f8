import type { FitPart } from './part.ts'

/** Alike enough to be a reason. */
const alike = 70

/** Both give about as many hours a month and, where both said so, for about as long. Hours count three times as much. */
export const commitment: FitPart = {
  level(a, b) {
    const hours = likeness(a.profile.hoursPerMonth, b.profile.hoursPerMonth)
    if (hours === null) return null
    const months = likeness(a.profile.expectedMonths, b.profile.expectedMonths)
    return months === null ? hours : Math.floor((3 * hours + months) / 4)
  },
  reasons(a, b) {
    const [one, other] = [a.profile.hoursPerMonth, b.profile.hoursPerMonth]
    if (one === null || other === null || (likeness(one, other) ?? 0) < alike) return []
    return [{ kind: 'commitment', people: [a.profile.personId, b.profile.personId], hours: Math.min(one, other) }]
  },
}

/** The smaller as a percentage of the larger. */
function likeness(one: number | null, other: number | null): number | null {
  if (one === null || other === null || one <= 0 || other <= 0) return null
  return Math.floor((100 * Math.min(one, other)) / Math.max(one, other))
}
