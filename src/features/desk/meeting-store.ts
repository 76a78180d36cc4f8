import { sql } from 'kysely'
import { daysAfter } from '../../platform/clock.ts'
import { type MeetingNeed, minutesDueDays } from './rows/group-meeting.ts'

/** Days after which the minutes of a meeting are not asked for any more. */
const forgottenDays = 60

/** A group meeting as `meetingNeeds` finds it. */
export type FoundNeed = Omit<MeetingNeed, 'startsAt' | 'freeSince'> & { startsAt: string; freeSince: string | null }

/** The group meetings of an initiative that may need a facilitator: one JSON value each, for a query that asks more. */
export function meetingNeeds(initiativeId: string, now: Temporal.Instant) {
  return sql`
    select json_build_object('id', m.id, 'title', m.title, 'startsAt', m.starts_at, 'minutes', m.minutes,
      'planned', coalesce((select sum(a.minutes)::int from activity_agenda a where a.activity_id = m.id), 0),
      'freeSince', (select max(p.keep_until) from activity_places p
        where p.activity_id = m.id and p.state = 'left' and p.keep_until is not null
          and not exists (select 1 from activity_places w where w.activity_id = m.id and w.state in ('waiting', 'offered'))
          and coalesce(case p.how when 'room' then m.room_capacity else m.online_capacity end, 0) > coalesce((
            select sum(c.party_size) from activity_places c
            where c.activity_id = m.id and c.how = p.how and c.state = 'coming'), 0))) as need
    from activities m
    where m.initiative_id = ${initiativeId} and (
      (m.state in ('open', 'closed') and m.starts_at > ${now})
      or (m.state = 'held' and m.notes_sent_at is null and m.starts_at <= ${daysAfter(now, -minutesDueDays)}
        and m.starts_at > ${daysAfter(now, -forgottenDays)}))`
}

/** A need as the desk's rows know it. */
export function readNeed(found: FoundNeed): MeetingNeed {
  const { startsAt, freeSince } = found
  return {
    ...found,
    startsAt: Temporal.Instant.from(startsAt),
    freeSince: freeSince === null ? null : Temporal.Instant.from(freeSince),
  }
}
