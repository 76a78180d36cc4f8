import type { Db } from '../../platform/database/database.ts'
import { type ContactRow, readContacts } from './contact-log.ts'
import type { Connection } from './store.ts'

/** One thing that happened to a connection. */
export interface TimelineEntry {
  at: Temporal.Instant
  /** Who did it, by the name they had then. */
  who: string
  /** The verb of the audit trail; 'contact …' with its kind for a contact. */
  verb: string
  details: Record<string, unknown>
  contact?: ContactRow
  /** What a facilitator kept of a call: for staff alone. */
  note?: string
}

/** What happened to a connection, the newest first: the audit trail, with contacts as they stand now. For staff. */
export async function readTimeline(db: Db, connection: Connection): Promise<TimelineEntry[]> {
  const events = await db
    .selectFrom('audit_events')
    .select(['at', 'actor_name', 'verb', 'details', 'id'])
    .where('subject_kind', '=', 'connection')
    .where('subject_id', '=', connection.id)
    .where('agency_id', '=', connection.agency_id)
    .where('verb', '<>', 'contact.record')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  const contacts = await readContacts(db, connection.id)
  const calls = await db
    .selectFrom('desk_calls')
    .select(['noted_at', 'note'])
    .where('connection_id', '=', connection.id)
    .execute()
  const noteAt = new Map(calls.map(({ noted_at, note }) => [noted_at.toString(), note]))
  const entries: TimelineEntry[] = [
    ...events.map(({ at, actor_name: who, verb, details }) => {
      const note = verb === 'connection.call' ? noteAt.get(at.toString()) : undefined
      return { at, who, verb, details: asObject(details), ...(note ? { note } : {}) }
    }),
    ...contacts.map((contact) => ({
      at: contact.happened_at,
      who: contact.who ?? '',
      verb: `contact ${contact.kind}`,
      details: { minutes: contact.minutes },
      contact,
    })),
  ]
  return entries.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at))
}

function asObject(details: unknown): Record<string, unknown> {
  return typeof details === 'object' && details !== null ? { ...details } : {}
}
