import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

const secret = 'a secret that only the tests know, long enough'

test('what is sealed is opened with the same secret for the same purpose, and looks different each time', () => {
  const sealed = seal(secret, 'calendar', 'https://calendar.example/Ünïcode')
  expect(unseal(secret, 'calendar', sealed)).toBe('https://calendar.example/Ünïcode')
  expect(sealed).not.toBe(seal(secret, 'calendar', 'https://calendar.example/Ünïcode'))
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('calendar')
})

test('nothing is opened with another secret, for another purpose, or when a single character was changed', () => {
  const sealed = seal(secret, 'calendar', 'password')
  expect(unseal(`${secret}!`, 'calendar', sealed)).toBeNull()
  expect(unseal(secret, 'mail', sealed)).toBeNull()
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
    // The last character may carry bits that stand for nothing.
    if (!Buffer.from(changed, 'base64url').equals(Buffer.from(sealed, 'base64url')))
      expect(unseal(secret, 'calendar', changed)).toBeNull()
  }
  for (const nothing of ['', 'x', sealed.slice(0, 20)]) expect(unseal(secret, 'calendar', nothing)).toBeNull()
})
