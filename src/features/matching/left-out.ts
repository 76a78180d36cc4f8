import type { Cohort } from './fit/fit.ts'
import { totalOf } from './fit/fit.ts'
import type { Hard } from './fit/hard.ts'
import type { RoundKind } from './round-settings.ts'

/** Why somebody is left out: one hard rule stands between them and everybody, several do, or all they may have are taken. */
export type LeftOutReason = Hard | 'several rules' | 'all taken' | 'no group' | 'nobody else'

export interface LeftOut {
  personId: string
  reason: LeftOutReason
  /** Who would fit best, the best first; hard rules kept where that leaves anybody. */
  nearest: { personId: string; fit: number }[]
}

const nearestTold = 3

export function explainLeftOut(cohort: Cohort, place: number, kind: RoundKind = 'pairs'): LeftOut {
  const others = cohort.peers.map((_peer, other) => other).filter((other) => other !== place)
  const rules = new Set(others.map((other) => cohort.hard(place, other)))
  const allowed = others.filter((other) => cohort.worth(place, other) >= 0)
  return {
    personId: personAt(cohort, place),
    reason: reasonFrom(rules, others.length, kind),
    nearest: nearestOf(cohort, place, allowed.length > 0 ? allowed : others).map((other) => ({
      personId: personAt(cohort, other),
      fit: totalOf(cohort.points(place, other), cohort.most),
    })),
  }
}

/** The few with the most points; of equals, who comes first. */
function nearestOf(cohort: Cohort, place: number, others: readonly number[]): number[] {
  const nearest: { other: number; points: number }[] = []
  for (const other of others) {
    const points = cohort.points(place, other)
    if (nearest.length === nearestTold && points <= (nearest.at(-1)?.points ?? 0)) continue
    nearest.push({ other, points })
    nearest.sort((one, next) => next.points - one.points)
    nearest.length = Math.min(nearest.length, nearestTold)
  }
  return nearest.map(({ other }) => other)
}

function reasonFrom(rules: ReadonlySet<Hard | null>, others: number, kind: RoundKind): LeftOutReason {
  if (others === 0) return 'nobody else'
  if (rules.has(null)) return kind === 'groups' ? 'no group' : 'all taken'
  const [only] = rules
  return rules.size === 1 && only ? only : 'several rules'
}

/** Who stands in a place of a cohort. */
export function personAt(cohort: Cohort, place: number): string {
  return cohort.peers[place]?.profile.personId ?? ''
}
