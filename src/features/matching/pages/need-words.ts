import { countryName, languageName } from '../../../platform/i18n/names.ts'
import type { Need } from '../fit/need.ts'
import { roundWords } from '../round-words.ts'
import type { Naming } from './naming.ts'

/** 'works in French' */
export function needInWords({ locale, topics }: Naming, { kind, value }: Need): string {
  const what = {
    language: () => languageName(locale, value),
    offer: () => topics.get(value) ?? '?',
    country: () => countryName(locale, value),
  }[kind]()
  return roundWords(locale)[`need ${kind}`]({ what })
}

/** As a form sends it. */
export function needValue({ kind, value }: Need): string {
  return `${kind}:${value}`
}

/** What somebody may be asked to have: the languages and countries of the roster, and the topics of the initiative. */
export function needChoices(naming: Naming) {
  const peers = [...naming.roster.values()]
  const languages = new Set(peers.flatMap((peer) => peer.languages.map(({ language }) => language)))
  const countries = new Set(peers.flatMap(({ country }) => country ?? []))
  const needs: Need[] = [
    ...[...languages].map((value): Need => ({ kind: 'language', value })),
    ...[...naming.topics.keys()].map((value): Need => ({ kind: 'offer', value })),
    ...[...countries].map((value): Need => ({ kind: 'country', value })),
  ]
  const choices = needs.map((need) => ({ value: needValue(need), label: needInWords(naming, need) }))
  return choices.toSorted((a, b) => a.label.localeCompare(b.label, naming.locale))
}
