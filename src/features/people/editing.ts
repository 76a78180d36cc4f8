import { record } from '../../platform/audit/record.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { revokeLinks } from '../../platform/links/links.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { ensureOrganisation, savePersonsOwnWord } from './actions.ts'
import type { PersonAnswers } from './form.ts'
import type { OrganisationKind, OrganisationSize } from './organisation-kinds.ts'
import { setOrganisationFacts } from './organisation-store.ts'
import { insertPosts, updatePostRow } from './post-store.ts'
import { updatePersonRow } from './store.ts'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>

interface PersonRow {
  id: string
  agency_id: string
  name: string
  email: string
  country: string | null
  city: string
  phone: string
  note: string
}

/** Writes what staff corrected about a person. An address that somebody else has is refused, naming who. */
export async function editPerson(work: Work, t: Words, person: PersonRow, answers: PersonAnswers): Promise<void> {
  const { languages, stopLinks, ...values } = answers
  const holder = values.email === person.email ? undefined : await holderOf(work.db, person.agency_id, values.email)
  if (holder) throw new FormMistake({ email: t.emailTaken({ name: holder.name }) })
  const { name, locale, zone, phone, ...others } = values
  const ownWord = await savePersonsOwnWord(work, person.id, { name, locale, zone, phone, languages })
  const changed = Object.entries(others).filter(([field, value]) => person[field as keyof typeof others] !== value)
  if (changed.length > 0) await updatePersonRow(work, person.id, Object.fromEntries(changed))
  if (stopLinks && values.email !== person.email) await revokeLinks(work, { personId: person.id })
  if (!ownWord && changed.length === 0) return
  await record(work, { verb: 'person.edit', subjectKind: 'person', subjectId: person.id, agencyId: person.agency_id })
}

function holderOf(db: Db | Tx, agencyId: string, email: string) {
  return db
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .where('email', '=', email)
    .where('merged_into_id', 'is', null)
    .executeTakeFirst()
}

export interface PostAnswers {
  organisation: string
  organisationKind?: OrganisationKind | undefined
  organisationSize?: OrganisationSize | undefined
  /** The address of somebody on record, or nothing. */
  reportsTo: string
  title: string
  startsOn: Temporal.PlainDate | null
  endsOn: Temporal.PlainDate | null
}

export async function addPost(work: Work, t: Words, person: PersonRow, answers: PostAnswers): Promise<void> {
  const reportsToId = await superiorOf(work, t, person, answers)
  const organisationId = await organisationOf(work, person, answers)
  const { title, startsOn, endsOn } = answers
  const post = { personId: person.id, organisationId, title, startsOn, endsOn }
  const [postId = ''] = await insertPosts(work, person.agency_id, [post])
  if (reportsToId) await updatePostRow(work, postId, { reports_to_id: reportsToId })
  await setOrganisationFacts(work, organisationId, factsIn(answers))
  await record(work, { verb: 'post.add', subjectKind: 'person', subjectId: person.id, agencyId: person.agency_id })
}

/** Corrects a post. The same organisation keeps its country, however the person's own may differ. */
export async function editPost(
  work: Work,
  t: Words,
  person: PersonRow,
  post: { id: string; organisation_id: string; organisation: string },
  answers: PostAnswers,
): Promise<void> {
  const { title, startsOn, endsOn } = answers
  const reports_to_id = await superiorOf(work, t, person, answers)
  const isSame = answers.organisation === post.organisation
  const organisationId = isSame ? post.organisation_id : await organisationOf(work, person, answers)
  const dates = { starts_on: startsOn, ends_on: endsOn }
  await updatePostRow(work, post.id, { organisation_id: organisationId, title, reports_to_id, ...dates })
  // Of another organisation than the form showed, an empty answer says nothing.
  await setOrganisationFacts(work, organisationId, isSame ? factsIn(answers, null) : factsIn(answers))
  await record(work, { verb: 'post.change', subjectKind: 'person', subjectId: person.id, agencyId: person.agency_id })
}

/** Ends a post on a day, or today where its person is. */
export async function endPost(
  work: Work,
  t: Words,
  person: PersonRow & { zone: string },
  post: { id: string; starts_on: Temporal.PlainDate | null },
  lastDay: Temporal.PlainDate | null | undefined,
): Promise<void> {
  const endsOn = lastDay ?? dayIn(person.zone, work.now)
  if (post.starts_on && Temporal.PlainDate.compare(endsOn, post.starts_on) < 0)
    throw new FormMistake({ lastDay: t.endsBefore })
  await updatePostRow(work, post.id, { ends_on: endsOn })
  await record(work, { verb: 'post.end', subjectKind: 'person', subjectId: person.id, agencyId: person.agency_id })
}

function factsIn({ organisationKind, organisationSize }: PostAnswers, none?: null) {
  const [kind, size] = [organisationKind ?? none, organisationSize ?? none]
  return { ...(kind !== undefined && { kind }), ...(size !== undefined && { size }) }
}

/** The id of whom somebody works under. An address that is on no record, or their own, is refused at its field. */
async function superiorOf(work: Work, t: Words, person: PersonRow, answers: PostAnswers): Promise<string | null> {
  if (answers.reportsTo === '') return null
  const holder = await holderOf(work.db, person.agency_id, answers.reportsTo)
  if (!holder || holder.id === person.id) throw new FormMistake({ reportsTo: t.reportsToWrong })
  return holder.id
}

function organisationOf(work: Work, person: PersonRow, answers: PostAnswers): Promise<string> {
  return ensureOrganisation(work, {
    agencyId: person.agency_id,
    name: answers.organisation,
    country: person.country,
    city: '',
  })
}
