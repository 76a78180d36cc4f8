import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** The seasons of an initiative that are not over: those with a plan first, and the earliest of them. */
export function listComingSeasons(db: Db | Tx, initiativeId: string, today: Temporal.PlainDate) {
  return db
    .selectFrom('seasons')
    .select(['id', 'title', 'starts_on', 'ends_on'])
    .where('initiative_id', '=', initiativeId)
    .where('ends_on', '>=', today)
    .orderBy(
      ({ exists, selectFrom }) =>
        exists(
          selectFrom('season_plans as plan')
            .select('plan.id')
            .whereRef('plan.season_id', '=', 'seasons.id')
            .where('plan.state', '<>', 'dropped'),
        ),
      'desc',
    )
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
}

export type ComingSeason = Awaited<ReturnType<typeof listComingSeasons>>[number]

/** The season that finds the time of a draft, or null. */
export async function findSeason(db: Db | Tx, seasonId: string | null) {
  if (seasonId === null) return null
  const row = await db
    .selectFrom('seasons')
    .select(['id', 'title', 'starts_on', 'ends_on'])
    .where('id', '=', seasonId)
    .executeTakeFirst()
  return row ?? null
}

/** Who must be there, by name, of those who still take part. */
export function readRequired(db: Db | Tx, activityId: string) {
  return db
    .selectFrom('activity_required as must')
    .innerJoin('persons', 'persons.id', 'must.person_id')
    .innerJoin('activities', 'activities.id', 'must.activity_id')
    .innerJoin('participations as part', (join) =>
      join.onRef('part.person_id', '=', 'must.person_id').onRef('part.initiative_id', '=', 'activities.initiative_id'),
    )
    .select(['persons.id', 'persons.name'])
    .where('must.activity_id', '=', activityId)
    .where('part.state', '<>', 'left')
    .orderBy('persons.name')
    .orderBy('persons.id')
    .execute()
}

/** Says anew who must be there. */
export async function replaceRequired(
  db: Tx,
  meeting: { id: string; agency_id: string },
  personIds: readonly string[],
): Promise<void> {
  await db.deleteFrom('activity_required').where('activity_id', '=', meeting.id).execute()
  if (personIds.length === 0) return
  await db
    .insertInto('activity_required')
    .values(personIds.map((person_id) => ({ agency_id: meeting.agency_id, activity_id: meeting.id, person_id })))
    .execute()
}
