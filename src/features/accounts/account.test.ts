import { describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'
import { systemClock } from '../../platform/clock.ts'

const h = useHarness()

const devices = {
  phone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
  office:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0',
}

async function playZoe() {
  const scene = await playAgency(h)
  const zoe = await playStaff(h, scene.agencyId, 'facilitator', 'Zoe')
  const on = async (userAgent: string) => {
    const [cookie = ''] = await h.world.signIn.startSession(
      zoe.userId,
      new Headers({ 'user-agent': userAgent, 'x-perennial-address': '203.0.113.9' }),
    )
    return { cookie: cookie.split(';')[0] ?? '' }
  }
  return { scene, ...zoe, phone: await on(devices.phone), office: await on(devices.office) }
}

const endPaths = (page: string) => page.match(/\/account\/sessions\/[0-9a-f-]{36}\/end/g) ?? []

describe('the account', () => {
  it('keeps name, language and time zone, and speaks the language from then on', async () => {
    const { who } = await playZoe()
    const answer = await h.submit('/account', { name: 'Zoé Martin', locale: 'fr', zone: 'Africa/Tunis' }, who)
    expect(answer.headers.get('location')).toBe('/account?said=accountSaved')
    const page = await (await h.get('/account?said=accountSaved', who)).text()
    expect(page).toContain('Zoé Martin, voici votre compte')
    expect(page).toContain('Votre compte est enregistré.')
    expect(page).toMatch(/value="Africa\/Tunis" selected/)
    expect(answer.headers.getSetCookie().join()).toContain('lang=fr')
  })

  it('says at the field what is wrong and keeps what was typed', async () => {
    const { who } = await playZoe()
    const answer = await h.submit('/account', { name: '', locale: 'de', zone: 'Nowhere' }, who)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const sentence of ['Type your name', 'Choose English or French.', 'Choose a time zone'])
      expect(page).toContain(sentence)
  })

  it('offers its pages to nobody, and says nothing unknown', async () => {
    expect((await h.get('/account')).headers.get('location')).toBe('/sign-in?next=%2Faccount')
    const { who } = await playZoe()
    expect(await (await h.get('/account?said=constructor', who)).text()).not.toContain('role="status"')
  })
})

describe('the list of sessions', () => {
  it('says in words on what, when and from where', async () => {
    const { phone } = await playZoe()
    const page = await (await h.get('/account', phone)).text()
    expect(page).toContain('Safari on iPhone')
    expect(page).toContain('Edge on Windows')
    expect(page).toContain('A device that does not say what it is')
    expect(page).toContain('from 203.0.113.9')
    expect(page).toContain('(UTC)')
    expect(page.match(/This one/g)).toHaveLength(1)
    expect(endPaths(page)).toHaveLength(2)
  })

  it('ends another session at once', async () => {
    const { phone, office, who } = await playZoe()
    const page = await (await h.get('/account', phone)).text()
    for (const path of endPaths(page)) expect((await h.submit(path, {}, phone)).status).toBe(303)
    expect((await h.get('/account', office)).status).toBe(303)
    expect((await h.get('/account', who)).status).toBe(303)
    expect((await h.get('/account', phone)).status).toBe(200)
  })

  it('ends all others with one button', async () => {
    const { phone, office, who } = await playZoe()
    expect((await h.submit('/account/sessions/others/end', {}, phone)).headers.get('location')).toBe(
      '/account?said=othersEnded',
    )
    expect([(await h.get('/account', office)).status, (await h.get('/account', who)).status]).toEqual([303, 303])
    const page = await (await h.get('/account', phone)).text()
    expect(page).not.toContain('End all others')
  })

  it('lets nobody end a colleague’s session', async () => {
    const { phone, office, scene } = await playZoe()
    const [path = ''] = endPaths(await (await h.get('/account', phone)).text())
    expect((await h.submit(path, {}, scene.administrator)).status).toBe(404)
    expect((await h.submit('/account/sessions/nonsense/end', {}, phone)).status).toBe(404)
    expect((await h.submit('/account/sessions/others/end', {}, scene.administrator)).status).toBe(303)
    expect((await h.get('/account', office)).status).toBe(200)
  })

  it('leaves out sessions that have ended by themselves', async () => {
    const { phone, userId } = await playZoe()
    const old = { updated_at: systemClock.now().subtract({ hours: 15 * 24 }) }
    await h.world.db
      .updateTable('auth_sessions')
      .set(old)
      .where('user_id', '=', userId)
      .where('user_agent', '!=', devices.phone)
      .execute()
    const page = await (await h.get('/account', phone)).text()
    expect(endPaths(page)).toHaveLength(0)
  })
})
