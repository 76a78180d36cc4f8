import { expect, it } from 'vitest'
import { visitorAddress } from './visit-headers.ts'

it('takes the address of the connection', () => {
  expect(visitorAddress('203.0.113.9', undefined)).toBe('203.0.113.9')
  expect(visitorAddress('::ffff:203.0.113.9', undefined)).toBe('203.0.113.9')
  expect(visitorAddress(null, undefined)).toBeNull()
})

it('believes a proxy on this machine or in a private network, and of what it says the end', () => {
  for (const proxy of [
    '127.0.0.1',
    '::1',
    '10.0.0.7',
    '172.20.1.1',
    '192.168.1.1',
    '::ffff:127.0.0.1',
    'fd12:3456::1',
  ]) {
    expect(visitorAddress(proxy, '6.6.6.6, 203.0.113.9')).toBe('203.0.113.9')
  }
})

it('believes nobody else', () => {
  expect(visitorAddress('203.0.113.9', '6.6.6.6')).toBe('203.0.113.9')
  expect(visitorAddress('172.32.0.1', '6.6.6.6')).toBe('172.32.0.1')
  expect(visitorAddress(null, '6.6.6.6')).toBeNull()
})
