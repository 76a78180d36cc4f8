import { record } from '../../platform/audit/record.ts'
import type { Work } from '../../platform/work.ts'
import { ensureOrganisations, type WantedOrganisation } from './organisation-store.ts'
import type { IncomingPerson } from './person-changes.ts'
import { ensurePosts } from './post-store.ts'
import type { WantedPost } from './posts.ts'
import { savePersons, type SavedPerson } from './saving.ts'
import { readKnownPerson, removeOtherLanguages, saveLanguageRows, updatePersonRow } from './store.ts'

/** Makes a person or updates the one of the same address in the agency. An empty value never erases a known one. */
export async function savePerson(work: Work, person: { agencyId: string } & IncomingPerson): Promise<SavedPerson> {
  const { agencyId, ...incoming } = person
  const saved = [...(await savePersons(work, agencyId, [incoming])).values()][0]
  if (!saved) throw new Error('A person could be neither found nor made.')
  const verbs = { made: 'person.add', changed: 'person.change', same: null }
  const verb = verbs[saved.outcome]
  if (verb) await record(work, { verb, subjectKind: 'person', subjectId: saved.personId, agencyId })
  return saved
}

/** The organisation of a name (and country) in the agency, made when there is none. Two at once get the same one. */
export async function ensureOrganisation(
  work: Work,
  organisation: { agencyId: string } & WantedOrganisation,
): Promise<string> {
  const { agencyId, ...wanted } = organisation
  const [id] = await ensureOrganisations(work, agencyId, [wanted])
  if (id === undefined) throw new Error('An organisation could be neither found nor made.')
  return id
}

/** Gives a person a post unless it is held already; an open post there takes the title. @returns whether one was made */
export async function ensurePost(work: Work, post: { agencyId: string } & WantedPost): Promise<boolean> {
  const { agencyId, ...wanted } = post
  const { made, changed } = await ensurePosts(work, agencyId, [wanted])
  const verb = made.size > 0 ? 'post.add' : changed.size > 0 ? 'post.change' : null
  if (verb) await record(work, { verb, subjectKind: 'person', subjectId: wanted.personId, agencyId })
  return made.size > 0
}

/** What a person says about themselves in a form: their own word replaces what was known. Fields left out stay. */
export interface OwnWord {
  name?: string
  locale?: string
  zone?: string
  phone?: string
  /** All languages; others known so far go. */
  languages?: readonly { language: string; level: string }[]
}

/** Writes what a person said about themselves. @returns whether anything changed */
export async function savePersonsOwnWord(work: Work, personId: string, said: OwnWord): Promise<boolean> {
  const known = await readKnownPerson(work.db, personId)
  if (!known) throw new Error('Only somebody who is known can say something about themselves.')
  const { languages, ...fields } = said
  const changed = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && known[field as keyof typeof fields] !== value,
  )
  if (changed.length > 0) await updatePersonRow(work, personId, Object.fromEntries(changed))
  const spokenBefore = JSON.stringify(known.languages.map(({ language, level }) => `${language} ${level}`).toSorted())
  if (
    !languages ||
    JSON.stringify(languages.map(({ language, level }) => `${language} ${level}`).toSorted()) === spokenBefore
  ) {
    return changed.length > 0
  }
  await removeOtherLanguages(
    work,
    personId,
    languages.map(({ language }) => language),
  )
  await saveLanguageRows(
    work,
    languages.map(({ language, level }) => ({ person_id: personId, language, level })),
  )
  return true
}
