import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { mondayOf } from '../initiatives/free-hours.ts'
import { readPeers, readRatherNots } from '../initiatives/profiles.ts'
import { changesBetween, type Outcome } from './changes.ts'
import { makeCohort, type Cohort } from './fit/fit.ts'
import { pairKey } from './fit/hard.ts'
import type { Need } from './fit/need.ts'
import { readWeights } from './fit/parts.ts'
import { readHistory, readLeftOutLast, readLines } from './history-store.ts'
import { explainLeftOut } from './left-out.ts'
import { readNeeds, readParticipants } from './participants-store.ts'
import { pinnedGroups, soundPins } from './pins.ts'
import { makeProposal, type Proposal } from './proposal.ts'
import { type RoundSettings, settingsOf } from './round-settings.ts'
import { solveGroups } from './solve-groups.ts'
import { solve, type PinnedGroup } from './solve.ts'
import { keepSolution, listRules, type Round, type Rule } from './store.ts'
import { whyNotIn } from './who-is-in.ts'
import { listProposals } from './workbench-store.ts'

/** Everybody who takes part in a round as it is now, held against each other, and the pins that hold. */
export interface Field {
  cohort: Cohort
  pins: PinnedGroup[]
  rules: Rule[]
  settings: RoundSettings
  /** Pins of two that hold, by their places. */
  pinnedTwo: [number, number][]
  needs: ReadonlyMap<string, readonly Need[]>
  /** Names of all on the roster, whether they take part or not. */
  names: ReadonlyMap<string, string>
}

export async function readField(db: Db | Tx, round: Round, now: Temporal.Instant): Promise<Field> {
  const settings = settingsOf(round)
  const profiles = await readPeers(db, round.initiative_id)
  const history = await readHistory(db, round.initiative_id)
  const rules = await listRules(db, round.id)
  const said = await readParticipants(db, round.id)
  const taking = profiles.flatMap((peer) => {
    const { takesPart = null, capacity = null } = said.get(peer.personId) ?? {}
    const known = { ...peer, capacity: capacity ?? peer.capacity }
    return whyNotIn({ ...known, isConnected: history.loads.has(peer.personId), takesPart }, settings) === null
      ? [known]
      : []
  })
  const needs = await readNeeds(db, round.id)
  const cohort = makeCohort(taking, readWeights(round.weights), {
    ...settings,
    ...history,
    weekStart: referenceWeek(now),
    forbidden: new Set(rules.filter(({ kind }) => kind === 'forbid').map(({ people }) => pairKey(...people))),
    lines: await readLines(db, round.initiative_id),
    ratherNot: new Set((await readRatherNots(db, round.initiative_id)).map((two) => pairKey(...two))),
    // In a group one of the others is enough: see `solveGroups`.
    needs: settings.kind === 'groups' ? new Map() : needs,
    leftOutLast: await readLeftOutLast(db, round.initiative_id, round.id),
  })
  const pins = rules.filter(({ kind }) => kind === 'pin').map(({ people }) => people)
  return {
    cohort,
    pins: pinnedGroups(pins, cohort),
    pinnedTwo: soundPins(pins, cohort),
    needs,
    settings,
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
 * @param sameWeights whether the points before were counted in the same way
 */
export async function solveAgain(work: Work, round: Round, sameWeights = true): Promise<Proposal[]> {
  const { cohort, pins, pinnedTwo, needs, settings } = await readField(work.db, round, work.now)
  const isOfGroups = settings.kind === 'groups'
  const { groups, leftOut, pairsWorth } = isOfGroups
    ? solveGroups(cohort, pinnedTwo, needs, settings)
    : solve(cohort, pins)
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
    { proposals, leftOut: leftOut.map((place) => explainLeftOut(cohort, place, settings.kind)), pairsWorth, changes },
    work.now,
  )
  return proposals
}

async function readOutcome(work: Work, round: Round): Promise<Outcome | null> {
  if (round.pairs_worth === null) return null
  const rows = await listProposals(work.db, round.id)
  return { groups: rows.map(({ person_ids }) => person_ids), pairsWorth: round.pairs_worth }
}
