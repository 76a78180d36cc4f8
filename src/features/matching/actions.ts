import type { Work } from '../../platform/work.ts'
import { readWeights, usualWeights, type Weights } from './fit/parts.ts'
import { everyTwo } from './pins.ts'
import { mustBeAllowed, mustBeUnpinned, mustTakePart, openRound, refuse, twoNames } from './refusing.ts'
import { type RoundSettings, usualSettings } from './round-settings.ts'
import { readField, solveAgain } from './solving.ts'
import { takeStep, tellRound } from './steps.ts'
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
export async function changeSettings(work: Work, roundId: string, settings: RoundSettings): Promise<void> {
  const round = await openRound(work, roundId)
  const isComparable = round.contact === settings.contact
  await takeStep(work, round, { verb: 'set', people: [], isComparable }, async () => {
    await setSettings(work.db, round.id, settings)
  })
}

/** Scores and pairs everybody anew with the answers of this moment; with other weights for the parts that are given. */
export async function scoreAgain(work: Work, roundId: string, given?: Partial<Weights>): Promise<void> {
  const round = await openRound(work, roundId)
  if (!given) return takeStep(work, round, { verb: 'score', people: [] }, async () => {})
  const weights = { ...readWeights(round.weights), ...given }
  const step = { verb: 'weigh', people: [], isComparable: false, details: { weights } } as const
  await takeStep(work, round, step, () => setWeights(work.db, round.id, weights))
}

/** Pins two people, or three as a trio: they stay together however the rest is paired. */
export async function pinTogether(work: Work, roundId: string, people: readonly string[]): Promise<void> {
  const round = await openRound(work, roundId)
  const field = await readField(work.db, round, work.now)
  const pairs = everyTwo(people)
  await mustTakePart(work, field, people)
  await mustBeUnpinned(work, field, people)
  await mustBeAllowed(work, field, pairs)
  await takeStep(work, round, { verb: 'pin', people, inputs: field.inputs }, async () => {
    for (const pair of pairs) await addRule(work.db, round.id, 'pin', pair, work.now)
  })
}

/** Gives somebody a partner of the facilitator's choice; their own pin, if there is one, gives way. */
export async function choosePartner(work: Work, roundId: string, personId: string, withId: string): Promise<void> {
  const round = await openRound(work, roundId)
  if (round.kind === 'groups') return pinTogether(work, roundId, [personId, withId])
  const field = await readField(work.db, round, work.now)
  await mustTakePart(work, field, [personId, withId])
  await mustBeUnpinned(work, field, [personId, withId], [withId])
  await mustBeAllowed(work, field, [[personId, withId]])
  const own = field.rules
    .filter(({ kind, people }) => kind === 'pin' && people.includes(personId))
    .map(({ people }) => people)
  await takeStep(work, round, { verb: 'swap', people: [personId, withId], inputs: field.inputs }, async () => {
    await removeRules(work.db, round.id, 'pin', own)
    await addRule(work.db, round.id, 'pin', [personId, withId], work.now)
  })
}

/** Forbids two people to be paired; of a trio, the last named with each of the others. */
export async function forbidTogether(work: Work, roundId: string, people: readonly string[]): Promise<void> {
  const round = await openRound(work, roundId)
  const field = await readField(work.db, round, work.now)
  await mustTakePart(work, field, people)
  const last = people.at(-1) ?? ''
  const pairs = people.slice(0, -1).map((personId): [string, string] => [personId, last])
  for (const [one, other] of pairs) {
    const isPinned = field.rules.some(
      (rule) => rule.kind === 'pin' && [one, other].every((id) => rule.people.includes(id)),
    )
    if (isPinned) await refuse(work, (t) => t.pinnedSoNotForbidden(twoNames(field.names, one, other)))
  }
  await takeStep(work, round, { verb: 'forbid', people, inputs: field.inputs }, async () => {
    for (const pair of pairs) await addRule(work.db, round.id, 'forbid', pair, work.now)
  })
}

/** Takes back pins or bans among two or three people. Who is in none changes nothing. */
export async function takeBack(
  work: Work,
  roundId: string,
  kind: Rule['kind'],
  people: readonly string[],
): Promise<void> {
  const round = await openRound(work, roundId)
  const { rules, inputs } = await readField(work.db, round, work.now)
  // Who never was in a rule is not written down anywhere: the ids came from a form.
  const isRuled = rules.some((rule) => rule.kind === kind && rule.people.every((id) => people.includes(id)))
  if (!isRuled) return
  await takeStep(work, round, { verb: kind === 'pin' ? 'unpin' : 'allow', people, inputs }, async () => {
    await removeRules(work.db, round.id, kind, everyTwo(people))
  })
}

/** Gives up a draft. */
export async function dropRound(work: Work, roundId: string): Promise<void> {
  const round = await openRound(work, roundId)
  await setState(work.db, round.id, 'dropped', work.now)
  await note(work, round, 'round.drop')
  await tellRound(work, round.id)
}
