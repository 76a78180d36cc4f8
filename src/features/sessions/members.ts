import { chooseLocale, list } from '../../platform/i18n/catalogue.ts'
import { isolate } from '../../ui/isolate.tsx'

/** A member as whom a mail goes to. */
export function addressee(person: { person_id: string; name: string; email: string; locale: string }) {
  return { address: person.email, name: person.name, locale: person.locale, personId: person.person_id }
}

/** The names of some members in a sentence of a mail. */
export function namesOf(locale: string, members: readonly { name: string }[]): string {
  return list(
    chooseLocale(locale),
    members.map((member) => isolate(member.name)),
  )
}
