import { beforeEach, describe, expect, it } from 'vitest'
import { cookieFrom } from '../../../test/cookies.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { carryOut, theSystem } from '../../platform/work.ts'
import { createAgency } from './actions.ts'
import { demonstrationStarter } from './demonstration.ts'

const h = useHarness()
const marta = {
  agency: 'Agora Fiscal Network',
  name: 'Marta Keller',
  email: ' Marta@Agora.example ',
  locale: 'en',
  zone: 'Europe/Dublin',
}

beforeEach(() => void (demonstrationStarter.start = null))

describe('the first run', () => {
  it('opens on an empty installation', async () => {
    const page = await h.get('/')
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('Nobody has been here yet')
    expect(text).toContain('Start with my own roster')
    expect(text).not.toContain('/demonstration')
  })

  it('makes the agency and its administrator, and signs them in', async () => {
    const answer = await h.submit('/start', marta)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/initiatives/new'])
    const who = cookieFrom(answer)
    const account = await (await h.get('/account', who)).text()
    expect(account).toContain('Marta Keller')
    expect(account).toContain('You sign in with marta@agora.example and work for Agora Fiscal Network.')
    expect((await h.get('/staff', who)).status).toBe(200)
    expect(await (await h.get('/audit', who)).text()).toMatch(/Marta Keller[\s\S]*Made the agency/)
    expect((await h.get('/', who)).headers.get('location')).toBe('/initiatives')
  })

  it('says at each field what is wrong, and keeps what was typed', async () => {
    const answer = await h.submit('/start', { ...marta, email: 'marta', zone: 'Mars/Olympus', agency: ' ' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('Type the name of your agency')
    expect(text).toContain('Type an e-mail address')
    expect(text).toContain('Choose a time zone from the list')
    expect(text).toContain('value="Marta Keller"')
    expect(text).toContain('<title>Error: ')
  })

  it('speaks French to whoever asks for it', async () => {
    const text = await (
      await h.app.request('http://perennial.test/', { headers: { 'accept-language': 'fr-CA' } })
    ).text()
    expect(text).toContain('Personne n’est encore venu ici')
    expect(text).toContain('lang="fr"')
  })

  it('gives a lost answer again, session included', async () => {
    const _key = 'the-same-form-0001'
    await h.submit('/start', { ...marta, _key })
    const again = await h.submit('/start', { ...marta, _key })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/initiatives/new'])
    expect((await h.get('/account', cookieFrom(again))).status).toBe(200)
    const other = await h.submit('/start', { ...marta, name: 'Somebody else', _key })
    expect([other.status, cookieFrom(other).cookie]).toEqual([422, ''])
    h.clock.advance({ minutes: 11 })
    const late = await h.submit('/start', { ...marta, _key })
    expect([late.status, cookieFrom(late).cookie]).toEqual([303, ''])
    expect(await h.world.db.selectFrom('agencies').select('id').execute()).toHaveLength(1)
  })

  it('has one winner when two begin at once', async () => {
    const answers = await Promise.all([
      h.submit('/start', marta),
      h.submit('/start', { ...marta, agency: 'Other', email: 'other@example.org' }),
      h.submit('/start', { ...marta, agency: 'Third', email: 'third@example.org' }),
    ])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([303, 422, 422])
    const loser = answers.find((answer) => answer.status === 422)
    expect(await loser?.text()).toContain('Somebody else has just set this installation up.')
    expect(loser?.headers.getSetCookie()).toEqual([])
    expect(await h.world.db.selectFrom('agencies').select('id').execute()).toHaveLength(1)
    expect(await h.world.db.selectFrom('auth_users').select('id').execute()).toHaveLength(1)
  })

  it('is over once there is an agency', async () => {
    await playAgency(h)
    expect((await h.submit('/start', marta)).status).toBe(422)
    expect((await h.get('/start')).status).toBe(404)
    expect((await h.submit('/demonstration', {})).status).toBe(422)
    const front = await (await h.get('/')).text()
    expect(front).not.toContain('/start')
    expect(front).toContain('href="/sign-in"')
    expect(front).toContain('href="/my"')
  })
})

describe('the demonstration', () => {
  const play = () =>
    carryOut(h.world, theSystem, (work) =>
      createAgency(work, {
        name: 'Demonstration',
        locale: 'en',
        zone: 'UTC',
        isDemonstration: true,
        administrator: { name: 'Dora', email: 'dora@demo.example' },
      }),
    )

  it('is offered where there is one, and lets a visitor in as its administrator', async () => {
    demonstrationStarter.start = async () => void (await play())
    expect(await (await h.get('/')).text()).toContain('Look around in a demonstration initiative')
    const answer = await h.submit('/demonstration', {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/initiatives'])
    const page = await (await h.get('/staff', cookieFrom(answer))).text()
    expect(page).toContain('You are looking at a demonstration.')
    expect(page).toContain('href="/start"')
  })

  it('leaves the door open for an agency of one’s own', async () => {
    await play()
    expect(await (await h.get('/')).text()).toContain('Nobody has been here yet')
    const answer = await h.submit('/start', marta)
    expect(answer.status).toBe(303)
    const page = await (await h.get('/staff', cookieFrom(answer))).text()
    expect(page).toContain('Agora Fiscal Network')
    expect(page).not.toContain('You are looking at a demonstration.')
  })

  it('does not exist where nobody made one', async () => {
    expect((await h.submit('/demonstration', {})).status).toBe(404)
  })
})
