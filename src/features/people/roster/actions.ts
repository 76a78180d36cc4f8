import { record } from '../../../platform/audit/record.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Tx, Work, World } from '../../../platform/work.ts'
import { rosterImported } from '../announcements.ts'
import { ensureOrganisations } from '../organisation-store.ts'
import { ensurePosts } from '../post-store.ts'
import { savePersons, type SavedPerson } from '../saving.ts'
import { decodeText } from './decode.ts'
import { guessColumns } from './mapping.ts'
import { countOutcomes, type PlannedRow, planMark, planRoster } from './plan.ts'
import { readRoster, type RosterMapping } from './read-roster.ts'
import type { RosterPerson, RosterRow } from './roster-row.ts'
import {
  insertRosterImport,
  lockRosterImport,
  readAgency,
  readGround,
  type RosterImport,
  updateRosterImport,
} from './store.ts'
import { mostLines, readTable, type RosterTable } from './table.ts'

export type RosterFault = 'workbook' | 'notText' | 'empty' | 'nobody' | 'tooMany'

/** The table in a file, or why it cannot be read as a roster. */
export function openRoster(bytes: Uint8Array): { table: RosterTable } | { fault: RosterFault } {
  const decoded = decodeText(bytes)
  if ('refusal' in decoded) return { fault: decoded.refusal }
  const table = readTable(decoded.text)
  if (table.lines.length === 0) return { fault: 'nobody' }
  return table.lines.length > mostLines ? { fault: 'tooMany' } : { table }
}

export interface UploadedRoster {
  agencyId: string
  initiativeId: string
  staffId: string
  name: string
  bytes: Uint8Array
  table: RosterTable
}

/** Keeps an uploaded roster with what its columns seem to hold. Nobody is written yet. */
export async function uploadRoster(work: Work, roster: UploadedRoster): Promise<string> {
  const { agencyId, initiativeId, staffId, name, bytes, table } = roster
  const fileId = await work.world.files.keep(work, { agencyId, name, mediaType: 'text/csv', bytes })
  const mapping = { columns: guessColumns(table), zones: {} }
  const id = await insertRosterImport(work, { agencyId, initiativeId, fileId, mapping, createdBy: staffId })
  await record(work, {
    verb: 'roster.upload',
    subjectKind: 'roster',
    subjectId: id,
    agencyId,
    initiativeId,
    details: { lines: table.lines.length },
  })
  return id
}

export async function mapRoster(work: Work, roster: RosterImport, mapping: RosterMapping): Promise<void> {
  if ((await lockRosterImport(work.db, roster.id)) === 'mapping') await updateRosterImport(work, roster.id, { mapping })
}

export async function dropRoster(work: Work, roster: RosterImport): Promise<void> {
  if ((await lockRosterImport(work.db, roster.id)) !== 'mapping') return
  const { id, agencyId, initiativeId } = roster
  await updateRosterImport(work, id, { state: 'dropped' })
  await record(work, { verb: 'roster.drop', subjectKind: 'roster', subjectId: id, agencyId, initiativeId })
}

/** The kept file as a table; it was readable when it came. */
export async function tableOf(world: World, roster: RosterImport): Promise<RosterTable> {
  const opened = openRoster(await world.files.read(roster.fileId))
  if ('fault' in opened) throw new Error(`The roster ${roster.id} can no longer be read: ${opened.fault}.`)
  return opened.table
}

export interface RosterReading {
  table: RosterTable
  rows: RosterRow[]
  planned: PlannedRow[]
}

/** What importing would do now, line by line. Nothing is written. */
export async function previewRoster(world: World, db: Db | Tx, roster: RosterImport): Promise<RosterReading> {
  const table = await tableOf(world, roster)
  const rows = readRoster(table, roster.mapping, await readAgency(db, roster.agencyId))
  const emails = rows.flatMap(({ person, email }) => (person ? [email] : []))
  const ground = await readGround(db, roster, emails, world.clock.now())
  return { table, rows, planned: planRoster(rows, ground) }
}

/**
 * Imports a roster: persons, organisations, posts and their place in the initiative, all or nothing.
 * @param seen the mark of the preview that was agreed to
 * @returns 'stale' when it would do something else by now: then nothing is done
 */
export async function importRoster(work: Work, roster: RosterImport, seen: string): Promise<'imported' | 'stale'> {
  if ((await lockRosterImport(work.db, roster.id)) !== 'mapping') return 'imported'
  const { planned } = await previewRoster(work.world, work.db, roster)
  if (planMark(planned) !== seen) return 'stale'
  const { id, agencyId, initiativeId } = roster
  const persons = planned.flatMap(({ person }) => person ?? [])
  const saved = await savePersons(work, agencyId, persons)
  const taken = persons.map((person) => ({ person, personId: idOf(saved, person) }))
  await savePosts(work, agencyId, taken)
  const extra = taken.map(({ person, personId }) => ({ personId, ...person.extra })).filter(saysMore)
  const personIds = [...new Set(taken.map(({ personId }) => personId))]
  await rosterImported.tell(work, { agencyId, initiativeId, personIds, extra })
  const counts = countOutcomes(planned)
  await updateRosterImport(work, id, { counts })
  await record(work, {
    verb: 'roster.import',
    subjectKind: 'roster',
    subjectId: id,
    agencyId,
    initiativeId,
    details: { ...counts },
  })
  return 'imported'
}

function idOf(saved: ReadonlyMap<string, SavedPerson>, person: RosterPerson): string {
  const found = saved.get(person.email)
  if (!found) throw new Error('A person of the roster was not saved.')
  return found.personId
}

async function savePosts(
  work: Work,
  agencyId: string,
  taken: readonly { person: RosterPerson; personId: string }[],
): Promise<void> {
  const employed = taken.filter(({ person }) => person.organisation !== '')
  const wanted = employed.map(({ person }) => ({
    name: person.organisation,
    country: person.country,
    city: person.city,
  }))
  const organisationIds = await ensureOrganisations(work, agencyId, wanted)
  const posts = employed.map(({ person, personId }, index) => ({
    personId,
    organisationId: organisationIds[index] ?? '',
    title: person.title,
    startsOn: person.postSince,
  }))
  await ensurePosts(work, agencyId, posts)
}

function saysMore({ personId: _personId, ...extra }: Record<string, string>): boolean {
  return Object.values(extra).some((text) => text !== '')
}
