import { record } from '../../platform/audit/record.ts'
import type { Work } from '../../platform/work.ts'
import type { Weights } from './fit/parts.ts'
import { everyTwo } from './pins.ts'
import { mustBeAllowed, mustBeUnpinned, mustTakePart, openRound, refuse, twoNames } from './refusing.ts'
import { readField, solveAgain } from './solving.ts'
import {
  addRule,
  insertRound,
  type NewRound,
  removeRules,
  type Round,
  type Rule,
  setState,
  setWeights,
} from './store.ts'

/** Makes a round and proposes its first pairs. Nothing is sent. */
export async function makeRound(work: Work, where: { id: string; agencyId: string }, asked: NewRound): Promise<string> {
  const round = await insertRound(work.db, where, asked, work.now)
  const { cohort } = await readField(work.db, round, work.now)
  if (cohort.peers.length < 2) await refuse(work, (t) => t.tooFew)
  await note(work, round, 'round.make', { peers: cohort.peers.length })
  await solveAgain(work, round)
  return round.id
}

/** Scores and pairs everybody anew with the answers of this moment; other weights where some are given. */
export async function scoreAgain(work: Work, roundId: string, weights?: Weights): Promise<void> {
  const round = await openRound(work, roundId)
  if (weights) await setWeights(work.db, round.id, weights)
  await note(work, round, 'round.score', weights ? { weights } : {})
  await solveAgain(work, weights ? { ...round, weights: { ...weights } } : round, weights === undefined)
}

/** Pins two people, or three as a trio: they stay together however the rest is paired. */
export async function pinTogether(work: Work, roundId: string, personIds: readonly string[]): Promise<void> {
  const round = await openRound(work, roundId)
  const field = await readField(work.db, round, work.now)
  const pairs = everyTwo(personIds)
  await mustTakePart(work, field, personIds)
  await mustBeUnpinned(work, field, personIds)
  await mustBeAllowed(work, field, pairs)
  for (const pair of pairs) await addRule(work.db, round.id, 'pin', pair, work.now)
  await note(work, round, 'round.pin', { persons: personIds })
  await solveAgain(work, round)
}

/** Gives somebody a partner of the facilitator's choice; their own pin, if there is one, gives way. */
export async function choosePartner(work: Work, roundId: string, personId: string, withId: string): Promise<void> {
  const round = await openRound(work, roundId)
  const field = await readField(work.db, round, work.now)
  await mustTakePart(work, field, [personId, withId])
  await mustBeUnpinned(work, field, [personId, withId], [withId])
  await mustBeAllowed(work, field, [[personId, withId]])
  const own = field.rules
    .filter(({ kind, people }) => kind === 'pin' && people.includes(personId))
    .map(({ people }) => people)
  await removeRules(work.db, round.id, 'pin', own)
  await addRule(work.db, round.id, 'pin', [personId, withId], work.now)
  await note(work, round, 'round.swap', { persons: [personId, withId] })
  await solveAgain(work, round)
}

/** Forbids two people to be paired; of a trio, the last named with each of the others. */
export async function forbidTogether(work: Work, roundId: string, personIds: readonly string[]): Promise<void> {
  const round = await openRound(work, roundId)
  const field = await readField(work.db, round, work.now)
  await mustTakePart(work, field, personIds)
  const last = personIds.at(-1) ?? ''
  const pairs = personIds.slice(0, -1).map((personId): [string, string] => [personId, last])
  for (const [one, other] of pairs) {
    const isPinned = field.rules.some(
      ({ kind, people }) => kind === 'pin' && people.includes(one) && people.includes(other),
    )
    if (isPinned) await refuse(work, (t) => t.pinnedSoNotForbidden(twoNames(field.names, one, other)))
    await addRule(work.db, round.id, 'forbid', [one, other], work.now)
  }
  await note(work, round, 'round.forbid', { persons: personIds })
  await solveAgain(work, round)
}

/** Takes back pins or bans among two or three people. */
export async function takeBack(
  work: Work,
  roundId: string,
  kind: Rule['kind'],
  personIds: readonly string[],
): Promise<void> {
  const round = await openRound(work, roundId)
  const removed = await removeRules(work.db, round.id, kind, everyTwo(personIds))
  // Who never was in a rule is not on the trail: the ids came from a form.
  if (removed > 0) await note(work, round, kind === 'pin' ? 'round.unpin' : 'round.allow', { persons: personIds })
  await solveAgain(work, round)
}

/** Gives up a draft. */
export async function dropRound(work: Work, roundId: string): Promise<void> {
  const round = await openRound(work, roundId)
  await setState(work.db, round.id, 'dropped', work.now)
  await note(work, round, 'round.drop')
}

function note(work: Work, round: Round, verb: string, details: Record<string, unknown> = {}): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'round',
    subjectId: round.id,
    agencyId: round.agency_id,
    initiativeId: round.initiative_id,
    details,
  })
}
