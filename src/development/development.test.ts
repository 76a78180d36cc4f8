import { describe, expect, it } from 'vitest'
import { useHarness } from '../../test/harness.ts'
import { wordsOf } from '../../test/page.ts'
import { playPair } from '../../test/pair.ts'
import { playAgency } from '../../test/scene.ts'
import { OffsetClock } from '../platform/clock.ts'

describe('the development pages', () => {
  const h = useHarness({ development: true })

  it('sign in as anybody', async () => {
    await playAgency(h)
    expect(await wordsOf(h.get('/dev'))).toContain('Marta of Agora Fiscal Network')
    const user = await h.world.db.selectFrom('auth_users').select('id').executeTakeFirstOrThrow()
    const answer = await h.submit('/dev/sign-in', { user: user.id })
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    expect((await h.get('/initiatives', { cookie })).status).toBe(200)
  })

  it('show all mail, as words and as a mail program would', async () => {
    await playPair(h, await playAgency(h))
    expect(await wordsOf(h.get('/dev/mail'))).toMatch(/\d+ mails, newest first/)
    const mail = await h.world.db.selectFrom('mails').select('id').executeTakeFirstOrThrow()
    expect(await wordsOf(h.get(`/dev/mail/${mail.id}`))).toContain('As text')
    const html = await h.get(`/dev/mail/${mail.id}/html`)
    expect(html.headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'")
    expect((await h.get('/dev/mail/nothing')).status).toBe(404)
  })

  it('open a peer’s page', async () => {
    const { personIds } = await playPair(h, await playAgency(h))
    const answer = await h.submit('/dev/home', { person: personIds[0] ?? '' })
    expect(await wordsOf(h.get(answer.headers.get('location') ?? ''))).toContain('Ana Morales')
  })

  it('move time forward, and let the system do what comes due', async () => {
    const standing = h.world.clock
    h.world.clock = new OffsetClock()
    await playPair(h, await playAgency(h))
    const answer = await wordsOf(h.submit('/dev/clock', { hours: '720' }))
    expect(answer).toMatch(/Moved in 120 steps; [1-9]\d* mails were written/)
    h.world.clock = standing
  })
})

describe('in production', () => {
  const h = useHarness()

  it.each([
    '/dev',
    '/dev/mail',
    '/dev/clock',
    '/dev/styleguide',
    '/dev/mail/00000000-0000-4000-8000-000000000000/html',
  ])('there is no %s', async (path) => {
    expect((await h.get(path)).status).toBe(404)
  })

  it.each(['/dev/sign-in', '/dev/clock', '/dev/home'])('nobody gets in by %s', async (path) => {
    const answer = await h.submit(path, { user: '00000000-0000-4000-8000-000000000000', hours: '1' })
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []])
  })
})
