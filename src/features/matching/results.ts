import type { Share } from '../../engine/chance/fisher-exact.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Became, Verdict } from '../connections/became.ts'
import { followRound } from '../connections/following.ts'
import { type PartName, partNames } from './fit/parts.ts'
import { type Comparison, compareParts } from './part-comparison.ts'
import { groupKey } from './proposal.ts'
import { listProposals, listRoster, readParts } from './workbench-store.ts'

/** What is asked of every proposal of a published round. */
export const measures = ['accepted', 'met', 'inRhythm'] as const
export type Measure = (typeof measures)[number]

/** One proposal and what became of it. */
export interface Result {
  names: string[]
  fit: number
  /** 0 to 100 by part of the fit; null where it is not known. */
  levels: Map<PartName, number | null>
  became: Became
}

export interface Results {
  results: Result[]
  totals: Record<Measure, { share: Share; open: number }>
  /** For each measure, what each part of the fit had to do with it. */
  comparisons: Record<Measure, Comparison<PartName>[]>
  /** Proposals taken back before anybody said yes, to give somebody else a partner: they are counted nowhere. */
  exchanged: number
}

/** Did it work? What became of everything a published round proposed, in all and by part of the fit. */
export async function readResults(
  db: Db,
  round: { id: string; initiative_id: string },
  now: Temporal.Instant,
): Promise<Results> {
  const ties = await followRound(db, { id: round.id, initiativeId: round.initiative_id }, now)
  const tieOf = new Map(ties.map((tie) => [groupKey(tie.personIds), tie]))
  const proposals = await listProposals(db, round.id)
  const parts = await readParts(
    db,
    proposals.map(({ id }) => id),
  )
  const names = new Map((await listRoster(db, round.initiative_id)).map((peer) => [peer.person_id, peer.name]))
  const results = proposals.flatMap(({ id, person_ids: personIds, fit }): Result[] => {
    const tie = tieOf.get(groupKey(personIds))
    if (!tie || tie.isExchanged) return []
    const levels = new Map((parts.get(id)?.parts ?? []).map(({ name, level }) => [name, level]))
    return [{ names: personIds.map((personId) => names.get(personId) ?? '?'), fit, levels, became: tie.became }]
  })
  return { ...sumUp(results), exchanged: ties.filter(({ isExchanged }) => isExchanged).length }
}

/** The figures of some results. */
export function sumUp(results: Result[]): Omit<Results, 'exchanged'> {
  const of = <T>(make: (measure: Measure) => T) =>
    Object.fromEntries(measures.map((measure) => [measure, make(measure)])) as Record<Measure, T>
  return {
    results,
    totals: of((measure) => totalOf(results.map(({ became }) => became[measure]))),
    comparisons: of((measure) =>
      compareParts(
        partNames.filter((name) => results.some(({ levels }) => (levels.get(name) ?? null) !== null)),
        results.map(({ levels, became }) => ({ levels, happened: happened(became[measure]) })),
      ),
    ),
  }
}

function totalOf(verdicts: readonly Verdict[]) {
  const open = verdicts.filter((verdict) => verdict === 'open').length
  const yes = verdicts.filter((verdict) => verdict === 'yes').length
  return { share: { yes, of: verdicts.length - open }, open }
}

function happened(verdict: Verdict): boolean | null {
  return verdict === 'open' ? null : verdict === 'yes'
}
