import type { Locale } from '../../platform/i18n/catalogue.ts'
import { list } from '../../platform/i18n/catalogue.ts'
import { type FormState, valueOf } from '../../ui/form-state.ts'
import { fold } from '../people/folding.ts'
import type { Chosen } from './asking-peers.ts'
import { answers, type ChoiceAnswer, type OwnChoice } from './choice-store.ts'
import { choiceWords } from './choice-words.ts'

/** How many people a peer may name beside those suggested. */
export const mostNamed = 3
/** Asked about more likenesses than these, a reader is told to check the name instead. */
const mostLikenesses = 4

interface Named {
  id: string
  name: string
}

export type ReadChoice = { ok: true; chosen: Chosen } | { ok: false; errors: Record<string, string> }

/**
 * Reads what a peer says of each suggestion, and the names they typed.
 * @param suggested the peer's own list: what the form says of anybody else is not looked at
 * @param roster whom they may name
 */
export function readChoice(
  values: FormState['values'],
  suggested: readonly OwnChoice[],
  roster: readonly Named[],
  locale: Locale,
): ReadChoice {
  const t = choiceWords(locale)
  const form = { values, errors: {} }
  const errors: Record<string, string> = {}
  const said = new Map<string, ChoiceAnswer>()
  for (const { other_person_id: id } of suggested) {
    const answer = answers.find((known) => known === valueOf(form, `of.${id}`))
    if (answer) said.set(id, answer)
  }
  const named = new Set<string>()
  for (let place = 1; place <= mostNamed; place++) {
    const typed = valueOf(form, `named.${place}`).trim()
    if (typed === '') continue
    const found = typed.length > 200 ? t.nameLong : findNamed(typed, roster, locale)
    if (typeof found === 'string') errors[`named.${place}`] = found
    else if (said.get(found.id) === 'not') errors[`named.${place}`] = t.namedAndNot({ name: found.name })
    else if (suggested.some(({ other_person_id: id }) => id === found.id)) said.set(found.id, 'glad')
    else named.add(found.id)
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  if (said.size === 0 && named.size === 0) {
    return { ok: false, errors: { [suggested[0] ? `of.${suggested[0].other_person_id}` : 'named.1']: t.sayOne } }
  }
  return { ok: true, chosen: { answers: said, named: [...named] } }
}

/** The one person meant by a typed name, or a sentence that says why there is none. */
function findNamed(typed: string, roster: readonly Named[], locale: Locale): Named | string {
  const t = choiceWords(locale)
  const wanted = fold(typed)
  const [found, another] = roster.filter(({ name }) => fold(name) === wanted)
  if (found) return another ? t.manyCalled({ name: typed }) : found
  const alike = wanted === '' ? [] : roster.filter(({ name }) => ` ${fold(name)} `.includes(` ${wanted} `))
  if (alike.length === 0 || alike.length > mostLikenesses) return t.nobodyCalled({ name: typed })
  return t.didYouMean({
    name: typed,
    names: list(
      locale,
      alike.map(({ name }) => name),
    ),
  })
}
