import type { Work } from '../../platform/work.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { ownContact } from './access.ts'
import { isUnderWay } from './connection-state.ts'
import { changeConnection, type Connection, lockConnection } from './store.ts'
import { note, refuse } from './trail.ts'
import { rewatch } from './watching.ts'

export const contactKinds = ['live', 'face_to_face', 'message'] as const
export type ContactKind = (typeof contactKinds)[number]

export interface ContactReport {
  happenedAt: Temporal.Instant
  kind: ContactKind
  minutes: number
  note: string
}

/** A contact as a page names it: both ids must belong together. */
export interface WhichContact {
  connectionId: string
  contactId: string
}

/**
 * Writes down that the members were in touch, by whoever acts. A session counts once: the second report of it changes
 * nothing and gives back the first.
 */
export async function recordContact(
  work: Work,
  contact: ContactReport & { connectionId: string; sessionId?: string | null },
): Promise<string> {
  const connection = await lockConnection(work.db, contact.connectionId)
  await check(work, connection, contact)
  const row = await work.db
    .insertInto('contacts')
    .values({
      agency_id: connection.agency_id,
      connection_id: connection.id,
      session_id: contact.sessionId ?? null,
      happened_at: contact.happenedAt,
      kind: contact.kind,
      minutes: contact.minutes,
      note: contact.note,
      ...reporter(work),
      reported_at: work.now,
    })
    .onConflict((conflict) => conflict.column('session_id').where('session_id', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return firstReportOf(work, contact.sessionId ?? '')
  await note(work, connection, 'contact.record', { contactId: row.id, kind: contact.kind, minutes: contact.minutes })
  await countAgain(work, connection)
  return row.id
}

/** Corrects a contact; only whoever logged it may. */
export async function correctContact(work: Work, which: WhichContact, contact: ContactReport): Promise<void> {
  const { connection } = await ownOf(work, which)
  await check(work, connection, contact)
  await work.db
    .updateTable('contacts')
    .set({ happened_at: contact.happenedAt, kind: contact.kind, minutes: contact.minutes, note: contact.note })
    .where('id', '=', which.contactId)
    .execute()
  await note(work, connection, 'contact.correct', {
    contactId: which.contactId,
    kind: contact.kind,
    minutes: contact.minutes,
  })
  await countAgain(work, connection)
}

/** Takes a contact back; only whoever logged it may. One that confirms a session stays: the session's answer is the way. */
export async function removeContact(work: Work, which: WhichContact): Promise<void> {
  const { connection, sessionId } = await ownOf(work, which)
  if (sessionId) await refuse(work, (t) => t.contactOfSession)
  await work.db.deleteFrom('contacts').where('id', '=', which.contactId).execute()
  await note(work, connection, 'contact.remove', { contactId: which.contactId })
  await countAgain(work, connection)
}

/** Noon of a day in somebody's zone, or now when that noon is still to come: a day is all that people remember. */
export function contactMoment(day: Temporal.PlainDate, zone: string, now: Temporal.Instant): Temporal.Instant {
  const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant()
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return day.equals(today) && Temporal.Instant.compare(noon, now) > 0 ? now : noon
}

async function check(work: Work, connection: Connection, contact: ContactReport): Promise<void> {
  if (!isUnderWay(connection.state)) await refuse(work, (t) => t.notUnderWay)
  if (Temporal.Instant.compare(contact.happenedAt, work.now) > 0) await refuse(work, (t) => t.contactInFuture, 'day')
  // A day may begin earlier elsewhere: two days of grace before the proposal.
  const earliest = connection.proposed_at.subtract({ hours: 48 })
  if (Temporal.Instant.compare(contact.happenedAt, earliest) < 0) await refuse(work, (t) => t.contactTooEarly, 'day')
  if (!Number.isInteger(contact.minutes) || contact.minutes < 0 || contact.minutes > 6000) {
    await refuse(work, (t) => t.contactMinutes, 'minutes')
  }
}

function reporter({ actor }: Work) {
  if ((actor.kind !== 'staff' && actor.kind !== 'peer') || !actor.id) {
    throw new Error('A contact is reported by a member of staff or a peer.')
  }
  return { reported_by_kind: actor.kind, reported_by_id: actor.id } as const
}

async function firstReportOf(work: Work, sessionId: string): Promise<string> {
  const first = await work.db.selectFrom('contacts').select('id').where('session_id', '=', sessionId).executeTakeFirst()
  return orNotHere(first?.id)
}

async function ownOf(work: Work, which: WhichContact) {
  const { reported_by_kind: kind, reported_by_id: id } = reporter(work)
  const { session_id: sessionId } = await ownContact(work.db, which, { kind, id })
  return { connection: await lockConnection(work.db, which.connectionId), sessionId }
}

async function countAgain(work: Work, connection: Connection): Promise<void> {
  const { last } = await work.db
    .selectFrom('contacts')
    .select((eb) => eb.fn.max('happened_at').as('last'))
    .where('connection_id', '=', connection.id)
    .executeTakeFirstOrThrow()
  await changeConnection(work.db, connection.id, { last_contact_at: last })
  await rewatch(work, connection.id)
}
