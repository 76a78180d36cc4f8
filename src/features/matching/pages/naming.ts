import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { isolate, withoutIsolates } from '../../../ui/isolate.tsx'
import { callName } from '../fit/call-name.ts'
import type { Reason } from '../fit/reason.ts'
import { tellReasons } from '../fit/tell.ts'
import { words } from '../words.ts'
import type { RosterPeer } from '../workbench-store.ts'

/** What the pages of a round need to name people and topics. */
export interface Naming {
  locale: Locale
  roster: ReadonlyMap<string, RosterPeer>
  topics: ReadonlyMap<string, string>
}

export function fullName({ roster }: Naming, personId: string): string {
  return roster.get(personId)?.name ?? '?'
}

/** 'Ana Morales and Kofi Mensah', with marks around each name. */
export function namesOf(naming: Naming, personIds: readonly string[]): string {
  return list(
    naming.locale,
    personIds.map((personId) => isolate(fullName(naming, personId))),
  )
}

/** The same for a button's spoken words. */
export function plainNamesOf(naming: Naming, personIds: readonly string[]): string {
  return withoutIsolates(namesOf(naming, personIds))
}

/** 'Medellín, Spanish and English' */
export function aboutPerson({ locale, roster }: Naming, personId: string): string {
  const peer = roster.get(personId)
  if (!peer) return ''
  const languages = list(
    locale,
    peer.languages.map(({ language }) => languageName(locale, language)),
  )
  return words(locale).about({ city: peer.city, languages })
}

const mostReasons = 5
/** Of three people the bars say the rest: told for every two of them it would fill the page. */
const worthTellingOfThree: readonly Reason['kind'][] = [
  'all speak',
  'several work on',
  'several gain',
  'gives',
  'same problem',
  'knows problem',
  'wish',
  'asked',
  'left out',
  'again',
]

/** Why these people, as a few sentences for staff, with marks around the names. */
export function reasonsOf(naming: Naming, personIds: readonly string[], reasons: readonly Reason[]): string[] {
  const names = personIds.map((personId) => fullName(naming, personId))
  const isTrio = personIds.length > 2
  const strong = isTrio ? reasons.filter(({ kind }) => worthTellingOfThree.includes(kind)) : reasons
  return tellReasons((strong.length > 0 ? strong : reasons).slice(0, mostReasons), {
    locale: naming.locale,
    reader: null,
    isTrio,
    nameOf: (personId) => isolate(callName(fullName(naming, personId), names)),
    topicOf: (topicId) => naming.topics.get(topicId) ?? '?',
  })
}
