import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { orNotHere } from '../../../platform/web/mistakes.ts'
import type { Tx, Work } from '../../../platform/work.ts'
import type { RowChange } from './change-log.ts'
import type { Candidate } from './doubles.ts'

/** Everybody of an agency who might be one of two, and who is among an initiative's people. */
export async function readCandidates(
  db: Db,
  place: { id: string; agencyId: string },
): Promise<(Candidate & { isListed: boolean })[]> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    organisation_ids: string[]
    is_listed: boolean
  }>`
    select id, name, email,
      array(select distinct organisation_id from posts where person_id = persons.id) as organisation_ids,
      exists (select 1 from participations where person_id = persons.id and initiative_id = ${place.id}) as is_listed
    from persons where agency_id = ${place.agencyId} and merged_into_id is null order by name, id`.execute(db)
  return rows.map(({ organisation_ids, is_listed, ...row }) => ({
    ...row,
    organisationIds: organisation_ids,
    isListed: is_listed,
  }))
}

/** Pairs of whom somebody said that they are two people, each as 'id id' in order. */
export async function readDistinctions(db: Db, agencyId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('person_distinctions').selectAll().where('agency_id', '=', agencyId).execute()
  return new Set(rows.map((row) => `${row.first_person_id} ${row.second_person_id}`))
}

export async function insertDistinction(work: Work, agencyId: string, one: string, other: string): Promise<void> {
  const [first_person_id = '', second_person_id = ''] = [one, other].toSorted()
  await work.db
    .insertInto('person_distinctions')
    .values({ agency_id: agencyId, first_person_id, second_person_id, created_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether two are in one connection that is not over: then they are two people. */
export async function shareConnection(db: Db | Tx, one: string, other: string): Promise<boolean> {
  const row = await db
    .selectFrom('connections')
    .innerJoin('connection_members as first', 'first.connection_id', 'connections.id')
    .innerJoin('connection_members as second', 'second.connection_id', 'connections.id')
    .select('connections.id')
    .where('first.person_id', '=', one)
    .where('second.person_id', '=', other)
    .where('first.left_at', 'is', null)
    .where('second.left_at', 'is', null)
    .where('connections.state', 'not in', ['closed', 'declined'])
    .executeTakeFirst()
  return row !== undefined
}

/** How much two records bring along. */
export async function readBelongings(db: Db, personId: string) {
  const { rows } = await sql<{ parts: number; connections: number }>`
    select (select count(*) from participations where person_id = ${personId}) as parts,
      (select count(*) from connection_members where person_id = ${personId}) as connections`.execute(db)
  return rows[0] ?? { parts: 0, connections: 0 }
}

interface NewMerge {
  agencyId: string
  keptId: string
  goneId: string
  changes: readonly RowChange[]
}

export async function insertMerge(work: Work, { agencyId, keptId, goneId, changes }: NewMerge): Promise<string> {
  const row = await work.db
    .insertInto('merges')
    .values({
      agency_id: agencyId,
      kept_id: keptId,
      merged_id: goneId,
      moved: JSON.stringify(changes),
      merged_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function lockMerge(db: Tx, id: string) {
  return orNotHere(await db.selectFrom('merges').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

type Merge = Awaited<ReturnType<typeof lockMerge>>

/** Whether one of the two was merged again since, which is to be undone first. */
export async function isMergedLater(db: Tx, merge: Merge): Promise<boolean> {
  const both = [merge.kept_id, merge.merged_id]
  const row = await db
    .selectFrom('merges')
    .select('id')
    .where('id', '<>', merge.id)
    .where('undone_at', 'is', null)
    .where('merged_at', '>', merge.merged_at)
    .where((of) => of.or([of('kept_id', 'in', both), of('merged_id', 'in', both)]))
    .executeTakeFirst()
  return row !== undefined
}

/** Somebody else who uses one of the addresses by now. */
export async function holderOfAddresses(db: Tx, merge: Merge, emails: readonly string[]) {
  if (emails.length === 0) return undefined
  return db
    .selectFrom('persons')
    .select('email')
    .where('agency_id', '=', merge.agency_id)
    .where('email', 'in', emails)
    .where('merged_into_id', 'is', null)
    .where('id', 'not in', [merge.kept_id, merge.merged_id])
    .executeTakeFirst()
}

export async function markUndone(work: Work, mergeId: string): Promise<void> {
  await work.db.updateTable('merges').set({ undone_at: work.now }).where('id', '=', mergeId).execute()
}

/** The agency's last merges that stand, newest first. */
export function readMerges(db: Db, agencyId: string) {
  return db
    .selectFrom('merges')
    .innerJoin('persons as kept', 'kept.id', 'merges.kept_id')
    .innerJoin('persons as merged', 'merged.id', 'merges.merged_id')
    .select(['merges.id', 'merges.merged_at', 'kept.name as kept', 'merged.name as merged'])
    .where('merges.agency_id', '=', agencyId)
    .where('merges.undone_at', 'is', null)
    .orderBy('merges.merged_at', 'desc')
    .orderBy('merges.id')
    .limit(20)
    .execute()
}
