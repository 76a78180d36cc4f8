import type { Db } from '../../platform/database/database.ts'
import type { Fit } from './fit/fit.ts'
import type { Hard } from './fit/hard.ts'
import { personAt } from './left-out.ts'
import { priceOfPair } from './price.ts'
import { type Field, readField, solveField } from './solving.ts'
import type { Round } from './store.ts'
import type { RosterPeer } from './workbench-store.ts'

/** Why two people are not proposed together, or what it would cost to bring them together. */
export type WhyNot = { one: string; other: string } & (
  | { kind: 'not in'; personId: string }
  | { kind: 'rule'; rule: Hard }
  | { kind: 'pinned'; personId: string }
  | {
      kind: 'price'
      /** Of groups the price is what the search finds; of pairs it is exact. */
      isOfGroups: boolean
      fit: Fit
      isNow: boolean
      /** What all pairs together lose, in fit points; below 0 where they gain. */
      cost: number
      moreLeftOut: number
      /** Groups that would be broken up, and those that would come instead, these two aside. */
      lost: string[][]
      fresh: string[][]
    }
)

/** What was wrong with a typed name: nobody is called so, or several could be meant. */
export type Unfound = { kind: 'nobody' } | { kind: 'several'; names: string[] } | { kind: 'same' }

export interface Asked {
  one: string
  other: string
  unfound: { one?: Unfound; other?: Unfound }
  answer: WhyNot | null
}

/** Two people as typed into the form or named by a link; nothing asked is no question. */
export async function readWhyNot(
  db: Db,
  round: Round,
  now: Temporal.Instant,
  roster: readonly RosterPeer[],
  asked: { one?: string | undefined; other?: string | undefined },
): Promise<Asked | null> {
  const { one: first = '', other: second = '' } = asked
  if (!first && !second) return null
  const [one, other] = [findPeer(roster, first), findPeer(roster, second)]
  const unfound: Asked['unfound'] = {
    ...('kind' in one ? { one } : {}),
    ...('kind' in other ? { other } : {}),
  }
  const named = { one: 'kind' in one ? first : one.name, other: 'kind' in other ? second : other.name }
  if ('kind' in one || 'kind' in other) return { ...named, unfound, answer: null }
  if (one === other) return { ...named, unfound: { other: { kind: 'same' } }, answer: null }
  const field = await readField(db, round, now)
  return { ...named, unfound, answer: whyNot(field, one.person_id, other.person_id) }
}

/** A peer by id, by the whole name, or by a piece of it that only one has; accents and capitals aside. */
function findPeer(roster: readonly RosterPeer[], typed: string): RosterPeer | Unfound {
  const wanted = plain(typed)
  const exact = roster.filter(({ person_id, name }) => person_id === typed || plain(name) === wanted)
  const found = exact.length > 0 || wanted === '' ? exact : roster.filter(({ name }) => plain(name).includes(wanted))
  const [only] = found
  if (only && found.length === 1) return only
  return only ? { kind: 'several', names: found.slice(0, 5).map(({ name }) => name) } : { kind: 'nobody' }
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
}

function whyNot(field: Field, one: string, other: string): WhyNot {
  const { cohort, pins } = field
  const isOfGroups = field.settings.kind === 'groups'
  const places = [cohort.placeOf.get(one), cohort.placeOf.get(other)] as const
  const [a, b] = places
  if (a === undefined || b === undefined) {
    return { one, other, kind: 'not in', personId: a === undefined ? one : other }
  }
  const rule = cohort.hard(a, b)
  if (rule !== null) return { one, other, kind: 'rule', rule }
  const isTogether = pins.some((pin) => pin.includes(a) && pin.includes(b))
  if (!isOfGroups && !isTogether && pins.some((pin) => pin.includes(b)))
    return { one, other, kind: 'pinned', personId: other }
  const price = priceOfPair((forced) => solveField(field, forced), a, b)
  const named = (groups: readonly (readonly number[])[]) =>
    groups.map((group) => group.map((place) => personAt(cohort, place)))
  return {
    one,
    other,
    kind: 'price',
    isOfGroups,
    fit: cohort.fit(a, b),
    isNow: price.isNow,
    cost: Math.round((1000 * price.cost) / cohort.most) / 10,
    moreLeftOut: price.moreLeftOut,
    lost: named(price.lost),
    fresh: named(price.fresh),
  }
}
