import { sql } from 'kysely'
import { daysAfter } from '../../platform/clock.ts'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import { stripOf, stripWeeks } from '../connections/rhythm-strip.ts'
import type { Moment } from './moment.ts'
import { untouchedDays } from './rows/untouched.ts'
import type { Tie, TieMember } from './tie.ts'

/** Days for which a declined proposal is worth a row. */
const declinedDays = 60

type Row = Tie['connection'] & {
  amber_factor: number
  red_factor: number
  lapsed_factor: number
  members: TieMember[]
  times_asked_at: Temporal.Instant | null
  times_ended_at: Temporal.Instant | null
  season_silent: { plan: string; people: string[]; since: number; asked: number } | null
  season_clash: { plan: string; number: number; people: string[]; at: number } | null
  missed_at: Temporal.Instant | null
  missed_told_at: Temporal.Instant | null
}

/**
 * Every connection of an initiative that some rule may have a word about, with its members. One query; those in touch,
 * agreed and looked after are most, so they are left out early.
 */
export async function readTies(db: Db, initiativeId: string, { now, today }: Moment): Promise<Tie[]> {
  const { rows } = await sql<Row>`
    with mine as materialized (
      select c.*, coalesce(c.last_contact_at, c.started_at) as silent_from
      from connections c
      where c.initiative_id = ${initiativeId}
        and (c.state in ('proposed', 'active', 'quiet', 'paused')
          or (c.state = 'declined' and c.closed_at > ${daysAfter(now, -declinedDays)}))
    ), tied as materialized (
      select distinct m.person_id
      from mine join connection_members m on m.connection_id = mine.id
      where mine.state <> 'declined' and m.left_at is null
    ), unsigned as materialized (
      select distinct m.connection_id
      from mine join connection_members m on m.connection_id = mine.id
      where m.left_at is null and m.agreed_version is distinct from mine.agreement_version
    ), asked as materialized (
      select p.connection_id, bool_or(p.state = 'open') as is_open,
        max(p.asked_at) filter (where p.state = 'unanswered' and p.asked_at > mine.silent_from) as in_vain_at,
        max(p.answer_by) filter (where p.state = 'unanswered') as ended_at
      from mine join time_polls p on p.connection_id = mine.id
      group by p.connection_id
    ), arranged as materialized (
      select s.connection_id, bool_or(s.state = 'planned') as is_planned, max(s.created_at) as last_made_at,
        max(s.starts_at) filter (where s.state = 'missed' and s.starts_at > mine.silent_from) as missed_at
      from mine join sessions s on s.connection_id = mine.id
      group by s.connection_id
    ), season as materialized (
      select distinct on (c.id) c.id as connection_id, json_build_object('plan', plan.id,
        'people', array_agg(distinct m.person_id),
        'since', extract(epoch from (plan.answer_by_on + 1)::timestamptz) * 1000,
        'asked', extract(epoch from max(coalesce(asked.reminded_at, asked.asked_at))) * 1000) as silent
      from mine c
      join planned_sessions p on p.connection_id = c.id
      join season_plans plan on plan.id = p.plan_id and plan.state = 'published' and plan.answer_by_on < ${today}
      join sessions s on s.id = p.session_id and s.state = 'planned' and s.starts_at > ${now}
      join session_members m on m.session_id = s.id and m.reply is null
      join series_asked asked on asked.plan_id = plan.id and asked.person_id = m.person_id
      group by c.id, plan.id
    ), clash as materialized (
      select distinct on (c.id) c.id as connection_id, json_build_object('plan', plan.id, 'number', p.number,
        'people', p.reason -> 'people', 'at', extract(epoch from s.starts_at) * 1000) as with_time
      from mine c
      join planned_sessions p on p.connection_id = c.id and p.reason is not null and not p.is_changed
      join season_plans plan on plan.id = p.plan_id and plan.state = 'published'
      join sessions s on s.id = p.session_id and s.state = 'planned' and s.starts_at = p.starts_at and s.starts_at > ${now}
      order by c.id, s.starts_at
    ), open as materialized (
      select c.*,
        case when judged.is_in_vain then asked.in_vain_at end as times_asked_at,
        case when judged.is_in_vain then least(asked.ended_at, ${now}) end as times_ended_at,
        case when judged.is_missed then arranged.missed_at end as missed_at, season.silent as season_silent,
        clash.with_time as season_clash
      from mine c
      left join season on season.connection_id = c.id
      left join clash on clash.connection_id = c.id
      left join unsigned on unsigned.connection_id = c.id
      left join asked on asked.connection_id = c.id
      left join arranged on arranged.connection_id = c.id
      cross join lateral (
        select asked.in_vain_at is not null and not asked.is_open
            and (arranged.last_made_at is null or arranged.last_made_at <= asked.in_vain_at) as is_in_vain,
          arranged.missed_at is not null and not arranged.is_planned and not coalesce(asked.is_open, false) as is_missed
      ) judged
      where c.state = 'declined'
        or (c.state = 'proposed' and c.stuck_at is not null)
        or (c.state in ('active', 'quiet') and (
          c.watch_state <> 'fresh' or judged.is_in_vain or judged.is_missed or unsigned.connection_id is not null
          or season.connection_id is not null or clash.connection_id is not null
          or c.review_on <= ${today} or coalesce(c.last_touch_at, c.started_at) <= ${daysAfter(now, -untouchedDays)}))
    ), members as (
      select m.connection_id, json_agg(json_build_object(
        'personId', p.id, 'name', p.name, 'locale', p.locale, 'answer', m.answer, 'answerReason', m.answer_reason,
        'agreedVersion', m.agreed_version, 'isAlone', tied.person_id is null and part.state = 'active'
      ) order by p.name, p.id) as list
      from open
      join connection_members m on m.connection_id = open.id and m.left_at is null
      join persons p on p.id = m.person_id
      left join participations part on part.person_id = p.id and part.initiative_id = ${initiativeId}
      left join tied on tied.person_id = p.id
      group by m.connection_id
    ), told as (
      select open.id as connection_id, max(sm.answered_at) as at
      from open
      join sessions s on s.connection_id = open.id and s.starts_at = open.missed_at
      join session_members sm on sm.session_id = s.id
      group by open.id
    )
    select c.id, c.state, c.watch_state, c.rhythm_days, c.agreement_version, c.proposed_at, c.started_at, c.watch_from_at,
      c.last_contact_at, c.last_touch_at, c.stuck_at, c.review_on, c.closed_at, c.times_asked_at, c.times_ended_at, c.season_silent,
      c.season_clash,
      c.missed_at, case when c.missed_at is not null then coalesce(told.at, c.missed_at) end as missed_told_at,
      i.amber_factor, i.red_factor, i.lapsed_factor, members.list as members
    from open c
    join initiatives i on i.id = c.initiative_id
    join members on members.connection_id = c.id
    left join told on told.connection_id = c.id
    order by c.id`.execute(db)
  return rows.map(tieOf)
}

function tieOf({ amber_factor: amber, red_factor: red, lapsed_factor: lapsed, members, ...rest }: Row): Tie {
  const { times_asked_at, times_ended_at, season_silent: silent, season_clash: clash, ...others } = rest
  const { missed_at, missed_told_at, ...connection } = others
  return {
    connection,
    members,
    factors: { amber, red, lapsed },
    noTime: times_asked_at && times_ended_at ? { askedAt: times_asked_at, endedAt: times_ended_at } : null,
    seasonSilent: silent && {
      planId: silent.plan,
      personIds: silent.people,
      since: instant(silent.since),
      askedAt: instant(silent.asked),
    },
    seasonClash: clash && {
      planId: clash.plan,
      number: clash.number,
      personIds: clash.people,
      startsAt: instant(clash.at),
    },
    missed: missed_at && missed_told_at ? { at: missed_at, toldAt: missed_told_at } : null,
  }
}

const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds))

/** The rhythm strips of some connections, as `stripOf` gives them, by connection id. */
export async function readStrips(
  db: Db,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, number[]>> {
  if (ids.length === 0) return new Map()
  const contacts = await db
    .selectFrom('contacts')
    .select(['connection_id', 'happened_at as happenedAt', 'kind'])
    .where('connection_id', '=', anyOf(ids))
    .where('happened_at', '>', daysAfter(now, -7 * stripWeeks))
    .execute()
  const byConnection = Map.groupBy(contacts, (contact) => contact.connection_id)
  return new Map(ids.map((id) => [id, stripOf(byConnection.get(id) ?? [], now)]))
}
