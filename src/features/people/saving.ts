import type { Work } from '../../platform/work.ts'
import {
  changesTo,
  type IncomingPerson,
  type KnownPerson,
  mailLocale,
  type PersonChange,
  spokenOnce,
  type PersonValues,
} from './person-changes.ts'
import { insertPersons, readPersonsByEmail, saveLanguageRows, updatePersonRow } from './store.ts'

export interface SavedPerson {
  personId: string
  outcome: 'made' | 'changed' | 'same'
}

/**
 * Makes or updates many persons at once, told apart by address; of two with one address the later wins. The rule of what
 * changes is the one that a preview shows (`changesTo`).
 * @returns by address, in small letters
 */
export async function savePersons(
  work: Work,
  agencyId: string,
  incoming: readonly IncomingPerson[],
): Promise<Map<string, SavedPerson>> {
  const byEmail = new Map(incoming.map((person) => [person.email.trim().toLowerCase(), person]))
  const saved = new Map<string, SavedPerson>()
  const known = await readPersonsByEmail(work.db, agencyId, [...byEmail.keys()])
  const fresh = [...byEmail].filter(([email]) => !known.has(email))
  const made = fresh.length > 0 ? await makePersons(work, agencyId, fresh) : new Map<string, string>()
  for (const [email, personId] of made) saved.set(email, { personId, outcome: 'made' })

  // Somebody else may have made one in between: then that one counts, and takes what this record adds.
  const overtaken = fresh.map(([email]) => email).filter((email) => !made.has(email))
  for (const [email, person] of await readPersonsByEmail(work.db, agencyId, overtaken)) known.set(email, person)
  for (const [email, person] of byEmail) {
    const before = known.get(email)
    if (before && !made.has(email)) saved.set(email, await updatePerson(work, before, person))
  }
  return saved
}

async function makePersons(
  work: Work,
  agencyId: string,
  fresh: readonly [string, IncomingPerson][],
): Promise<Map<string, string>> {
  const agency = await work.db
    .selectFrom('agencies')
    .select(['locale', 'zone'])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow()
  const values = fresh.map(([email, person]): PersonValues => ({
    name: person.name,
    email,
    locale: person.locale || mailLocale(person.languages, agency.locale),
    zone: person.zone || person.likelyZone || agency.zone,
    country: person.country || null,
    city: person.city,
    phone: person.phone ?? '',
  }))
  const made = await insertPersons(work, agencyId, values)
  const spoken = fresh.flatMap(([email, person]) => {
    const personId = made.get(email)
    if (personId === undefined) return []
    return spokenOnce(person.languages).map(({ language, level }) => ({
      person_id: personId,
      language,
      level: level ?? 'working',
    }))
  })
  await saveLanguageRows(work, spoken)
  return made
}

async function updatePerson(work: Work, known: KnownPerson, incoming: IncomingPerson): Promise<SavedPerson> {
  const changes = changesTo(known, incoming)
  const [spoken, fields] = [changes.filter(isLanguage), changes.filter((change) => !isLanguage(change))]
  if (fields.length > 0)
    await updatePersonRow(work, known.id, Object.fromEntries(fields.map(({ field, to }) => [field, to])))
  await saveLanguageRows(
    work,
    spoken.map(({ language, to }) => ({ person_id: known.id, language: language ?? '', level: to })),
  )
  return { personId: known.id, outcome: changes.length > 0 ? 'changed' : 'same' }
}

function isLanguage(change: PersonChange): boolean {
  return change.field === 'language'
}
