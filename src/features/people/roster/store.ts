import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { dayIn } from '../../../platform/clock.ts'
import type { Tx, Work } from '../../../platform/work.ts'
import { readOrganisations } from '../organisation-store.ts'
import { organisationsByKey } from '../organisations.ts'
import { readPosts } from '../post-store.ts'
import { readPersonsByEmail } from '../store.ts'
import { chosenColumns } from './mapping.ts'
import type { RosterCounts, RosterGround } from './plan.ts'
import type { RosterMapping } from './read-roster.ts'

/** A roster on its way in: its file is kept, so that a reload or another day finds it as it was left. */
export interface RosterImport {
  id: string
  agencyId: string
  initiativeId: string
  fileId: string
  fileName: string
  mapping: RosterMapping
  state: 'mapping' | 'imported' | 'dropped'
  counts: RosterCounts | null
  createdAt: Temporal.Instant
  importedAt: Temporal.Instant | null
}

function rosterImports(db: Db | Tx) {
  return db
    .selectFrom('roster_imports')
    .innerJoin('files', 'files.id', 'roster_imports.file_id')
    .selectAll('roster_imports')
    .select('files.name as file_name')
}

type Row = Awaited<ReturnType<ReturnType<typeof rosterImports>['executeTakeFirstOrThrow']>>

function fromRow(row: Row): RosterImport {
  const mapping = row.mapping as { columns?: string[]; zones?: Record<string, string> }
  return {
    id: row.id,
    agencyId: row.agency_id,
    initiativeId: row.initiative_id,
    fileId: row.file_id,
    fileName: row.file_name,
    mapping: { columns: chosenColumns(mapping.columns ?? []), zones: mapping.zones ?? {} },
    state: row.state as RosterImport['state'],
    counts: row.outcome as RosterCounts | null,
    createdAt: row.created_at,
    importedAt: row.imported_at,
  }
}

export async function readRosterImport(
  db: Db | Tx,
  initiative: { id: string; agencyId: string },
  id: string,
): Promise<RosterImport | null> {
  const row = await rosterImports(db)
    .where('roster_imports.id', '=', id)
    .where('roster_imports.initiative_id', '=', initiative.id)
    .where('roster_imports.agency_id', '=', initiative.agencyId)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Locks the import, so that of two who press the button the second finds it done. */
export async function lockRosterImport(db: Tx, id: string): Promise<RosterImport['state']> {
  const row = await db
    .selectFrom('roster_imports')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.state as RosterImport['state']
}

/** The last rosters of an initiative, newest first, without those thrown away. */
export async function readRosterImports(db: Db, initiative: { id: string; agencyId: string }): Promise<RosterImport[]> {
  const rows = await rosterImports(db)
    .where('roster_imports.initiative_id', '=', initiative.id)
    .where('roster_imports.agency_id', '=', initiative.agencyId)
    .where('roster_imports.state', '<>', 'dropped')
    .orderBy('roster_imports.created_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(fromRow)
}

export interface NewRosterImport {
  agencyId: string
  initiativeId: string
  fileId: string
  mapping: RosterMapping
  createdBy: string
}

export async function insertRosterImport(work: Work, roster: NewRosterImport): Promise<string> {
  const row = await work.db
    .insertInto('roster_imports')
    .values({
      agency_id: roster.agencyId,
      initiative_id: roster.initiativeId,
      file_id: roster.fileId,
      mapping: JSON.stringify(roster.mapping),
      created_by: roster.createdBy,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateRosterImport(
  work: Work,
  id: string,
  change: { mapping: RosterMapping } | { state: 'dropped' } | { counts: RosterCounts },
): Promise<void> {
  const values =
    'mapping' in change
      ? { mapping: JSON.stringify(change.mapping) }
      : 'state' in change
        ? { state: change.state }
        : { state: 'imported', outcome: JSON.stringify(change.counts), imported_at: work.now }
  await work.db.updateTable('roster_imports').set(values).where('id', '=', id).execute()
}

/** What is known of the persons behind some addresses, for planning an import. */
export async function readGround(
  db: Db | Tx,
  place: { agencyId: string; initiativeId: string },
  emails: readonly string[],
  now: Temporal.Instant,
): Promise<RosterGround> {
  const persons = await readPersonsByEmail(db, place.agencyId, emails)
  const personIds = [...new Set([...persons.values()].map((person) => person.id))]
  const listed = await db
    .selectFrom('participations')
    .select('person_id')
    .where('initiative_id', '=', place.initiativeId)
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .execute()
  return {
    persons,
    organisations: organisationsByKey(await readOrganisations(db, place.agencyId)),
    posts: Map.groupBy(await readPosts(db, personIds), (post) => post.personId),
    listed: new Set(listed.map((row) => row.person_id)),
    today: dayIn('UTC', now),
  }
}

export function readAgency(db: Db | Tx, agencyId: string) {
  return db.selectFrom('agencies').select(['locale', 'zone']).where('id', '=', agencyId).executeTakeFirstOrThrow()
}
