import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import type { OrganisationKind, OrganisationSize } from './organisation-kinds.ts'
import { findOrganisation, type KnownOrganisation, organisationKey, organisationsByKey } from './organisations.ts'
import { inParts } from './store.ts'

export function readOrganisations(db: Db | Tx, agencyId: string): Promise<KnownOrganisation[]> {
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'country', 'city'])
    .where('agency_id', '=', agencyId)
    .orderBy('name')
    .orderBy('id')
    .execute()
}

export interface WantedOrganisation {
  name: string
  country: string | null
  city: string
}

/**
 * The organisations meant, made where there are none, in the order asked. Safe when two do it at once: the unique index
 * decides, and the loser takes the winner's row.
 */
export async function ensureOrganisations(
  work: Work,
  agencyId: string,
  wanted: readonly WantedOrganisation[],
): Promise<string[]> {
  const known = organisationsByKey(await readOrganisations(work.db, agencyId))
  const fresh = new Map<string, WantedOrganisation>()
  for (const one of wanted) {
    const found = findOrganisation(known, one.name, one.country)
    const key = `${organisationKey(one.name)} ${one.country ?? ''}`
    if (!found && !fresh.has(key)) fresh.set(key, one)
    else if (found) await fillIn(work, found, one)
  }
  if (fresh.size > 0) await insertOrganisations(work, agencyId, [...fresh.values()])
  const all = fresh.size > 0 ? organisationsByKey(await readOrganisations(work.db, agencyId)) : known
  return wanted.map((one) => {
    const found = findOrganisation(all, one.name, one.country)
    if (!found) throw new Error('An organisation could be neither found nor made.')
    return found.id
  })
}

async function insertOrganisations(work: Work, agencyId: string, fresh: readonly WantedOrganisation[]): Promise<void> {
  const inOrder = fresh.toSorted((a, b) => (organisationKey(a.name) < organisationKey(b.name) ? -1 : 1))
  for (const part of inParts(inOrder)) {
    await work.db
      .insertInto('organisations')
      .values(
        part.map(({ name, country, city }) => ({
          agency_id: agencyId,
          name: tidy(name),
          country,
          city,
          created_at: work.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** A country or city that was not known and now is. */
async function fillIn(work: Work, known: KnownOrganisation, given: WantedOrganisation): Promise<void> {
  const country = known.country ?? given.country
  const city = known.city || given.city
  if (country === known.country && city === known.city) return
  known.country = country
  known.city = city
  await work.db
    .updateTable('organisations')
    .set({ country, city })
    .where('id', '=', known.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('organisations as other')
            .select('other.id')
            .whereRef('other.agency_id', '=', 'organisations.agency_id')
            .whereRef(sql`lower(other.name)`, '=', sql`lower(organisations.name)`)
            .where('other.country', '=', country)
            .whereRef('other.id', '<>', 'organisations.id'),
        ),
      ),
    )
    .execute()
}

/** Writes what kind of organisation it is and how large. */
export async function setOrganisationFacts(
  work: Work,
  organisationId: string,
  facts: { kind?: OrganisationKind | null; size?: OrganisationSize | null },
): Promise<void> {
  if (Object.keys(facts).length === 0) return
  await work.db.updateTable('organisations').set(facts).where('id', '=', organisationId).execute()
}

function tidy(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ')
}
