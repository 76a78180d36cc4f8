import { chooseLocale, type Locale } from '../../platform/i18n/catalogue.ts'
import { FormMistake, NotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { publishingWords } from './publishing-words.ts'
import type { Field } from './solving.ts'
import { lockRound, type Round } from './store.ts'

type Words = ReturnType<typeof publishingWords>

/** Refuses with a sentence in the language of whoever asks. */
export async function refuse(
  work: Work,
  sentence: (t: Words, locale: Locale) => string,
  field?: string,
): Promise<never> {
  const said = await sayTo(work, sentence)
  throw new FormMistake(field ? { [field]: said } : said)
}

/** A sentence in the language of whoever acts. */
export async function sayTo(work: Work, sentence: (t: Words, locale: Locale) => string): Promise<string> {
  const locale = await localeOf(work)
  return sentence(publishingWords(locale), locale)
}

async function localeOf({ db, actor }: Work): Promise<Locale> {
  if (!actor.id || (actor.kind !== 'staff' && actor.kind !== 'peer')) return 'en'
  const table = actor.kind === 'staff' ? 'staff' : 'persons'
  const row = await db.selectFrom(table).select('locale').where('id', '=', actor.id).executeTakeFirst()
  return chooseLocale(row?.locale)
}

/** The round, locked, if it may still be changed. */
export async function openRound(work: Work, roundId: string): Promise<Round> {
  const round = await lockRound(work.db, roundId)
  if (round.state !== 'draft') await refuse(work, (t) => t.roundIsOver)
  return round
}

/** Refuses people who do not take part in a round; whoever is not on the roster at all is 'not here'. */
export async function mustTakePart(work: Work, field: Field, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    const name = field.names.get(personId)
    if (name === undefined) throw new NotHere()
    if (!field.cohort.placeOf.has(personId)) await refuse(work, (t) => t.notTakingPart({ name }))
  }
}

/** Refuses two people whom a hard rule keeps apart. Both take part. */
export async function mustBeAllowed(
  work: Work,
  { cohort, names }: Field,
  pairs: readonly (readonly [string, string])[],
) {
  for (const [first, second] of pairs) {
    const rule = cohort.hard(cohort.placeOf.get(first) ?? -1, cohort.placeOf.get(second) ?? -1)
    if (rule === null) continue
    await refuse(work, (t) => t[`hard ${rule}`](twoNames(names, first, second)))
  }
}

/** Two people by name, in the order of the roster. */
export function twoNames(
  names: ReadonlyMap<string, string>,
  first: string,
  second: string,
): { one: string; other: string } {
  const [one = '', other = ''] = [...names].flatMap(([id, name]) => (id === first || id === second ? [name] : []))
  return { one, other }
}

/** Refuses people who are pinned with as many outside the group as they take pairs; of three, with anybody. Groups grow. */
export async function mustBeUnpinned(work: Work, field: Field, group: readonly string[], personIds = group) {
  const { rules, names, cohort, settings } = field
  if (settings.kind === 'groups') return
  for (const personId of personIds) {
    const outside = rules.filter(({ kind, people }) => {
      return kind === 'pin' && people.includes(personId) && people.some((other) => !group.includes(other))
    })
    const capacity = cohort.peers[cohort.placeOf.get(personId) ?? -1]?.profile.capacity ?? 1
    if (outside.length < (group.length > 2 ? 1 : capacity)) continue
    await refuse(work, (t) => t.pinnedElsewhere({ name: names.get(personId) ?? '' }))
  }
}
