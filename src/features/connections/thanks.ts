import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import type { Member } from './members.ts'
import { peerWords } from './peer-words.ts'

/** A subject and its text in plain paragraphs, as a facilitator may have edited them. */
export interface Thanks {
  subject: string
  text: string
}

/** The thank-you that is sent when the facilitator writes no other; the greeting comes before it by itself. */
export function defaultThanks(locale: Locale, initiative: string, members: Pick<Member, 'name'>[]): Thanks {
  const t = peerWords(locale)
  const names = list(
    locale,
    members.map((member) => member.name),
  )
  return { subject: t.thanksSubject({ names }), text: t.thanksText({ names, initiative }) }
}
