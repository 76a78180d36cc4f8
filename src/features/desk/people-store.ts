import { sql } from 'kysely'
import { daysAfter } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { lapseNoticeDays } from '../authority/report.ts'
import type { Moment } from './moment.ts'
import { type FoundNeed, meetingNeeds, readNeed } from './meeting-store.ts'
import { missingAfterDays, type Standing } from './rows/authority.ts'
import type { FailedMail } from './rows/failed-mail.ts'
import type { MeetingNeed } from './rows/group-meeting.ts'
import { reminderPatienceDays } from './rows/unanswered.ts'

/** Who lends hours until when, and whose hours nobody has lent. */
export interface Lending {
  /** Not ended by hand, each with its last report. */
  standings: Standing[]
  /** Peers whose connection has run for two weeks without an authority, by name. */
  missing: { personId: string; name: string }[]
}

/** The authorities of an initiative that end soon or wait for a call, and who lacks one. One query. */
export async function readLending(db: Db, initiativeId: string, { now, today }: Moment): Promise<Lending> {
  const { rows } = await sql<{
    id: string | null
    ends_on: Temporal.PlainDate | null
    authoriser_name: string | null
    person_id: string
    person: string
    waiting_since: Temporal.Instant | null
    call_id: string | null
    call_at: Temporal.Instant | null
    call_note: string | null
  }>`
    with lent as materialized (
      select * from authorities where initiative_id = ${initiativeId} and ended_at is null
    ), calls as materialized (
      select distinct on (r.authority_id) r.authority_id, r.id, r.answered_at, r.answer_note
      from authority_reports r join lent on lent.id = r.authority_id
      where r.answer = 'call' and r.settled_at is null
      order by r.authority_id, r.answered_at
    )
    select a.id, a.ends_on, a.authoriser_name, a.person_id, p.name as person,
      case when last.answered_at is null then last.sent_at end as waiting_since,
      call.id as call_id, call.answered_at as call_at, call.answer_note as call_note
    from lent a
    join persons p on p.id = a.person_id
    left join lateral (
      select r.sent_at, r.answered_at from authority_reports r where r.authority_id = a.id order by r.sent_at desc limit 1
    ) last on true
    left join calls call on call.authority_id = a.id
    where a.ends_on <= ${today.add({ days: lapseNoticeDays })} or call.id is not null
    union all
    select null, null, null, p.id, p.name, null, null, null, null
    from persons p
    where p.id not in (select person_id from lent) and p.id in (
      select m.person_id from connections c join connection_members m on m.connection_id = c.id and m.left_at is null
      where c.initiative_id = ${initiativeId} and c.state in ('active', 'quiet')
        and c.started_at <= ${daysAfter(now, -missingAfterDays)})
    order by ends_on, person, person_id`.execute(db)
  return {
    standings: rows.flatMap((row) => {
      const { id: authorityId, ends_on: endsOn, authoriser_name: authoriser, call_id: reportId, call_at: askedAt } = row
      if (!authorityId || !endsOn || !authoriser) return []
      const call = reportId && askedAt ? { reportId, askedAt, note: row.call_note ?? '' } : null
      const person = { id: row.person_id, name: row.person }
      return [{ authorityId, person, authoriser, endsOn, waitingSince: row.waiting_since, call }]
    }),
    missing: rows.flatMap(({ id, person_id: personId, person: name }) => (id ? [] : [{ personId, name }])),
  }
}

/** Peers from whom nothing comes, mails that do not arrive, and group meetings that need somebody. */
export interface OutOfReach {
  /** Reminded of the one-minute form days ago, and still without an answer; by name. */
  unanswered: { personId: string; name: string }[]
  /** Failed for good, to peers and authorisers at the address they have now; the newest first. */
  failed: FailedMail[]
  meetings: MeetingNeed[]
}

/** Whom the system cannot reach by itself in an initiative, and its group meetings. One query. */
export async function readOutOfReach(
  db: Db,
  place: { id: string; agencyId: string },
  now: Temporal.Instant,
): Promise<OutOfReach> {
  const { rows } = await sql<{
    mail_id: string | null
    person_id: string | null
    name: string
    address: string
    need: FoundNeed | null
  }>`
    select mail_id, person_id, name, address, need from (
      select null::uuid as mail_id, p.id as person_id, p.name, p.email as address, null::timestamptz as at,
        null::json as need
      from participations part
      join persons p on p.id = part.person_id
      where part.initiative_id = ${place.id} and part.state = 'invited' and part.answered_at is null
        and part.reminded_at <= ${daysAfter(now, -reminderPatienceDays)} and p.merged_into_id is null
      union all
      (select m.id, case when part.id is not null then p.id end, m.to_name, m.to_address, m.created_at, null
      from mails m
      left join persons p on p.agency_id = m.agency_id and lower(p.email) = lower(m.to_address) and p.merged_into_id is null
      left join participations part on part.person_id = p.id and part.initiative_id = ${place.id}
      where m.agency_id = ${place.agencyId} and m.state = 'failed'
        and (part.id is not null or exists (
          select 1 from authorities a
          where a.initiative_id = ${place.id} and a.ended_at is null and lower(a.authoriser_email) = lower(m.to_address)))
      order by m.created_at desc, m.id
      limit 200)
      union all
      select null, null, '', '', null, need from (${meetingNeeds(place.id, now)}) meetings
    ) whom
    order by at desc nulls last, mail_id, name`.execute(db)
  return {
    unanswered: rows.flatMap(({ mail_id, person_id: personId, name }) =>
      !mail_id && personId ? [{ personId, name }] : [],
    ),
    failed: rows.flatMap(({ mail_id: id, person_id: personId, name: toName, address: toAddress }) =>
      id ? [{ id, personId, toName, toAddress }] : [],
    ),
    meetings: rows.flatMap(({ need }) => (need ? [readNeed(need)] : [])),
  }
}
