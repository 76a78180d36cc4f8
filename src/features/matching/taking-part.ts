import { countryCodes } from '../people/countries.ts'
import { languageCodes } from '../people/languages.ts'
import { readTopics } from '../initiatives/profiles.ts'
import { NotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import type { Need } from './fit/need.ts'
import { addNeed, type ListedNeed, listNeeds, onRoster, removeNeed, sayOf } from './participants-store.ts'
import { openRound } from './refusing.ts'
import { takeStep } from './steps.ts'

/** What a facilitator may say of people in a round: in, out, neither, or how many pairs (null: as they said). */
export type Word = { takesPart: boolean | null } | { capacity: number | null }

/** Says of people of the initiative whether they take part in a round, or how many pairs they take. Others are 'not here'. */
export async function sayWhoTakesPart(
  work: Work,
  roundId: string,
  personIds: readonly string[],
  word: Word,
): Promise<void> {
  const round = await openRound(work, roundId)
  const wanted = [...new Set(personIds)]
  if ((await onRoster(work.db, round.initiative_id, wanted)).length !== wanted.length) throw new NotHere()
  const step = { verb: 'people', people: [], details: { persons: wanted.length, ...word } } as const
  await takeStep(work, round, step, () =>
    sayOf(work.db, round.id, wanted, 'capacity' in word ? word : { takes_part: word.takesPart }),
  )
}

/** Somebody must be with one who has something. A person, topic, language or country that is not there is 'not here'. */
export async function demand(work: Work, roundId: string, need: ListedNeed): Promise<void> {
  const round = await openRound(work, roundId)
  const isThere = (await onRoster(work.db, round.initiative_id, [need.personId])).length === 1
  if (!isThere || !(await isKnown(work, round.initiative_id, need))) throw new NotHere()
  const step = { verb: 'demand', people: [need.personId], details: { ...need } } as const
  await takeStep(work, round, step, () => addNeed(work.db, round.id, need, work.now))
}

async function isKnown(work: Work, initiativeId: string, { kind, value }: Need): Promise<boolean> {
  if (kind === 'language') return languageCodes.includes(value)
  if (kind === 'country') return countryCodes.includes(value)
  return (await readTopics(work.db, initiativeId)).some(({ id }) => id === value)
}

/** Takes such a rule back. */
export async function waive(work: Work, roundId: string, need: ListedNeed): Promise<void> {
  const round = await openRound(work, roundId)
  // What never was a rule is not on the trail: it came from a form.
  if (!(await listNeeds(work.db, round.id)).some((said) => isSame(said, need))) return
  const step = { verb: 'waive', people: [need.personId], details: { ...need } } as const
  await takeStep(work, round, step, () => removeNeed(work.db, round.id, need))
}

function isSame(one: ListedNeed, other: ListedNeed): boolean {
  return one.personId === other.personId && one.kind === other.kind && one.value === other.value
}
