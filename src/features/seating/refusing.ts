import { chooseLocale, type Locale } from '../../platform/i18n/catalogue.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { refusalWords } from './refusal-words.ts'
import { possibleTables, type TableSizes } from './table-count.ts'

type Words = ReturnType<typeof refusalWords>

/** Refuses with a sentence at a field, in the language of whoever asks. */
export async function refuse(work: Work, field: string, sentence: (t: Words) => string): Promise<never> {
  throw new FormMistake({ [field]: sentence(refusalWords(await localeOf(work))) })
}

/** The engine seats no more. */
const mostPeople = 1000

/** Refuses fewer than two, and more than can be seated. */
export async function mustBeSeatable(work: Work, field: string, people: number): Promise<void> {
  if (people < 2) await refuse(work, field, (t) => t.tooFew)
  if (people > mostPeople) await refuse(work, field, (t) => t.tooMany({ most: mostPeople }))
}

/** Refuses so many people when no number of tables gives the sizes asked. */
export async function mustFit(work: Work, people: number, { least, most }: TableSizes): Promise<void> {
  await mustBeSeatable(work, 'people', people)
  if (!possibleTables(people, { least, most })) await refuse(work, 'most', (t) => t.doNotFit({ people, least, most }))
}

async function localeOf({ db, actor }: Work): Promise<Locale> {
  if (actor.kind !== 'staff' || !actor.id) return 'en'
  const row = await db.selectFrom('staff').select('locale').where('id', '=', actor.id).executeTakeFirst()
  return chooseLocale(row?.locale)
}
