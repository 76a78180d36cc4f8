import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret } from './kept-secret.ts'
import { readSettings, SettingError } from './settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a secret is made once, for its owner only, and kept', () => {
  const dataDir = join(folder, 'deep', 'data')
  const secret = keptSecret(dataDir)
  expect(secret).toMatch(/^[\w-]{64}$/)
  expect(keptSecret(dataDir)).toBe(secret)
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(readdirSync(dataDir)).toEqual(['secret'])
})

test('a secret of the operator is left as it is', () => {
  const own = 'words that an operator has chosen and wrote by hand'
  writeFileSync(join(folder, 'secret'), `${own}\n`)
  expect(keptSecret(folder)).toBe(own)
  expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(`${own}\n`)
})

test.each(['', 'short', '\n\n'])('a secret that was cut short (%j) is made anew, never used', (kept) => {
  writeFileSync(join(folder, 'secret'), kept)
  expect(keptSecret(folder)).toMatch(/^[\w-]{64}$/)
})

test('SECRET wins over the kept one, and a folder that cannot be is named', () => {
  const own = 'thirty-two characters at the very least'
  expect(readSettings({ SECRET: own, DATA_DIR: folder }).secret).toBe(own)
  expect(readdirSync(folder)).toEqual([])
  writeFileSync(join(folder, 'file'), '')
  expect(() => readSettings({ DATA_DIR: join(folder, 'file') })).toThrow(SettingError)
  expect(() => readSettings({ DATA_DIR: join(folder, 'file') })).toThrow(
    /^DATA_DIR must be a folder this process may write to/,
  )
})
