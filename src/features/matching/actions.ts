import type { Work } from '../../platform/work.ts'
import { readWeights, usualWeights, type Weights } from './fit/parts.ts'
import { everyTwo } from './pins.ts'
import type { Proposal } from './proposal.ts'
import { mustBeAllowed, mustBeUnpinned, mustTakePart, openRound, refuse, twoNames } from './refusing.ts'
import { type RoundSettings, usualSettings } from './round-settings.ts'
import { readField, solveAgain } from './solving.ts'
import { addRule, insertRound, removeRules, type Rule, setSettings, setState, setWeights } from './store.ts'
import { note } from './trail.ts'

/** What a round is made with; what is not said is usual. */
export type NewRound = Pick<RoundSettings, 'title'> & Partial<RoundSettings> & { weights?: Weights }

/** Makes a round and proposes with the answers there are, perhaps none yet. Nothing is sent. */
export async function makeRound(
  work: Work,
  where: { id: string; agencyId: string },
  { weights = usualWeights, ...asked }: NewRound,
): Promise<string> {
  const round = await insertRound(work.db, where, { settings: { ...usualSettings, ...asked }, weights }, work.now)
  await note(work, round, 'round.make')
  await solveAgain(work, round)
  return round.id
}

/** Changes how a round is meant. Pins, bans and weights stay; everything is proposed anew. */
export async function changeSettings(work: Work, roundId: string, settings: RoundSettings): Promise<Proposal[]> {
  const round = await openRound(work, roundId)
  const changed = await setSettings(work.db, round.id, settings)
  await note(work, round, 'round.set')
  return solveAgain(work, changed, round.contact === changed.contact)
}

/** Scores and pairs everybody anew with the answers of this moment; with other weights for the parts that are given. */
export async function scoreAgain(work: Work, roundId: string, given?: Partial<Weights>): Promise<Proposal[]> {
  const round = await openRound(work, roundId)
  if (!given) {
    await note(work, round, 'round.score')
    return solveAgain(work, round)
  }
  const weights = { ...readWeights(round.weights), ...given }
  await setWeights(work.db, round.id, weights)
  await note(work, round, 'round.score', { weights })
  return solveAgain(work, { ...round, weights }, false)
}

/** Pins two people, or three as a trio: they stay together however the rest is paired. */
export async function pinTogether(work: Work, roundId: string, personIds: readonly string[]): Promise<Proposal[]> {
  const round = await openRound(work, roundId)
  const field = await readField(work.db, round, work.now)
  const pairs = everyTwo(personIds)
  await mustTakePart(work, field, personIds)
  await mustBeUnpinned(work, field, personIds)
  await mustBeAllowed(work, field, pairs)
  for (const pair of pairs) await addRule(work.db, round.id, 'pin', pair, work.now)
  await note(work, round, 'round.pin', { persons: personIds })
  return solveAgain(work, round)
}

/** Gives somebody a partner of the facilitator's choice; their own pin, if there is one, gives way. */
export async function choosePartner(
  work: Work,
  roundId: string,
  personId: string,
  withId: string,
): Promise<Proposal[]> {
  const round = await openRound(work, roundId)
  if (round.kind === 'groups') return pinTogether(work, roundId, [personId, withId])
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
  return solveAgain(work, round)
}

/** Forbids two people to be paired; of a trio, the last named with each of the others. */
export async function forbidTogether(work: Work, roundId: string, personIds: readonly string[]): Promise<Proposal[]> {
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
  return solveAgain(work, round)
}

/** Takes back pins or bans among two or three people. */
export async function takeBack(
  work: Work,
  roundId: string,
  kind: Rule['kind'],
  personIds: readonly string[],
): Promise<Proposal[]> {
  const round = await openRound(work, roundId)
  const removed = await removeRules(work.db, round.id, kind, everyTwo(personIds))
  // Who never was in a rule is not on the trail: the ids came from a form.
  if (removed > 0) await note(work, round, kind === 'pin' ? 'round.unpin' : 'round.allow', { persons: personIds })
  return solveAgain(work, round)
}

/** Gives up a draft. */
export async function dropRound(work: Work, roundId: string): Promise<void> {
  const round = await openRound(work, roundId)
  await setState(work.db, round.id, 'dropped', work.now)
  await note(work, round, 'round.drop')
}
