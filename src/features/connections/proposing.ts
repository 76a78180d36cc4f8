import { randomUUID } from 'node:crypto'
import { recordAll } from '../../platform/audit/record.ts'
import { anyOf } from '../../platform/database/any-of.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import { dayIn } from '../../platform/clock.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { connectionStarted, connectionStopped } from './announcements.ts'
import { type Answer, isStuck, nextAsking } from './asking.ts'
import { fewestMembers, type Medium, stateAfter } from './connection-state.ts'
import { sendItIsOn, sendOff, sendProposals } from './mails.tsx'
import { type Member, membersOf, readMembers } from './members.ts'
import { changeConnection, type Connection, lockConnection, readSetting } from './store.ts'
import { note, noted, refuse } from './trail.ts'
import { rewatch } from './watching.ts'

/** Months after which the members look at their connection, unless they choose another day. */
export const reviewAfterMonths = 6

interface Place {
  agencyId: string
  initiativeId: string
}

export interface Proposal {
  roundId: string | null
  personIds: string[]
  /** 0 to 100. */
  fit: number
  /** What each gives, wants, and why this tie, in that member's language. */
  members: { personId: string; gives: string; wants: string; why: string }[]
  /** Whom some members had been proposed before, by member: this stands in the place of that. */
  insteadOf?: ReadonlyMap<string, string>
  rhythmDays?: number
  medium?: Medium
}

/**
 * Proposes a connection and mails each member; nothing starts until all say yes.
 * @returns the connection's id
 */
export async function proposeConnection(
  work: Work,
  { agencyId, initiativeId, ...proposal }: Proposal & Place,
): Promise<string> {
  const [id = ''] = await proposeConnections(work, { agencyId, initiativeId }, [proposal])
  return id
}

/** The same for many at once, all in one initiative; the ids come in the order of `proposals`. */
export async function proposeConnections(work: Work, place: Place, proposals: readonly Proposal[]): Promise<string[]> {
  const setting = await readSetting(work.db, place.initiativeId)
  const ids: string[] = []
  for (const part of inParts(proposals)) {
    const drafts = part.map((proposal): Draft => ({
      id: randomUUID(),
      proposal,
      personIds: [...new Set(proposal.personIds)].toSorted(),
    }))
    await checkPersons(work, place, drafts)
    const connections = await insertDrafts(work, place, drafts, setting.rhythm_days)
    const members = await readMembers(
      work.db,
      drafts.map(({ id }) => id),
    )
    const insteadOf = new Map(drafts.map(({ id, proposal }) => [id, proposal.insteadOf]))
    const asked = connections.flatMap((connection) => {
      const all = members.get(connection.id) ?? []
      return all.map((to) => {
        return { connection, to, members: all, insteadOf: insteadOf.get(connection.id)?.get(to.personId) }
      })
    })
    await sendProposals(work, setting, asked, 'ask')
    ids.push(...drafts.map(({ id }) => id))
  }
  return ids
}

interface Draft {
  id: string
  proposal: Proposal
  personIds: string[]
}

async function insertDrafts(
  work: Work,
  place: Place,
  drafts: readonly Draft[],
  rhythmDays: number,
): Promise<Connection[]> {
  const connections = await work.db
    .insertInto('connections')
    .values(
      drafts.map(({ id, proposal }) => ({
        id,
        agency_id: place.agencyId,
        initiative_id: place.initiativeId,
        round_id: proposal.roundId,
        fit: Math.round(proposal.fit),
        rhythm_days: proposal.rhythmDays ?? rhythmDays,
        medium: proposal.medium ?? 'video',
        proposed_at: work.now,
      })),
    )
    .returningAll()
    .execute()
  const asking = { answer: null, answeredAt: null, askedAt: work.now, remindedAt: null, askedAgainAt: null }
  const next_ask_at = nextAsking(asking)?.at ?? null
  const members = drafts.flatMap(({ id, proposal, personIds }) =>
    personIds.map((personId) => {
      const { gives = '', wants = '', why = '' } = proposal.members.find((one) => one.personId === personId) ?? {}
      return { connection_id: id, person_id: personId, gives, wants, why, next_ask_at }
    }),
  )
  for (const part of inParts(members)) await work.db.insertInto('connection_members').values(part).execute()
  const where = { agency_id: place.agencyId, initiative_id: place.initiativeId }
  await recordAll(
    work,
    drafts.map(({ id, personIds, proposal: { roundId } }) =>
      noted({ id, ...where }, 'connection.propose', { persons: personIds, roundId }),
    ),
  )
  return connections
}

async function checkPersons(work: Work, place: Place, drafts: readonly Draft[]): Promise<void> {
  for (const { personIds } of drafts) {
    if (personIds.length < 2 || personIds.length > 8)
      throw new RangeError(`A connection has 2 to 8 members, not ${personIds.length}.`)
  }
  const wanted = [...new Set(drafts.flatMap(({ personIds }) => personIds))]
  const known = await work.db
    .selectFrom('participations')
    .innerJoin('persons', 'persons.id', 'participations.person_id')
    .innerJoin('initiatives', 'initiatives.id', 'participations.initiative_id')
    .select('persons.id')
    .where('persons.id', '=', anyOf(wanted))
    .where('persons.agency_id', '=', place.agencyId)
    .where('initiatives.agency_id', '=', place.agencyId)
    .where('initiatives.id', '=', place.initiativeId)
    .execute()
  orNotHere(known.length === wanted.length ? known : null)
}

/**
 * A member's answer to the proposal. It may change until it is settled: all yes starts the connection, one no ends it; a
 * group of four and more goes on without who says no, as long as three are left.
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
  const all = [{ ...member, answer }, ...others]
  const willing = all.filter((one) => one.answer !== 'no')
  if (willing.length < fewestMembers(all.length)) return decline(work, connection, others, members)
  if (willing.every((one) => one.answer === 'yes')) {
    await leaveOut(
      work,
      connection,
      all.filter((one) => one.answer === 'no'),
    )
    await start(work, connection, willing)
  }
}

/** Who said no to a group is no member of it. */
async function leaveOut(work: Work, connection: Connection, members: readonly Member[]): Promise<void> {
  if (members.length === 0) return
  await work.db
    .updateTable('connection_members')
    .set({ left_at: work.now })
    .where('connection_id', '=', connection.id)
    .where('person_id', '=', anyOf(members.map(({ personId }) => personId)))
    .execute()
  for (const { personId } of members) await note(work, connection, 'connection.leave', { personId })
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
