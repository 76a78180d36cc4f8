import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingError, settingRules } from './settings.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'perennial-settings-'))
const read = (env: Record<string, string>) => readSettings({ DATA_DIR: folder(), ...env })

describe('settings', () => {
  it('are sane when nothing is set', () => {
    const settings = read({})
    expect(settings).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      role: 'all',
      smtpUrl: undefined,
    })
    expect(settings.development).toBe(false)
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['BASE_URL', 'peers.example.org'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['MAIL_FROM', 'nobody'],
    ['SECRET', 'short'],
    ['ROLE', 'boss'],
    ['LOG_LEVEL', 'loud'],
  ] as const)('refuse %s=%s in one sentence that names it', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(SettingError)
    expect(() => read({ [name]: value })).toThrow(`${name} must be ${settingRules[name]}.`)
  })

  it('refuse a data folder that cannot be written', () => {
    const file = join(folder(), 'a-file')
    writeFileSync(file, '')
    expect(() => readSettings({ DATA_DIR: file })).toThrow(/^DATA_DIR must be/)
  })

  it('keep one secret in the data folder', () => {
    const env = { DATA_DIR: folder() }
    expect(readSettings(env).secret).toBe(readSettings(env).secret)
    expect(readSettings(env).secret).not.toBe(read({}).secret)
  })

  it('take an empty variable for an absent one, and no slash at the end of the address', () => {
    expect(read({ PORT: '', BASE_URL: 'https://peers.example.org/' })).toMatchObject({
      port: 3000,
      baseUrl: 'https://peers.example.org',
    })
  })

  it('cannot be talked into development by a variable', () => {
    expect(read({ DEVELOPMENT: 'true', NODE_ENV: 'development' }).development).toBe(false)
  })

  it('are all listed in docs/operating.md', () => {
    const listed = readFileSync('docs/operating.md', 'utf8')
    for (const name of Object.keys(settingRules)) expect(listed).toContain(`| ${name} |`)
  })
})
