import { createHash } from 'node:crypto'
import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { readAvailability } from '../availability/availability.ts'
import { comparedWeeks, mondayOf } from '../availability/shared-time.ts'
import { readPeers } from '../initiatives/profiles.ts'
import { changesBetween } from './changes.ts'
import { remember } from './field-memory.ts'
import { readInputMark } from './field-store.ts'
import type { Cohort } from './fit/fit.ts'
import type { Need } from './fit/need.ts'
import { readWeights, type Weights } from './fit/parts.ts'
import { scoreField, weighField } from './fit/score-field.ts'
import { readHistory, readKeptApart, readLeftOutLast } from './history-store.ts'
import { explainLeftOut, personAt } from './left-out.ts'
import { readNeeds, readParticipants } from './participants-store.ts'
import { pinnedGroups, soundPins } from './pins.ts'
import { readAskedFor } from './choice-store.ts'
import { makeProposal } from './proposal.ts'
import { type RoundSettings, settingsOf } from './round-settings.ts'
import { solveGroups } from './solve-groups.ts'
import { solve, type PinnedGroup, type Solution } from './solve.ts'
import { keepSolution, listRules, type Round, type Rule, type Solved } from './store.ts'
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
  /** Another one as soon as anything is written that the field is read from, bans and pins aside. */
  mark: string
  /** The part of it that is the same in every round. */
  inputs: string
}

/** @param inputs the mark of what it is read from, where that was read a moment ago */
export async function readField(db: Db | Tx, round: Round, now: Temporal.Instant, inputs?: string): Promise<Field> {
  const { scored, needs, names, mark, from } = await readScored(db, round, now, inputs)
  const rules = await listRules(db, round.id)
  const ruled = (wanted: Rule['kind']) => rules.filter(({ kind }) => kind === wanted).map(({ people }) => people)
  const cohort = weighField(scored, readWeights(round.weights), ruled('forbid'))
  const pins = { pins: pinnedGroups(ruled('pin'), cohort), pinnedTwo: soundPins(ruled('pin'), cohort) }
  return { cohort, ...pins, needs, rules, settings: settingsOf(round), names, mark, inputs: from }
}

/** Everybody who takes part, each pair scored: from memory while nothing was written that it is read from. */
async function readScored(db: Db | Tx, round: Round, now: Temporal.Instant, known?: string) {
  const inputs = known ?? (await readInputMark(db, round.initiative_id))
  const { title: _title, purpose: _purpose, ...settings } = settingsOf(round)
  const mark = `${inputs} ${referenceWeek(now)} ${JSON.stringify(settings)}`
  return remember(`field ${round.id}`, mark, async () => {
    const profiles = await readPeers(db, round.initiative_id)
    const history = await readHistory(db, round.initiative_id)
    const said = await readParticipants(db, round.id)
    const taking = profiles.flatMap((peer) => {
      const { takesPart = null, capacity = null } = said.get(peer.personId) ?? {}
      const known = { ...peer, capacity: capacity ?? peer.capacity }
      const isConnected = history.loads.has(peer.personId)
      return whyNotIn({ ...known, isConnected, takesPart }, settings) === null ? [known] : []
    })
    const times = await readTimes(db, taking, referenceWeek(now))
    const needs = await readNeeds(db, round.id)
    const scored = scoreField(taking, {
      ...settings,
      ...history,
      weekStart: referenceWeek(now),
      times,
      forbidden: new Set(),
      askedFor: await readAskedFor(db, round.id),
      ...(await readKeptApart(db, round.initiative_id, round.id)),
      // In a group one of the others is enough: see `solveGroups`.
      needs: settings.kind === 'groups' ? new Map() : needs,
      leftOutLast: await readLeftOutLast(db, round.initiative_id, round.id),
    })
    return { mark, from: inputs, scored, needs, names: new Map(profiles.map(({ personId, name }) => [personId, name])) }
  })
}

function readTimes(db: Db | Tx, people: readonly { personId: string }[], weekStart: Temporal.PlainDate) {
  const from = weekStart.toZonedDateTime('UTC')
  const ids = people.map(({ personId }) => personId)
  return readAvailability(db, ids, from.toInstant(), from.add({ weeks: comparedWeeks }).toInstant())
}

/** The first of the weeks whose free hours are compared: the one that runs. */
export function referenceWeek(now: Temporal.Instant): Temporal.PlainDate {
  return mondayOf(dayIn('UTC', now))
}

/**
 * Solves as the round does.
 * @param forced people who shall be together on top of all pins; of pairs the pin of the first gives way
 */
export function solveField(field: Field, forced: PinnedGroup | null = null): Solution {
  const { cohort, pins, pinnedTwo, needs, settings } = field
  const [one = 0, other = 0] = forced ?? []
  if (settings.kind === 'groups') {
    return solveGroups(cohort, forced ? [...pinnedTwo, [one, other]] : pinnedTwo, needs, settings)
  }
  return solve(cohort, forced ? [...pins.filter((pin) => !pin.includes(one)), forced] : pins)
}

/**
 * Solves a round with the answers, weights and rules of this moment, and keeps the outcome with what it changed.
 * @param sameWeights whether the points before were counted in the same way
 * @param inputs see `readField`
 */
export async function solveAgain(work: Work, round: Round, sameWeights = true, inputs?: string): Promise<void> {
  const field = await readField(work.db, round, work.now, inputs)
  const { cohort, settings, mark } = field
  const { groups, leftOut, pairsWorth } = solveField(field)
  const old = await listProposals(work.db, round.id)
  const countedFrom = fingerprint(mark, readWeights(round.weights))
  // Of people whose answers and weights are the same a proposal is the same: its row stays.
  const kept = new Map(
    round.counted_from === countedFrom ? old.map(({ id, person_ids }) => [person_ids.join(' '), id]) : [],
  )
  const named = groups.map((group) => ({ group, ids: group.map((place) => personAt(cohort, place)) }))
  const changes = changesBetween(
    round.pairs_worth === null
      ? null
      : { groups: old.map(({ person_ids }) => person_ids), pairsWorth: round.pairs_worth },
    { groups: named.map(({ ids }) => ids), pairsWorth },
    sameWeights,
  )
  const solved: Solved = {
    stay: named.flatMap(({ ids }) => kept.get(ids.join(' ')) ?? []),
    fresh: named.filter(({ ids }) => !kept.has(ids.join(' '))).map(({ group }) => makeProposal(cohort, group)),
    leftOut: leftOut.map((place) => explainLeftOut(cohort, place, settings.kind)),
    pairsWorth,
    changes,
    countedFrom,
  }
  await keepSolution(work.db, round, solved, work.now)
}

function fingerprint(mark: string, weights: Weights): string {
  return createHash('sha256')
    .update(JSON.stringify([mark, weights]))
    .digest('base64url')
}
