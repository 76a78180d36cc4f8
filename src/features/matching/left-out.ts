import type { Cohort } from './fit/fit.ts'
import { totalOf } from './fit/fit.ts'
import type { Hard } from './fit/hard.ts'
import type { RoundKind } from './round-settings.ts'

/** Why somebody is left out: one hard rule stands between them and everybody, several do, or all they may have are taken. */
export type LeftOutReason = Hard | 'several rules' | 'all taken' | 'no group' | 'nobody else'

export interface LeftOut {
  personId: string
  reason: LeftOutReason
  /** Who would fit best, hard rules kept where that leaves anybody. */
  nearest: { personId: string; fit: number } | null
}

export function explainLeftOut(cohort: Cohort, place: number, kind: RoundKind = 'pairs'): LeftOut {
  const others = cohort.peers.map((_peer, other) => other).filter((other) => other !== place)
  const rules = new Set(others.map((other) => cohort.hard(place, other)))
  const allowed = others.filter((other) => cohort.worth(place, other) >= 0)
  let nearest: number | null = null
  for (const other of allowed.length > 0 ? allowed : others) {
    if (nearest === null || cohort.points(place, other) > cohort.points(place, nearest)) nearest = other
  }
  return {
    personId: personAt(cohort, place),
    reason: reasonFrom(rules, others.length, kind),
    nearest:
      nearest === null
        ? null
        : { personId: personAt(cohort, nearest), fit: totalOf(cohort.points(place, nearest), cohort.most) },
  }
}

function reasonFrom(rules: ReadonlySet<Hard | null>, others: number, kind: RoundKind): LeftOutReason {
  if (others === 0) return 'nobody else'
  if (rules.has(null)) return kind === 'groups' ? 'no group' : 'all taken'
  const [only] = rules
  return rules.size === 1 && only ? only : 'several rules'
}

function personAt(cohort: Cohort, place: number): string {
  return cohort.peers[place]?.profile.personId ?? ''
}
