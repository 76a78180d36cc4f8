import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { kindWords } from './mail-kind-words.ts'
import { verbWords } from './trail-words.ts'

const code = globSync('src/{features,platform}/**/*.{ts,tsx}')
  .filter((path) => !path.includes('.test.'))
  .map((path) => readFileSync(path, 'utf8'))

// Features that record or write through a function of their own name verbs and kinds as its arguments.
const meetings = globSync('src/features/activities/*.{ts,tsx}')
  .filter((path) => !path.includes('.test.'))
  .map((path) => readFileSync(path, 'utf8'))

const found = (sign: RegExp, texts: string[]) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(sign)].map(([, name]) => name ?? ''))),
]

it('puts every verb that is recorded into words, in both languages', () => {
  const verbs = found(/\bverb: '([a-z-]+\.[a-z-]+)'/g, code)
  verbs.push(...found(/(?:noteMeeting\(work, meeting, |isOpen \? |: |\? )'(meeting\.[a-z-]+)'/g, meetings))
  expect(verbs.length).toBeGreaterThan(20)
  expect(verbs.filter((verb) => verbWords('en', verb) === verb || verbWords('fr', verb) === verb)).toEqual([])
})

it('shows what it has no words for as it stands', () => {
  expect(verbWords('fr', 'unheard.of')).toBe('unheard.of')
  expect(kindWords('en', 'constructor')).toBe('constructor')
})
