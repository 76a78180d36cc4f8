import type { Db } from '../../platform/database/database.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import { readTopics } from '../initiatives/profiles.ts'
import type { Fit } from './fit/fit.ts'
import type { Hard } from './fit/hard.ts'
import { priceCandidates } from './price.ts'
import { type Field, readField } from './solving.ts'
import type { Round } from './store.ts'
import { listRoster } from './workbench-store.ts'

const candidatesShown = 6

export interface Candidate {
  personId: string
  fit: Fit
  /** What all pairs together lose, in fit points; below 0 where they gain. */
  cost: number
  moreLeftOut: number
  isNow: boolean
}

/** Candidates for one person of a proposal, the cheapest first. */
export interface SwapChoices {
  personId: string
  candidates: Candidate[]
  /** Everybody else in the round, by name. */
  others: string[]
  /** The rule that parts this person from whoever was asked for. */
  refused: { withId: string; rule: Hard } | null
}

/** Who could be with each of some people instead, at what price. */
export async function readSwap(
  db: Db,
  round: Round,
  now: Temporal.Instant,
  people: string,
  withId: string | undefined,
) {
  const field = await readField(db, round, now)
  const roster = await listRoster(db, round.initiative_id)
  const topics = await readTopics(db, round.initiative_id)
  const personIds = [...new Set(people.split(','))]
    .filter((id) => isUuid(id) && field.cohort.placeOf.has(id))
    .slice(0, 3)
  orNotHere(personIds[0])
  return {
    choices: personIds.map((personId) => choicesFor(field, personId, withId)),
    roster: new Map(roster.map((peer) => [peer.person_id, peer])),
    topics: new Map(topics.map(({ id, name }) => [id, name])),
  }
}

function choicesFor({ cohort, pins }: Field, personId: string, withId: string | undefined): SwapChoices {
  const place = orNotHere(cohort.placeOf.get(personId))
  const asked = withId === undefined ? undefined : cohort.placeOf.get(withId)
  const rule = asked === undefined || asked === place ? null : cohort.hard(place, asked)
  const idAt = (other: number) => cohort.peers[other]?.profile.personId ?? ''
  const priced = priceCandidates(cohort, pins, place, candidatesShown, asked === undefined ? [] : [asked])
  return {
    personId,
    candidates: priced.map(({ place: other, cost, moreLeftOut, isNow }) => ({
      personId: idAt(other),
      fit: cohort.fit(place, other),
      cost: Math.round((1000 * cost) / cohort.most) / 10,
      moreLeftOut,
      isNow,
    })),
    others: cohort.peers.map((_peer, other) => idAt(other)).filter((id) => id !== personId),
    refused: rule !== null && withId !== undefined ? { withId, rule } : null,
  }
}
