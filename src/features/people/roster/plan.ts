import { createHash } from 'node:crypto'
import { findOrganisation, type KnownOrganisation } from '../organisations.ts'
import { changesTo, type KnownPerson, type PersonChange } from '../person-changes.ts'
import { type KnownPost, postChange } from '../posts.ts'
import type { Refusal, Remark, RosterPerson, RosterRow } from './roster-row.ts'

/** What is known before an import, of the persons in the file. */
export interface RosterGround {
  /** By address, in small letters. */
  persons: ReadonlyMap<string, KnownPerson>
  organisations: ReadonlyMap<string, readonly KnownOrganisation[]>
  /** By person. */
  posts: ReadonlyMap<string, readonly KnownPost[]>
  /** Persons who are among the initiative's people already. */
  listed: ReadonlySet<string>
  today: Temporal.PlainDate
}

export type RosterChange =
  | PersonChange
  | { field: 'post'; from: string; to: string }
  | { field: 'title'; from: string; to: string }
  | { field: 'postSince'; from: Temporal.PlainDate | null; to: Temporal.PlainDate }

/** made: new; joins: known in the agency, new in this initiative; changed, same: already here. */
export type RosterOutcome = 'made' | 'joins' | 'changed' | 'same' | 'refused'
export const rosterOutcomes: readonly RosterOutcome[] = ['refused', 'made', 'joins', 'changed', 'same']

export interface PlannedRow {
  line: number
  name: string
  email: string
  organisation: string
  person: RosterPerson | null
  outcome: RosterOutcome
  changes: RosterChange[]
  refusals: Refusal[]
  remarks: Remark[]
}

export type RosterCounts = Record<RosterOutcome, number>

/** What importing each row will do. The import follows the same rules, so it does what was shown. */
export function planRoster(rows: readonly RosterRow[], ground: RosterGround): PlannedRow[] {
  return rows.map((row) => planRow(row, ground))
}

function planRow({ cells: _cells, ...row }: RosterRow, ground: RosterGround): PlannedRow {
  if (!row.person) return { ...row, outcome: 'refused', changes: [] }
  const known = ground.persons.get(row.email)
  if (!known) return { ...row, outcome: 'made', changes: [] }
  const changes = [...changesTo(known, row.person), ...postChanges(known, row.person, ground)]
  const here = changes.length > 0 ? 'changed' : 'same'
  const remarks = row.remarks.filter(({ about }) => about === 'dayNotRead')
  return { ...row, outcome: ground.listed.has(known.id) ? here : 'joins', changes, remarks }
}

function postChanges(known: KnownPerson, person: RosterPerson, ground: RosterGround): RosterChange[] {
  if (person.organisation === '') return []
  const organisation = findOrganisation(ground.organisations, person.organisation, person.country)
  const wanted = {
    personId: known.id,
    organisationId: organisation?.id ?? '',
    title: person.title,
    startsOn: person.postSince,
  }
  const change = organisation
    ? postChange(ground.posts.get(known.id) ?? [], wanted, ground.today)
    : { kind: 'new' as const }
  if (change.kind === 'new') return [{ field: 'post', from: '', to: person.organisation }]
  if (change.kind === 'none') return []
  const { post, title, startsOn } = change
  const changes: RosterChange[] = []
  if (title !== post.title) changes.push({ field: 'title', from: post.title, to: title })
  if (startsOn && startsOn !== post.startsOn) changes.push({ field: 'postSince', from: post.startsOn, to: startsOn })
  return changes
}

export function countOutcomes(planned: readonly PlannedRow[]): RosterCounts {
  const counts: RosterCounts = { refused: 0, made: 0, joins: 0, changed: 0, same: 0 }
  for (const { outcome } of planned) counts[outcome] += 1
  return counts
}

/** A mark of what a preview showed: the import goes ahead only when it would still do exactly that. */
export function planMark(planned: readonly PlannedRow[]): string {
  const hash = createHash('sha256')
  for (const { line, email, outcome, changes } of planned) hash.update(JSON.stringify([line, email, outcome, changes]))
  return hash.digest('base64url').slice(0, 22)
}

/** Persons a country with several clocks left unsure, by country: the question the preview asks. */
export function unsureZones(planned: readonly PlannedRow[]): Map<string, number> {
  const countries = new Map<string, number>()
  for (const { remarks, outcome } of planned) {
    for (const remark of remarks) {
      if (remark.about === 'zoneUnsure' && outcome === 'made')
        countries.set(remark.country, (countries.get(remark.country) ?? 0) + 1)
    }
  }
  return countries
}
