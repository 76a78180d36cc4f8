import { incomeGroups } from '../../people/income-groups.ts'
import { organisationSizes } from '../../people/organisation-kinds.ts'
import type { FitPart } from './part.ts'
import type { Peer } from './peer.ts'

/** By how many steps two sizes, or two groups of income, lie apart. */
const byDistance = [100, 60, 20, 0] as const

type Aspect = 'kind' | 'size' | 'income'

/** They work in like settings: kind and size of the organisation, income of the country. The mean of what is known of both. */
export const setting: FitPart = {
  level(a, b) {
    const known = aspects(a, b).flatMap(([, level]) => level ?? [])
    return known.length === 0 ? null : Math.floor(known.reduce((sum, level) => sum + level, 0) / known.length)
  },
  reasons(a, b) {
    const alike = aspects(a, b).flatMap(([aspect, level]) => (level === 100 ? [aspect] : []))
    // The income of a country alone joins half the world.
    if (!alike.includes('kind') && !alike.includes('size')) return []
    return [{ kind: 'setting', people: [a.profile.personId, b.profile.personId], alike }]
  },
}

function aspects({ profile: a, income }: Peer, { profile: b, income: other }: Peer): [Aspect, number | null][] {
  const sameKind = a.organisationKind === b.organisationKind ? 100 : 0
  return [
    ['kind', a.organisationKind === null || b.organisationKind === null ? null : sameKind],
    ['size', likeness(organisationSizes, a.organisationSize, b.organisationSize)],
    ['income', likeness(incomeGroups, income, other)],
  ]
}

function likeness<Step>(steps: readonly Step[], one: Step | null, other: Step | null): number | null {
  if (one === null || other === null) return null
  return byDistance[Math.abs(steps.indexOf(one) - steps.indexOf(other))] ?? 0
}
