import { expect, it } from 'vitest'
import { safeReturn } from './return-path.ts'

it('keeps a path of this site', () => {
  for (const path of ['/', '/initiatives', '/initiatives/3/desk?tab=today&x=%20', '/staff/a-b_c.d'])
    expect(safeReturn(path)).toBe(path)
})

it('refuses everything a browser might read as another site, or that makes no sense after signing in', () => {
  const wrong = [
    undefined,
    '',
    'initiatives',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '/a\r\nSet-Cookie: x',
    'javascript:alert(1)',
    '/sign-in',
    '/sign-out',
    '/start',
    '/é',
  ]
  for (const path of wrong) expect(safeReturn(path)).toBe('/')
})
