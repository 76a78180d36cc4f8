import type { Db } from '../../platform/database/database.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/work.ts'
import type { Window } from './free-time.ts'
import type { Trouble } from './reading-trouble.ts'

/** A person's calendars that are read for busy times; their addresses stay sealed. */
export function readCalendars(db: Db | Tx, personId: string) {
  return db
    .selectFrom('calendar_sources')
    .select(['id', 'kind', 'host', 'read_at as readAt', 'last_error as lastError', 'created_at as addedAt'])
    .select((eb) =>
      eb
        .selectFrom('busy_times')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('busy_times.source_id', '=', 'calendar_sources.id')
        .as('times'),
    )
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
export type KeptCalendar = Awaited<ReturnType<typeof readCalendars>>[number]

export interface NewCalendar {
  personId: string
  agencyId: string
  kind: 'ics' | 'caldav'
  host: string
  sealed: string
}

/** Due at once. */
export async function insertCalendar(db: Tx, calendar: NewCalendar, now: Temporal.Instant): Promise<void> {
  const { personId, agencyId, kind, host, sealed } = calendar
  await db
    .insertInto('calendar_sources')
    .values({ person_id: personId, agency_id: agencyId, kind, host, sealed, next_read_at: now, created_at: now })
    .execute()
}

/** @returns whether it was there, and this person's */
export async function deleteCalendar(db: Tx, personId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('calendar_sources')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Calendars to be read now, longest due first; of persons merged away none, nor of those who take part in nothing. */
export function listDueCalendars(db: Db, now: Temporal.Instant) {
  return db
    .selectFrom('calendar_sources as source')
    .innerJoin('persons', 'persons.id', 'source.person_id')
    .select(['source.id', 'source.agency_id as agencyId', 'source.person_id as personId', 'source.sealed'])
    .select(['source.failures', 'persons.zone'])
    .where('source.next_read_at', '<=', now)
    .where('persons.merged_into_id', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('participations')
          .select('id')
          .whereRef('person_id', '=', 'source.person_id')
          .where('state', '<>', 'left'),
      ),
    )
    .orderBy('source.next_read_at')
    .orderBy('source.id')
    .limit(200)
    .execute()
}
export type DueCalendar = Awaited<ReturnType<typeof listDueCalendars>>[number]

/** Takes a due calendar for this process: its next hour is set before it is read, so that no other reads it too. */
export async function claimCalendar(db: Db, id: string, now: Temporal.Instant): Promise<boolean> {
  const result = await db
    .updateTable('calendar_sources')
    .set({ next_read_at: now.add({ hours: 1 }) })
    .where('id', '=', id)
    .where('next_read_at', '<=', now)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Writes what was read. Where nothing changed no row of busy times is touched: matching counts anew when one is. */
export async function keepBusy(
  db: Tx,
  source: DueCalendar,
  busy: readonly Window[],
  now: Temporal.Instant,
): Promise<boolean> {
  const there = await db
    .updateTable('calendar_sources')
    .set({ read_at: now, failures: 0, last_error: null })
    .where('id', '=', source.id)
    .executeTakeFirst()
  if (there.numUpdatedRows === 0n) return false
  const known = await db
    .selectFrom('busy_times')
    .select(['starts_at as startsAt', 'ends_at as endsAt'])
    .where('source_id', '=', source.id)
    .execute()
  const key = ({ startsAt, endsAt }: Window) => `${startsAt} ${endsAt}`
  const [before, after] = [new Set(known.map(key)), new Set(busy.map(key))]
  for (const part of inParts(known.filter((time) => !after.has(key(time))))) {
    await db
      .deleteFrom('busy_times')
      .where('source_id', '=', source.id)
      .where(
        'starts_at',
        'in',
        part.map(({ startsAt }) => startsAt),
      )
      .execute()
  }
  const fresh = busy.filter((time) => !before.has(key(time)))
  for (const part of inParts(fresh)) {
    const rows = part.map(({ startsAt, endsAt }) => ({
      source_id: source.id,
      agency_id: source.agencyId,
      starts_at: startsAt,
      ends_at: endsAt,
    }))
    await db.insertInto('busy_times').values(rows).execute()
  }
  return fresh.length > 0
}

/** Notes why a reading failed; what was known stays. The next is tried after twice the time, a day at most. */
export async function keepTrouble(db: Tx, source: DueCalendar, trouble: Trouble, now: Temporal.Instant): Promise<void> {
  const failures = source.failures + 1
  await db
    .updateTable('calendar_sources')
    .set({ failures, last_error: trouble, next_read_at: now.add({ hours: Math.min(24, 2 ** Math.min(failures, 5)) }) })
    .where('id', '=', source.id)
    .execute()
}
