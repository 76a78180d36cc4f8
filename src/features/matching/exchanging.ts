import type { Db } from '../../platform/database/database.ts'
import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { closeConnection } from '../connections/closing.ts'
import { exchanged } from '../connections/connection-state.ts'
import { membersOf } from '../connections/members.ts'
import { proposeConnections } from '../connections/proposing.ts'
import { readPeers, readTopics } from '../initiatives/profiles.ts'
import { readAfterRound } from './after-round.ts'
import { cheapestExchange, type Exchange } from './exchange.ts'
import { type Cohort, makeCohort } from './fit/fit.ts'
import { writeLetters } from './letters.ts'
import { groupKey } from './proposal.ts'
import { refuse } from './refusing.ts'
import { listUnanswered, lockInitiative } from './store.ts'

/** Partners that are tried for an exchange, the best fitting first. */
const partnersTried = 5
const exchangesShown = 3

/** A way to give somebody a partner by changing other proposals that nobody has said yes to. */
export interface ExchangeChoice {
  partner: { personId: string; name: string; fit: number }
  /** Who comes together instead, but for the person themselves, and who was proposed before; by names, with fits. */
  others: { names: string[]; fit: number }[]
  broken: { names: string[]; fit: number }[]
  /** Points of fit that those who move lose together; below 0 where they gain. */
  cost: number
  /** Names this very way: another one is refused. */
  key: string
}

/** The exchanges that give somebody a partner: the fewest proposals changed first, then the least cost. */
export async function readExchanges(
  db: Db | Tx,
  initiativeId: string,
  personId: string,
  wishes: { now: Temporal.Instant; exclude: readonly string[] },
): Promise<ExchangeChoice[]> {
  const ground = await readGround(db, initiativeId, personId, wishes)
  const { cohort, person, movable } = ground
  if (person === undefined) return []
  const partners = movable
    .flatMap(([a, b]) => [a, b])
    .filter((place) => cohort.worth(person, place) >= 0)
    .toSorted((a, b) => cohort.worth(person, b) - cohort.worth(person, a))
    .slice(0, partnersTried)
  const found = [undefined, ...partners].flatMap((partner) => exchangeOn(ground, partner) ?? [])
  const choices = new Map(
    found.map((exchange) => {
      const choice = choiceOf(cohort, person, exchange)
      return [choice.key, choice]
    }),
  )
  return [...choices.values()]
    .toSorted((a, b) => a.broken.length - b.broken.length || a.cost - b.cost || b.partner.fit - a.partner.fit)
    .slice(0, exchangesShown)
}

type Ground = Awaited<ReturnType<typeof readGround>>

function exchangeOn({ cohort, person, free, movable }: Ground, partner?: number): Exchange | null {
  if (person === undefined) return null
  // Without a partner named, nobody free: whoever is free is offered without any exchange.
  const exchange = cheapestExchange(cohort, { person, free, movable, ...(partner === undefined ? {} : { partner }) })
  return exchange && exchange.broken.length > 0 ? exchange : null
}

/** Who is free, who may move, and how they fit, by the weights of the last published round. */
async function readGround(
  db: Db | Tx,
  initiativeId: string,
  personId: string,
  { now, exclude }: { now: Temporal.Instant; exclude: readonly string[] },
) {
  const { weights, context, connected } = await readAfterRound(db, initiativeId, now)
  const unanswered = await listUnanswered(db, initiativeId)
  const moving = new Set(unanswered.flatMap(({ person_ids }) => person_ids))
  const peers = await readPeers(db, initiativeId, { activeBut: [], and: [personId] })
  const mayMove = (id: string) => id === personId || ((!connected.has(id) || moving.has(id)) && !exclude.includes(id))
  const cohort = makeCohort(
    peers.filter((peer) => mayMove(peer.personId)),
    weights,
    context,
  )
  const person = cohort.placeOf.get(personId)
  const movable = unanswered.flatMap(({ id, person_ids: ids }): [number, number, string][] => {
    const [a, b] = ids.map((one) => cohort.placeOf.get(one))
    return a === undefined || b === undefined || ids.includes(personId) ? [] : [[a, b, id]]
  })
  return {
    cohort,
    person,
    movable: movable.map(([a, b]): [number, number] => [a, b]),
    connectionOf: new Map(movable.map(([a, b, id]) => [`${a} ${b}`, id])),
    free: [...cohort.placeOf].flatMap(([id, place]) => (connected.has(id) || id === personId ? [] : [place])),
  }
}

function choiceOf(cohort: Cohort, person: number, { fresh, broken, cost }: Exchange): ExchangeChoice {
  const profileAt = (place: number) => orNotHere(cohort.peers[place]).profile
  const named = ([a, b]: readonly [number, number]) => ({
    names: [profileAt(a).name, profileAt(b).name],
    fit: cohort.fit(a, b).total,
  })
  const own = orNotHere(fresh.find((two) => two.includes(person)))
  const partner = own[0] === person ? own[1] : own[0]
  const { personId, name } = profileAt(partner)
  const idsOf = (two: readonly [number, number]) => groupKey(two.map((place) => profileAt(place).personId))
  return {
    partner: { personId, name, fit: named(own).fit },
    others: fresh.filter((two) => two !== own).map(named),
    broken: broken.map(named),
    cost,
    key: fresh.map(idsOf).toSorted().join(' '),
  }
}

/**
 * Carries out an exchange: takes the proposals it breaks back, and proposes the new pairs to their members, who read that
 * it stands in the place of the other. Refused where anything it rests on has changed.
 */
export async function exchangeFor(
  work: Work,
  initiativeId: string,
  wanted: { personId: string; withPersonId: string; key: string; exclude: readonly string[] },
): Promise<void> {
  const agencyId = await lockInitiative(work.db, initiativeId)
  const { personId, withPersonId, key } = wanted
  const ground = await readGround(work.db, initiativeId, personId, { now: work.now, exclude: wanted.exclude })
  const { cohort, person, connectionOf } = ground
  const partner = cohort.placeOf.get(withPersonId)
  const exchange = person === undefined || partner === undefined ? null : exchangeOn(ground, partner)
  if (person === undefined || !exchange || choiceOf(cohort, person, exchange).key !== key)
    return refuse(work, (t) => t.exchangeChanged)
  const before = new Map<string, string>()
  for (const two of exchange.broken) {
    const connectionId = orNotHere(connectionOf.get(two.join(' ')))
    await closeConnection(work, connectionId, { reason: exchanged })
    const members = await membersOf(work.db, connectionId)
    // Somebody may have said yes while this was looked at: then it is theirs.
    if (members.some(({ answer }) => answer === 'yes')) await refuse(work, (t) => t.exchangeChanged)
    for (const member of members) before.set(member.personId, namesBut(member.personId, member.locale, members))
  }
  const topics = new Map((await readTopics(work.db, initiativeId)).map(({ id, name }) => [id, name]))
  await proposeConnections(
    work,
    { agencyId, initiativeId },
    exchange.fresh.map((two) => {
      const members = two.map((place) => orNotHere(cohort.peers[place]).profile)
      const fit = cohort.fit(two[0], two[1])
      return {
        roundId: null,
        personIds: members.map((member) => member.personId),
        fit: fit.total,
        insteadOf: before,
        members: writeLetters(members, fit.reasons, (id) => topics.get(id) ?? '').map(
          ({ locale: _locale, ...member }) => member,
        ),
      }
    }),
  )
}

function namesBut(personId: string, locale: Locale, members: readonly { personId: string; name: string }[]): string {
  return list(
    locale,
    members.filter((member) => member.personId !== personId).map(({ name }) => name),
  )
}
