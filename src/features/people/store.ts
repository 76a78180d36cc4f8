import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import type { KnownPerson, PersonValues } from './person-changes.ts'

type Reader = Db | Tx

const personColumns = ['id', 'name', 'email', 'locale', 'zone', 'country', 'city', 'phone'] as const

/** The persons of an agency behind some addresses (in small letters); an address of a merged person leads to the one kept. */
export async function readPersonsByEmail(
  db: Reader,
  agencyId: string,
  emails: readonly string[],
): Promise<Map<string, KnownPerson>> {
  const found = new Map<string, KnownPerson>()
  if (emails.length === 0) return found
  const rows = await sql<Omit<KnownPerson, 'languages' | 'isByMergedAddress'> & { address: string; hops: number }>`
    with recursive reached as (
      select lower(email) as address, id, merged_into_id, 0 as hops, merged_at from persons
      where agency_id = ${agencyId} and lower(email) = any(${emails})
      union all
      select reached.address, persons.id, persons.merged_into_id, reached.hops + 1, reached.merged_at
      from reached join persons on persons.id = reached.merged_into_id
    )
    select distinct on (address) address, hops, persons.id, name, email, locale, zone, country, city, phone
    from reached join persons using (id)
    where reached.merged_into_id is null
    order by address, hops, reached.merged_at desc`.execute(db)
  const languages = await readLanguages(
    db,
    rows.rows.map((row) => row.id),
  )
  for (const { address, hops, ...person } of rows.rows) {
    found.set(address, { ...person, languages: languages.get(person.id) ?? [], isByMergedAddress: hops > 0 })
  }
  return found
}

export async function readKnownPerson(db: Reader, personId: string): Promise<KnownPerson | undefined> {
  const row = await db.selectFrom('persons').select(personColumns).where('id', '=', personId).executeTakeFirst()
  return row && { ...row, languages: (await readLanguages(db, [row.id])).get(row.id) ?? [], isByMergedAddress: false }
}

export async function readLanguages(
  db: Reader,
  personIds: readonly string[],
): Promise<Map<string, KnownPerson['languages']>> {
  const languages = new Map<string, KnownPerson['languages']>()
  if (personIds.length === 0) return languages
  const rows = await db
    .selectFrom('person_languages')
    .selectAll()
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .orderBy('language')
    .execute()
  for (const { person_id, language, level } of rows) {
    languages.set(person_id, [...(languages.get(person_id) ?? []), { language, level }])
  }
  return languages
}

/** Makes persons, in the order of their addresses so that two imports never wait for each other; taken addresses are left. */
export async function insertPersons(
  work: Work,
  agencyId: string,
  persons: readonly PersonValues[],
): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  const inOrder = persons.toSorted((a, b) => (a.email < b.email ? -1 : 1))
  for (const part of inParts(inOrder)) {
    const rows = await work.db
      .insertInto('persons')
      .values(part.map((person) => ({ ...person, agency_id: agencyId, created_at: work.now, updated_at: work.now })))
      .onConflict((conflict) => conflict.doNothing())
      .returning(['id', 'email'])
      .execute()
    for (const { id, email } of rows) made.set(email, id)
  }
  return made
}

export async function updatePersonRow(
  work: Work,
  personId: string,
  values: Partial<PersonValues & { note: string }>,
): Promise<void> {
  await work.db
    .updateTable('persons')
    .set({ ...values, updated_at: work.now })
    .where('id', '=', personId)
    .execute()
}

export async function saveLanguageRows(
  work: Work,
  spoken: readonly { person_id: string; language: string; level: string }[],
): Promise<void> {
  for (const part of inParts(spoken)) {
    await work.db
      .insertInto('person_languages')
      .values(part)
      .onConflict((conflict) => conflict.columns(['person_id', 'language']).doUpdateSet({ level: sql`excluded.level` }))
      .execute()
  }
}

export async function removeOtherLanguages(work: Work, personId: string, kept: readonly string[]): Promise<void> {
  await work.db
    .deleteFrom('person_languages')
    .where('person_id', '=', personId)
    .where(sql<boolean>`language <> all(${kept}::text[])`)
    .execute()
}

/** Lists cut so that one statement stays far below the 65,535 values PostgreSQL takes. */
export function inParts<T>(rows: readonly T[], size = 2_000): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size))
  return parts
}
