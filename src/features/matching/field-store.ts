import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'

/** Everything the fit of an initiative's peers is read from, each table with how its rows belong to the initiative. */
const inputs = {
  participations: sql`t.initiative_id = i.id`,
  persons: sql`(t.id in (select person_id from participations where initiative_id = i.id)
    or lower(t.email) in (select lower(authoriser_email) from authorities where initiative_id = i.id))`,
  availabilities: sql`t.person_id in (select person_id from participations where initiative_id = i.id)`,
  availability_exceptions: sql`t.person_id in (select person_id from participations where initiative_id = i.id)`,
  calendar_sources: sql`t.person_id in (select person_id from participations where initiative_id = i.id)`,
  busy_times: sql`t.source_id in (select id from calendar_sources where person_id in
    (select person_id from participations where initiative_id = i.id))`,
  person_languages: sql`t.person_id in (select person_id from participations where initiative_id = i.id)`,
  posts: sql`t.agency_id = i.agency_id`,
  organisations: sql`t.agency_id = i.agency_id`,
  authorities: sql`t.initiative_id = i.id`,
  participation_topics: sql`t.participation_id in (select id from participations where initiative_id = i.id)`,
  participation_wishes: sql`t.participation_id in (select id from participations where initiative_id = i.id)`,
  participation_rather_nots: sql`t.participation_id in (select id from participations where initiative_id = i.id)`,
  connections: sql`t.initiative_id = i.id`,
  connection_members: sql`t.connection_id in (select id from connections where initiative_id = i.id)`,
  matching_participants: sql`t.round_id in (select id from matching_rounds where initiative_id = i.id)`,
  matching_needs: sql`t.round_id in (select id from matching_rounds where initiative_id = i.id)`,
  matching_asked: sql`t.round_id in (select id from matching_rounds where initiative_id = i.id)`,
  matching_choices: sql`t.round_id in (select id from matching_rounds where initiative_id = i.id)`,
  // Who was left out of the last published round comes first in the next.
  matching_rounds: sql`t.initiative_id = i.id and t.state = 'published'`,
  matching_left_out: sql`t.round_id in (select id from matching_rounds where initiative_id = i.id and state = 'published')`,
} as const

/**
 * A mark of everything the fit is read from: another one as soon as any of these rows is written, by whomever, and the same
 * in every process. It is summed up from where each row version lies and which transaction wrote it.
 */
export async function readInputMark(db: Db | Tx, initiativeId: string): Promise<string> {
  const sums = Object.entries(inputs).map(
    ([table, belongs]) =>
      sql`(select concat(count(*), '/', sum(hashtidextended(t.ctid, t.xmin::text::bigint))) from ${sql.table(table)} as t where ${belongs})`,
  )
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', ${sql.join(sums)}) as mark from initiatives as i where i.id = ${initiativeId}`.execute(db)
  return rows[0]?.mark ?? ''
}
