import { z } from 'zod'
import { type ReadForm, readForm, several, typedDay, typedNumber, typedValues } from '../../platform/web/form.ts'
import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import { findLanguage } from '../people/languages.ts'
import type { TopicChanges } from './setting-up.ts'
import type { setupWords } from './setup-words.ts'

type Words = ReturnType<typeof setupWords>

/** One line of text with an end. */
export function oneLine(longest: number, tooLong: string) {
  return z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(longest, tooLong))
}

const needed = (missing: string, tooLong: string) => oneLine(120, tooLong).pipe(z.string().min(1, missing))

/** Languages typed as words: 'English, French'. Becomes their codes. */
function languages(t: Words) {
  return z
    .string()
    .max(2000, t.tooLong)
    .transform((text, ctx) => {
      const names = text
        .split(/[,;/\n]/)
        .map((name) => name.trim())
        .filter(Boolean)
      const codes = names.map((name) => ({ name, code: findLanguage(name) }))
      const unknown = codes.find(({ code }) => code === null)
      if (unknown) ctx.addIssue({ code: 'custom', message: t.languageUnknown({ name: unknown.name }) })
      if (names.length === 0) ctx.addIssue({ code: 'custom', message: t.languageMissing })
      return [...new Set(codes.map(({ code }) => code ?? ''))]
    })
}

/** Topics typed one per line; doubles and empty lines are left out. */
export function topicLines(t: Words) {
  return z
    .string()
    .max(20_000, t.topicsTooMany)
    .default('')
    .transform((text, ctx) => {
      const names = text
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
      const long = names.find((name) => name.length > 80)
      if (long) ctx.addIssue({ code: 'custom', message: t.topicTooLong({ topic: long.slice(0, 30) }) })
      if (names.length > 60) ctx.addIssue({ code: 'custom', message: t.topicsTooMany })
      return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
    })
}

const texts = (t: Words) => ({
  title: needed(t.titleMissing, t.tooLong),
  purpose: z.string().trim().max(2000, t.purposeTooLong).default(''),
  languages: languages(t),
})

const rhythmDays = (t: Words) =>
  typedNumber(t.rhythmWrong).pipe(z.int(t.rhythmWrong).min(1, t.rhythmWrong).max(366, t.rhythmWrong))

export const aboutForm = (t: Words) => z.object(texts(t))

const days = (t: Words) => ({
  title: needed(t.nameMissing, t.tooLong),
  startsOn: typedDay(t.dayWrong),
  endsOn: typedDay(t.dayWrong),
})

export const newInitiativeForm = (t: Words) =>
  z
    .object({
      ...texts(t),
      topics: topicLines(t),
      seasonTitle: needed(t.nameMissing, t.tooLong),
      startsOn: typedDay(t.dayWrong),
      endsOn: typedDay(t.dayWrong),
      rhythmDays: rhythmDays(t),
    })
    .refine(endsLater, { path: ['endsOn'], message: t.endsBeforeStart })

export const seasonForm = (t: Words) =>
  z
    .object({ ...days(t), season: z.string().default('') })
    .refine(endsLater, { path: ['endsOn'], message: t.endsBeforeStart })

export const engagementForm = (t: Words) =>
  z
    .object({
      ...days(t),
      place: oneLine(200, t.tooLong).default(''),
      link: oneLine(500, t.tooLong)
        .default('')
        .refine((text) => text === '' || /^https?:\/\/\S+$/i.test(text), t.linkWrong),
    })
    .refine(({ startsOn, endsOn }) => Temporal.PlainDate.compare(startsOn, endsOn) <= 0, {
      path: ['endsOn'],
      message: t.endsBeforeStart,
    })

const factor = (t: Words) => typedNumber(t.factorWrong).pipe(z.number().min(1, t.factorWrong).max(100, t.factorWrong))

export const rhythmForm = (t: Words) =>
  z
    .object({ rhythmDays: rhythmDays(t), amberFactor: factor(t), redFactor: factor(t), lapsedFactor: factor(t) })
    .refine(({ amberFactor, redFactor }) => amberFactor < redFactor, { path: ['redFactor'], message: t.factorOrder })
    .refine(({ redFactor, lapsedFactor }) => redFactor < lapsedFactor, {
      path: ['lapsedFactor'],
      message: t.factorOrder,
    })

export const rosterForm = z.object({ attended: several(z.uuid()) })

function endsLater({ startsOn, endsOn }: { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate }): boolean {
  return Temporal.PlainDate.compare(startsOn, endsOn) < 0
}

/** Reads the form of topics, whose fields carry ids in their names. */
export function readTopicChanges(c: VisitContext, t: Words): ReadForm<TopicChanges> {
  const form = readForm(c, z.object({ added: topicLines(t), removed: several(z.uuid()) }))
  if (!form.ok) return form
  const state = { values: typedValues(c), errors: {} as Record<string, string> }
  const renamed = new Map<string, string>()
  for (const [name, value] of Object.entries(state.values)) {
    const id = name.startsWith('topic.') ? name.slice('topic.'.length) : ''
    if (!isUuid(id) || form.value.removed.includes(id)) continue
    const topic = oneLine(80, t.topicTooLong({ topic: String(value).slice(0, 30) })).safeParse(value)
    if (!topic.success) state.errors[name] = topic.error.issues[0]?.message ?? t.topicMissing
    else if (topic.data === '') state.errors[name] = t.topicMissing
    else renamed.set(id, topic.data)
  }
  return Object.keys(state.errors).length > 0 ? { ok: false, state } : { ok: true, value: { ...form.value, renamed } }
}
