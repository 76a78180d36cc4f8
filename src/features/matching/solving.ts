import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { mondayOf } from '../initiatives/free-hours.ts'
import { readPeers } from '../initiatives/profiles.ts'
import { changesBetween, type Outcome } from './changes.ts'
import { makeCohort, type Cohort } from './fit/fit.ts'
import { pairKey } from './fit/hard.ts'
import { readWeights } from './fit/parts.ts'
import { explainLeftOut } from './left-out.ts'
import { pinnedGroups } from './pins.ts'
import { makeProposal, type Proposal } from './proposal.ts'
import { readChosen } from './choice-store.ts'
import { solve, type PinnedGroup } from './solve.ts'
import { keepSolution, listRules, readHistory, type Round, type Rule } from './store.ts'
import { whyNotIn } from './who-is-in.ts'
import { listProposals } from './workbench-store.ts'

/** Everybody who takes part in a round as it is now, held against each other, and the pins that hold. */
export interface Field {
  cohort: Cohort
  pins: PinnedGroup[]
  rules: Rule[]
  /** Names of all on the roster, whether they take part or not. */
  names: ReadonlyMap<string, string>
}

export async function readField(db: Db | Tx, round: Round, now: Temporal.Instant): Promise<Field> {
  const [profiles, history, rules, chosen] = [
    await readPeers(db, round.initiative_id),
    await readHistory(db, round.initiative_id),
    await listRules(db, round.id),
    await readChosen(db, round.id),
  ]
  const taking = profiles.filter((peer) => {
    return (
      whyNotIn({ state: peer.state, isConnected: history.connected.has(peer.personId) }, round.allow_connected) === null
    )
  })
  const cohort = makeCohort(taking, readWeights(round.weights), {
    weekStart: referenceWeek(now),
    allowSameOrganisation: round.allow_same_organisation,
    allowAgain: round.allow_again,
    earlier: history.earlier,
    together: history.together,
    ...chosen,
    forbidden: new Set(rules.filter(({ kind }) => kind === 'forbid').map(({ people }) => pairKey(...people))),
  })
  const pins = rules.filter(({ kind }) => kind === 'pin').map(({ people }) => people)
  return {
    cohort,
    pins: pinnedGroups(pins, cohort),
    rules,
    names: new Map(profiles.map(({ personId, name }) => [personId, name])),
  }
}

/** The week whose free hours are compared: the one that runs. */
export function referenceWeek(now: Temporal.Instant): Temporal.PlainDate {
  return mondayOf(dayIn('UTC', now))
}

/**
 * Solves a round with the answers, weights and rules of this moment, and keeps the outcome with what it changed.
 * @param sameWeights whether the points before were counted by the same weights
 */
export async function solveAgain(work: Work, round: Round, sameWeights = true): Promise<Proposal[]> {
  const { cohort, pins } = await readField(work.db, round, work.now)
  const { groups, leftOut, pairsWorth } = solve(cohort, pins)
  const proposals = groups.map((group) => makeProposal(cohort, group))
  const before = await readOutcome(work, round)
  const changes = changesBetween(
    before,
    { groups: proposals.map(({ personIds }) => personIds), pairsWorth },
    sameWeights,
  )
  await keepSolution(
    work.db,
    round,
    { proposals, leftOut: leftOut.map((place) => explainLeftOut(cohort, place)), pairsWorth, changes },
    work.now,
  )
  return proposals
}

async function readOutcome(work: Work, round: Round): Promise<Outcome | null> {
  if (round.pairs_worth === null) return null
  const rows = await listProposals(work.db, round.id)
  return { groups: rows.map(({ person_ids }) => person_ids), pairsWorth: round.pairs_worth }
}
