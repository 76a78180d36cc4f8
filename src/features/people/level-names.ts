import { catalogue } from '../../platform/i18n/catalogue.ts'

const words = catalogue(
  { basic: 'basic', working: 'working level', fluent: 'fluent', native: 'mother tongue' },
  { basic: 'notions', working: 'niveau professionnel', fluent: 'courant', native: 'langue maternelle' },
)

/** How well somebody speaks a language, in words. */
export function levelName(locale: string, level: string): string {
  const names: Record<string, string> = words(locale)
  return names[level] ?? level
}
