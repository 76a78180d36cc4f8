import { sql } from 'kysely'
import type { Tx } from '../../platform/work.ts'

/** What a facilitator sets in a draft round: what a step changes, and what taking it back restores. Rows as they are kept. */
export interface Arrangement {
  settings: Record<string, unknown>
  matching_rules: Record<string, unknown>[]
  matching_participants: Record<string, unknown>[]
  matching_needs: Record<string, unknown>[]
}

const settings = [
  'title',
  'purpose',
  'kind',
  'group_least',
  'group_most',
  'starts_on',
  'takes_everybody',
  'contact',
  'allow_same_organisation',
  'allow_reporting_line',
  'allow_connected',
  'weights',
] as const

/** The tables whose rows are set in a round; a copy takes them along. */
export const arrangedTables = ['matching_rules', 'matching_participants', 'matching_needs'] as const

/** All that is set in a round as it is now. */
export async function readArrangement(db: Tx, roundId: string): Promise<Arrangement> {
  const columns = settings.map((name) => sql`${sql.lit(name)}, round.${sql.ref(name)}`)
  const tables = arrangedTables.map(
    (
      table,
    ) => sql`(select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') from ${sql.table(table)} as t
      where t.round_id = round.id) as ${sql.ref(table)}`,
  )
  const { rows } = await sql<Arrangement>`
    select jsonb_build_object(${sql.join(columns)}) as settings, ${sql.join(tables)}
    from matching_rounds as round where round.id = ${roundId}`.execute(db)
  const [row] = rows
  if (!row) throw new Error('The round is gone.')
  return row
}

/** Puts what was set before in the place of what is set now. */
export async function restoreArrangement(db: Tx, roundId: string, kept: Arrangement): Promise<void> {
  const columns = settings.map((name) => sql`${sql.ref(name)} = kept.${sql.ref(name)}`)
  await sql`
    update matching_rounds as round set ${sql.join(columns)}
    from jsonb_populate_record(null::matching_rounds, ${JSON.stringify(kept.settings)}::jsonb) as kept
    where round.id = ${roundId}`.execute(db)
  for (const table of arrangedTables) {
    await sql`delete from ${sql.table(table)} where round_id = ${roundId}`.execute(db)
    if (kept[table].length === 0) continue
    await sql`
      insert into ${sql.table(table)}
      select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(kept[table])}::jsonb)`.execute(
      db,
    )
  }
}
