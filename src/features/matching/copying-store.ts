import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'
import { arrangedTables } from './arrangement-store.ts'

/**
 * Copies a round with its rules and proposals as a draft of its own, as it stands, whatever columns there are. Steps that
 * could be taken back stay with the first.
 * @returns the id of the copy
 */
export async function insertCopy(db: Tx, roundId: string, title: string, now: Temporal.Instant): Promise<string> {
  const changed = { title, state: 'draft', revision: 1, published_at: null, changes: null, created_at: now.toString() }
  const { rows } = await sql<{ id: string }>`
    insert into matching_rounds
    select (jsonb_populate_record(null::matching_rounds,
      to_jsonb(t) || ${JSON.stringify(changed)}::jsonb || jsonb_build_object('id', gen_random_uuid()))).*
    from matching_rounds as t where t.id = ${roundId}
    returning id`.execute(db)
  const copy = rows[0]?.id ?? ''
  for (const table of [...arrangedTables, 'matching_left_out']) {
    await sql`
      insert into ${sql.table(table)}
      select (jsonb_populate_record(null::${sql.table(table)}, to_jsonb(t) || jsonb_build_object('round_id', ${copy}::uuid))).*
      from ${sql.table(table)} as t where t.round_id = ${roundId}`.execute(db)
  }
  await sql`
    insert into matching_proposals (round_id, person_ids, fit, parts)
    select ${copy}, person_ids, fit, parts from matching_proposals where round_id = ${roundId}`.execute(db)
  return copy
}
