import { sql } from 'kysely'
import type { UnplacedReason } from '../../engine/planning/plan.ts'
import type { Db } from '../../platform/database/database.ts'
import { anyOf } from '../../platform/database/any-of.ts'
import { inParts } from '../../platform/database/in-parts.ts'
import type { Tx } from '../../platform/work.ts'

export type SeriesKind = 'connection' | 'meeting'

/** One session of a plan, and what has become of it where it was published. */
export interface PlanSession {
  seriesId: string
  /** What the series is. */
  of: SeriesKind
  number: number
  /** What is planned; where nobody has changed it since it was published, what stands in the calendars. */
  startsAt: Temporal.Instant | null
  isPinned: boolean
  reason: UnplacedReason | null
  burdens: Record<string, number>
  /** Who cannot come to it, of those who need not. */
  missing: string[]
  isChanged: boolean
  session: {
    id: string
    state: string
    startsAt: Temporal.Instant
    sequence: number
    replies: { personId: string; reply: string | null }[]
  } | null
}

/** The sessions of a plan, by series and number. */
export async function listRows(db: Db | Tx, planId: string, seriesIds?: readonly string[]): Promise<PlanSession[]> {
  let query = db
    .selectFrom('planned_sessions as row')
    .leftJoin('sessions', 'sessions.id', 'row.session_id')
    .selectAll('row')
    .select(['sessions.state', 'sessions.starts_at as stands_at', 'sessions.sequence'])
    .select(
      sql<{ personId: string; reply: string | null }[] | null>`(
        select json_agg(json_build_object('personId', m.person_id, 'reply', m.reply) order by m.person_id)
        from session_members m where m.session_id = sessions.id)`.as('replies'),
    )
    .where('row.plan_id', '=', planId)
  if (seriesIds) query = query.where('row.series_id', '=', anyOf(seriesIds))
  const rows = await query.orderBy('row.series_id').orderBy('row.number').execute()
  return rows.map((row) => ({
    seriesId: row.series_id,
    of: row.activity_id ? 'meeting' : 'connection',
    number: row.number,
    startsAt: row.is_changed ? row.starts_at : row.stands_at,
    isPinned: row.is_pinned,
    reason: row.reason as UnplacedReason | null,
    burdens: row.burdens as Record<string, number>,
    missing: row.missing,
    isChanged: row.is_changed,
    session:
      row.session_id && row.state && row.stands_at
        ? {
            id: row.session_id,
            state: row.state,
            startsAt: row.stands_at,
            sequence: row.sequence ?? 0,
            replies: row.replies ?? [],
          }
        : null,
  }))
}

/** What of a row a step can change and take back. */
export type RowChange = Pick<PlanSession, 'seriesId' | 'number' | 'isPinned' | 'reason' | 'burdens' | 'missing'> & {
  startsAt: string | null
}

/** Writes rows as a step left them. Whether one differs from the calendars is worked out here. */
export async function saveRows(db: Tx, planId: string, changes: readonly RowChange[]): Promise<void> {
  for (const part of inParts(changes)) {
    await sql`
      update planned_sessions p
      set starts_at = c."startsAt", is_pinned = c."isPinned", reason = nullif(c.reason, 'null'::jsonb), burdens = c.burdens,
        missing = coalesce(c.missing, '{}'),
        is_changed = p.session_id is null
          or (select s.starts_at from sessions s where s.id = p.session_id) is distinct from c."startsAt"
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as c("seriesId" uuid, number integer, "startsAt" timestamptz, "isPinned" boolean, reason jsonb, burdens jsonb,
          missing uuid[])
      where p.plan_id = ${planId} and p.series_id = c."seriesId" and p.number = c.number`.execute(db)
  }
}

/** A session that a series shall have in a plan. */
export type WantedRow = Pick<PlanSession, 'seriesId' | 'of' | 'number'>

/** Adds the rows that are wanted and takes away unpublished ones that are not. */
export async function setRows(
  db: Tx,
  plan: { id: string; agency_id: string },
  wanted: readonly WantedRow[],
): Promise<void> {
  await addRows(db, plan, wanted)
  await sql`
    delete from planned_sessions p
    where p.plan_id = ${plan.id} and p.session_id is null and not exists (
      select 1 from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("seriesId" uuid, number integer)
      where w."seriesId" = p.series_id and w.number = p.number)`.execute(db)
}

/** Adds the rows that are not there yet. */
export async function addRows(
  db: Tx,
  plan: { id: string; agency_id: string },
  wanted: readonly WantedRow[],
): Promise<void> {
  for (const part of inParts(wanted)) {
    await db
      .insertInto('planned_sessions')
      .values(
        part.map(({ seriesId, of, number }) => ({
          plan_id: plan.id,
          agency_id: plan.agency_id,
          ...(of === 'meeting' ? { activity_id: seriesId } : { connection_id: seriesId }),
          number,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Notes which session a row became. */
export async function joinSessions(
  db: Tx,
  planId: string,
  joined: readonly { seriesId: string; number: number; sessionId: string | null }[],
): Promise<void> {
  for (const part of inParts(joined)) {
    await sql`
      update planned_sessions p set session_id = c."sessionId", is_changed = c."sessionId" is null, invite_at = null
      from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as c("seriesId" uuid, number integer, "sessionId" uuid)
      where p.plan_id = ${planId} and p.series_id = c."seriesId" and p.number = c.number`.execute(db)
  }
}

/** Takes what was planned and never published for some series out of every plan. @returns the plans it was in */
export async function removeUnpublished(db: Tx, seriesIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .deleteFrom('planned_sessions')
    .where('series_id', '=', anyOf(seriesIds))
    .where('session_id', 'is', null)
    .returning('plan_id')
    .execute()
  return [...new Set(rows.map((row) => row.plan_id))]
}
