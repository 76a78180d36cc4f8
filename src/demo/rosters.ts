import { countryName, languageName } from '../platform/i18n/names.ts'
import { type CastMember, type Level, peers } from './cast.ts'

/** A roster as an office sends it. */
export interface RosterFile {
  name: string
  bytes: Uint8Array
}

const levelNames: Record<'en' | 'fr', Record<Level, string>> = {
  en: { native: 'native', fluent: 'fluent', working: 'working', basic: 'basic' },
  fr: { native: 'langue maternelle', fluent: 'courant', working: 'moyen', basic: 'notions' },
}

function spoken(locale: 'en' | 'fr', { languages }: CastMember): string {
  const named = Object.entries(languages).map(
    ([code, level]) => `${languageName(locale, code)} (${levelNames[locale][level]})`,
  )
  return named.join(', ')
}

const quoted = (cells: string[], separator: string) =>
  cells.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)

/** The English list, with one address that cannot be one: its line is refused and the person comes with the next list. */
function englishRoster(): RosterFile {
  const heading = ['Full name', 'E-mail', 'Organisation', 'Job title', 'Country', 'City', 'Time zone', 'Languages']
  const lines = membersIn('en').map((member) => [
    member.name,
    member === peers.marisol ? 'marisol.reyes(at)peers.example' : member.email,
    member.organisation,
    member.title,
    countryName('en', member.country),
    member.city,
    member.zone,
    spoken('en', member),
  ])
  const text = [heading, ...lines].map((cells) => quoted(cells, ',')).join('\r\n')
  return { name: 'Lisbon participants.csv', bytes: new TextEncoder().encode(`\ufeff${text}\r\n`) }
}

/** The French list, as a spreadsheet on an older machine writes it: semicolons and Windows-1252. */
function frenchRoster(): RosterFile {
  const heading = ['Nom complet', 'Courriel', 'Organisme', 'Fonction', 'Pays', 'Ville', 'Langues', 'Fuseau horaire']
  const lines = [...membersIn('fr'), peers.marisol].map((member) => [
    member.name,
    member.email,
    member.organisation,
    member.title,
    countryName('fr', member.country),
    member.city,
    spoken('fr', member),
    member === peers.marisol ? member.zone : '',
  ])
  const text = [heading, ...lines].map((cells) => quoted(cells, ';')).join('\r\n')
  return { name: 'Liste francophone.csv', bytes: Buffer.from(text.replaceAll('’', '\u0092'), 'latin1') }
}

function membersIn(locale: 'en' | 'fr'): CastMember[] {
  return Object.values<CastMember>(peers).filter((member) => member.locale === locale)
}

export const rosterFiles = (): RosterFile[] => [englishRoster(), frenchRoster()]
