import { type Happening, record } from '../../platform/audit/record.ts'
import { chooseLocale } from '../../platform/i18n/catalogue.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { refusals } from './refusals.ts'

type Place = { id: string; agency_id: string; initiative_id: string }

/** Puts something that happened to a connection on its timeline. Never words that somebody wrote: ids and counts. */
export function note(
  work: Work,
  connection: Place,
  verb: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  return record(work, noted(connection, verb, details))
}

/** What `note` puts there, for a change that puts much there at once. */
export function noted(connection: Place, verb: string, details: Record<string, unknown>): Happening {
  return {
    verb,
    subjectKind: 'connection',
    subjectId: connection.id,
    agencyId: connection.agency_id,
    initiativeId: connection.initiative_id,
    details,
  }
}

type Words = ReturnType<typeof refusals>

/** Refuses with a sentence in the language of whoever asks. */
export async function refuse(work: Work, sentence: (t: Words) => string, field = '_form'): Promise<never> {
  throw new FormMistake({ [field]: sentence(refusals(await localeOf(work))) })
}

async function localeOf({ db, actor }: Work) {
  if (!actor.id) return chooseLocale()
  const table = actor.kind === 'staff' ? 'staff' : 'persons'
  const row = await db.selectFrom(table).select('locale').where('id', '=', actor.id).executeTakeFirst()
  return chooseLocale(row?.locale)
}
