import { dayIn } from '../../platform/clock.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { connectionStarted, connectionStopped } from './announcements.ts'
import { type Answer, isStuck, nextAsking } from './asking.ts'
import { type Medium, stateAfter } from './connection-state.ts'
import { sendItIsOn, sendOff, sendProposal } from './mails.tsx'
import { type Member, membersOf } from './members.ts'
import { changeConnection, type Connection, lockConnection, readSetting } from './store.ts'
import { note, refuse } from './trail.ts'
import { rewatch } from './watching.ts'

/** Months after which the members look at their connection, unless they choose another day. */
export const reviewAfterMonths = 6

export interface Proposal {
  agencyId: string
  initiativeId: string
  roundId: string | null
  personIds: string[]
  /** 0 to 100. */
  fit: number
  /** What each gives, wants, and why this tie, in that member's language. */
  members: { personId: string; gives: string; wants: string; why: string }[]
  rhythmDays?: number
  medium?: Medium
}

/**
 * Proposes a connection and mails each member; nothing starts until all say yes.
 * @returns the connection's id
 */
export async function proposeConnection(work: Work, proposal: Proposal): Promise<string> {
  const personIds = [...new Set(proposal.personIds)].toSorted()
  await checkPersons(work, proposal, personIds)
  const setting = await readSetting(work.db, proposal.initiativeId)
  const connection = await work.db
    .insertInto('connections')
    .values({
      agency_id: proposal.agencyId,
      initiative_id: proposal.initiativeId,
      round_id: proposal.roundId,
      fit: Math.round(proposal.fit),
      rhythm_days: proposal.rhythmDays ?? setting.rhythm_days,
      medium: proposal.medium ?? 'video',
      proposed_at: work.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const asking = { answer: null, answeredAt: null, askedAt: work.now, remindedAt: null, askedAgainAt: null }
  await work.db
    .insertInto('connection_members')
    .values(
      personIds.map((personId) => {
        const {
          gives = '',
          wants = '',
          why = '',
        } = proposal.members.find((member) => member.personId === personId) ?? {}
        return {
          connection_id: connection.id,
          person_id: personId,
          gives,
          wants,
          why,
          next_ask_at: nextAsking(asking)?.at ?? null,
        }
      }),
    )
    .execute()
  await note(work, connection, 'connection.propose', { persons: personIds, roundId: proposal.roundId })
  const members = await membersOf(work.db, connection.id)
  for (const member of members) await sendProposal(work, connection, setting, member, members, 'ask')
  return connection.id
}

async function checkPersons(work: Work, proposal: Proposal, personIds: string[]): Promise<void> {
  if (personIds.length < 2 || personIds.length > 8)
    throw new RangeError(`A connection has 2 to 8 members, not ${personIds.length}.`)
  const known = await work.db
    .selectFrom('participations')
    .innerJoin('persons', 'persons.id', 'participations.person_id')
    .innerJoin('initiatives', 'initiatives.id', 'participations.initiative_id')
    .select('persons.id')
    .where('persons.id', 'in', personIds)
    .where('persons.agency_id', '=', proposal.agencyId)
    .where('initiatives.agency_id', '=', proposal.agencyId)
    .where('initiatives.id', '=', proposal.initiativeId)
    .execute()
  orNotHere(known.length === personIds.length ? known : null)
}

/**
 * A member's answer to the proposal. It may change until it is settled: all yes starts the connection, one no ends it.
 * The reason is for the facilitator alone.
 */
export async function answerProposal(
  work: Work,
  connectionId: string,
  personId: string,
  answer: Answer,
  reason: string,
): Promise<void> {
  const connection = await lockConnection(work.db, connectionId)
  const members = await membersOf(work.db, connectionId)
  const member = orNotHere(members.find((candidate) => candidate.personId === personId))
  if (connection.state !== 'proposed') {
    // The second click of the same answer is harmless; another answer comes too late.
    if (member.answer !== answer) await refuse(work, (t) => t.proposalSettled)
    return
  }
  const asking = { ...member, answer, answeredAt: work.now, askedAt: connection.proposed_at }
  const others = members.filter((other) => other.personId !== personId)
  const stuck = [asking, ...others.map((other) => ({ ...other, askedAt: connection.proposed_at }))].some((one) =>
    isStuck(one, work.now),
  )
  await work.db
    .updateTable('connection_members')
    .set({
      answer,
      answer_reason: reason,
      answered_at: work.now,
      next_ask_at: isStuck(asking, work.now) ? null : (nextAsking(asking)?.at ?? null),
    })
    .where('connection_id', '=', connectionId)
    .where('person_id', '=', personId)
    .execute()
  await note(work, connection, 'connection.answer', { personId, answer })
  await changeConnection(work.db, connectionId, { stuck_at: stuck ? (connection.stuck_at ?? work.now) : null })
  if (answer === 'no') return decline(work, connection, others, members)
  if (answer === 'yes' && others.every((other) => other.answer === 'yes')) await start(work, connection, members)
}

async function start(work: Work, connection: Connection, members: Member[]): Promise<void> {
  const setting = await readSetting(work.db, connection.initiative_id)
  await changeConnection(work.db, connection.id, {
    state: stateAfter(connection.state, 'all said yes') ?? connection.state,
    started_at: work.now,
    watch_from_at: work.now,
    stuck_at: null,
    review_on: dayIn(setting.agencyZone, work.now).add({ months: reviewAfterMonths }),
  })
  await rewatch(work, connection.id)
  await note(work, connection, 'connection.start')
  for (const member of members) await sendItIsOn(work, connection, member, members)
  await connectionStarted.tell(work, { connectionId: connection.id })
}

async function decline(work: Work, connection: Connection, others: Member[], members: Member[]): Promise<void> {
  await changeConnection(work.db, connection.id, {
    state: stateAfter(connection.state, 'somebody said no') ?? connection.state,
    closed_at: work.now,
    stuck_at: null,
  })
  await stopAsking(work, connection.id)
  await note(work, connection, 'connection.decline')
  for (const member of others) await sendOff(work, connection, member, members)
  await connectionStopped.tell(work, { connectionId: connection.id, why: 'declined' })
}

/** Nobody is asked about this proposal any more. */
export async function stopAsking(work: Work, connectionId: string): Promise<void> {
  await work.db
    .updateTable('connection_members')
    .set({ next_ask_at: null })
    .where('connection_id', '=', connectionId)
    .where('next_ask_at', 'is not', null)
    .execute()
}
