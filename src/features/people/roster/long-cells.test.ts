import { expect, test } from 'vitest'
import { openRoster } from './actions.ts'
import { guessColumns } from './mapping.ts'
import { readRoster } from './read-roster.ts'

const headings = 'Name,E-mail,Organisation,Title,Country,City,Languages,Time zone,Since,Phone'
const width = headings.split(',').length
const megabytes = 4_500_000

/** Texts on which a careless pattern takes hours. */
const long: Record<string, string> = {
  'one letter': 'x',
  at: '@',
  'less and at': '<@',
  brackets: '(a',
  dots: 'a.',
  spaces: 'a   ',
  commas: 'a;',
  joiners: ' and ',
  marks: 'e\u0301\u0323',
  digits: '12:30-',
}

test.for(Object.entries(long))('a file that is one endless cell is read at once: %s', ([, piece]) => {
  const cell = piece.repeat(Math.floor(megabytes / piece.length))
  expectSoon(`Name,E-mail\n${cell},ana@peers.example\n`)
  expectSoon(cell)
  expectSoon(`${cell},E-mail\nAna,ana@peers.example\n`)
})

test.for(Object.entries(long))('a roster whose every cell is long is read within seconds: %s', ([, piece]) => {
  const line = Array.from({ length: width }, () => piece.repeat(Math.ceil(1900 / piece.length))).join(',')
  expectSoon(`${headings}\n${`${line}\n`.repeat(Math.floor(megabytes / line.length))}`)
})

function expectSoon(text: string): void {
  const started = performance.now()
  const opened = openRoster(new TextEncoder().encode(text))
  if (!('fault' in opened)) {
    readRoster(opened.table, { columns: guessColumns(opened.table), zones: {} }, { locale: 'en', zone: 'UTC' })
  }
  expect(performance.now() - started).toBeLessThan(4000)
}
