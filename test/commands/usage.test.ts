import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { perennial } from './perennial.ts'

const folder = mkdtempSync(join(tmpdir(), 'perennial-usage-'))
const untouched = join(folder, 'untouched')
afterAll(() => rmSync(folder, { recursive: true }))

const verbs = ['start', 'migrate', 'demo', 'backup', 'restore', 'sign-in-link', 'engine']

describe('help', () => {
  test('lists every command and the exit codes', async () => {
    const answers = await Promise.all([['--help'], ['-h'], ['help']].map((args) => perennial(args)))
    for (const { code, out, error } of answers) {
      expect([code, error]).toEqual([0, ''])
      for (const verb of verbs) expect(out).toMatch(new RegExp(`^ {2}${verb} `, 'm'))
      expect(out).toContain('Exit codes: 0 done, 1 failed, 2 the call was wrong.')
    }
  })

  test('after a command says what it takes, and does nothing', async () => {
    const answers = await Promise.all(verbs.map((verb) => perennial([verb, '--help'], { DATA_DIR: untouched })))
    for (const [index, { code, out, error }] of answers.entries()) {
      expect([code, error]).toEqual([0, ''])
      expect(out).toMatch(new RegExp(`^Usage: perennial ${verbs[index]}`))
      expect(out.split('\n').length).toBeGreaterThan(2)
    }
    expect(existsSync(untouched)).toBe(false)
  })
})

test('a wrong call ends with 2, one sentence, and nothing done', async () => {
  const calls: [args: string[], sentence: string][] = [
    [['begin'], `There is no command 'begin'.`],
    [['backup'], 'It is: perennial backup FILE.'],
    [['backup', 'one', 'two'], 'It is: perennial backup FILE.'],
    [['start', 'now'], 'It is: perennial start.'],
    [['restore', '--force'], 'It is: perennial restore FILE.'],
    [['sign-in-link'], 'It is: perennial sign-in-link EMAIL.'],
  ]
  const answers = await Promise.all(calls.map(([args]) => perennial(args, { DATA_DIR: untouched })))
  for (const [index, { code, out, error }] of answers.entries()) {
    expect({ code, out, error: error.trim() }).toEqual({
      code: 2,
      out: '',
      error: `${calls[index]?.[1]} See perennial --help.`,
    })
  }
  expect(existsSync(untouched)).toBe(false)
  const none = await perennial([])
  expect([none.code, none.out]).toEqual([2, expect.stringContaining('Usage: perennial COMMAND')])
})

describe('a wrong setting ends with 1 and one sentence that names it', () => {
  test('each of them', async () => {
    const settings: [name: string, value: string, sentence: RegExp][] = [
      ['PORT', '70000', /^PORT must be a whole number from 0 to 65535\.$/],
      ['PORT', 'three', /^PORT must be/],
      ['BASE_URL', 'peers.example.org', /^BASE_URL must be the address people open, like https:/],
      ['DATABASE_URL', 'mysql://localhost', /^DATABASE_URL must be a PostgreSQL address/],
      ['SMTP_URL', 'mail.example.org', /^SMTP_URL must be a mail server/],
      ['MAIL_FROM', 'Perennial', /^MAIL_FROM must be a sender/],
      ['SECRET', 'short', /^SECRET must be at least 32 characters that nobody can guess\.$/],
      ['ROLE', 'boss', /^ROLE must be one of all, web, worker\.$/],
      ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of/],
    ]
    const answers = await Promise.all(
      settings.map(([name, value]) => perennial(['start'], { DATA_DIR: untouched, [name]: value })),
    )
    for (const [index, { code, out, error }] of answers.entries()) {
      expect([code, out]).toEqual([1, ''])
      expect(error.trim()).toMatch(settings[index]?.[2] ?? '')
    }
    expect(existsSync(untouched)).toBe(false)
  })

  test('DATA_DIR that is a file, and a database that is not there', async () => {
    writeFileSync(join(folder, 'file'), '')
    const file = await perennial(['start'], { DATA_DIR: join(folder, 'file') })
    expect([file.code, file.error.trim()]).toEqual([
      1,
      expect.stringMatching(/^DATA_DIR must be a folder this process may write to; .*file is not\.$/),
    ])
    const away = await perennial(['start'], {
      DATA_DIR: join(folder, 'away'),
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none',
    })
    expect([away.code, away.error.trim()]).toEqual([1, 'DATABASE_URL: no connection to 127.0.0.1:1 (ECONNREFUSED).'])
  })
})
