import { describe, expect, it } from 'vitest'
import { cookieFrom } from '../../../test/cookies.ts'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'
import { systemClock } from '../../platform/clock.ts'
import { createAgency, operatorSignInLink } from './actions.ts'

const h = useHarness()
const address = 'zoe@staff.example'

async function playZoe() {
  const scene = await playAgency(h)
  const zoe = await playStaff(h, scene.agencyId, 'facilitator', 'Zoe')
  await h.world.db.deleteFrom('auth_sessions').where('user_id', '=', zoe.userId).execute()
  return { scene, ...zoe }
}

/** Asks for a code as Zoe would, and reads it and its link from the mail. */
async function askForCode(next = '/') {
  const answer = await h.submit('/sign-in', { address, next })
  await h.settle()
  const text = h.post.at(-1)?.text ?? ''
  const code = /\b(\d{4}) (\d{4})\b/.exec(text)?.slice(1).join('') ?? ''
  const link = /http:\/\/perennial\.test(\/sign-in\/code\S*)/.exec(text)?.[1] ?? ''
  return { answer, code, link }
}

describe('signing in', () => {
  it('takes a code that came by mail', async () => {
    await playZoe()
    const { answer, code } = await askForCode('/initiatives')
    expect(answer.headers.get('location')).toBe('/sign-in/code?address=zoe%40staff.example&next=%2Finitiatives')
    const entered = await h.submit('/sign-in/code', {
      address,
      code: ` ${code.slice(0, 4)} ${code.slice(4)} `,
      next: '/initiatives',
    })
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/initiatives'])
    expect((await h.get('/account', cookieFrom(entered))).status).toBe(200)
  })

  it('takes a link whose page has the code filled in; opening it, even often, does nothing', async () => {
    await playZoe()
    const { link, code } = await askForCode()
    for (let opened = 0; opened < 3; opened++) {
      const page = await h.get(link)
      expect(page.headers.getSetCookie()).toEqual([])
      const text = await page.text()
      expect(text).toContain(`value="${code}"`)
      expect(text.match(/<button class="btn/g)).toHaveLength(1)
    }
    expect((await h.submit('/sign-in/code', { address, code, next: '/' })).status).toBe(303)
  })

  it('writes the mail in the reader’s language, and names the zone of its end', async () => {
    const { staffId } = await playZoe()
    await h.world.db
      .updateTable('staff')
      .set({ locale: 'fr', zone: 'Africa/Tunis' })
      .where('id', '=', staffId)
      .execute()
    await askForCode()
    const [mail] = h.post
    expect(mail?.subject).toBe('Connexion à Perennial')
    expect(mail?.text).toContain('heure de Tunis')
    expect(mail?.to).toEqual({ address, name: 'Zoe' })
    expect(mail?.html).toContain('lang="fr"')
  })

  it('answers for an unknown address, and for one who left, as for a known one', async () => {
    const { staffId } = await playZoe()
    const pageFor = async (asked: string) => {
      const answer = await h.submit('/sign-in', { address: asked, next: '/' })
      await h.settle()
      const page = await (await h.get(answer.headers.get('location') ?? '')).text()
      return {
        status: answer.status,
        page: page
          .replaceAll(asked, 'X')
          .replaceAll(encodeURIComponent(asked), 'X')
          .replace(/[0-9a-f-]{36}/g, 'K'),
      }
    }
    const known = await pageFor(address)
    expect(h.post).toHaveLength(1)
    expect(await pageFor('nobody@example.org')).toEqual(known)
    await h.world.db.updateTable('staff').set({ deactivated_at: h.clock.now() }).where('id', '=', staffId).execute()
    expect(await pageFor(address)).toEqual(known)
    expect(h.post).toHaveLength(1)
  })

  it('mails one code for one form, and at most five an hour to an address', async () => {
    await playZoe()
    const _key = 'the-same-form-0001'
    await h.submit('/sign-in', { address, next: '/', _key })
    await h.submit('/sign-in', { address, next: '/', _key })
    await h.settle()
    expect(h.post).toHaveLength(1)
    for (let asked = 0; asked < 7; asked++) await askForCode()
    expect(h.post).toHaveLength(5)
    h.clock.advance({ minutes: 61 })
    await askForCode()
    expect(h.post).toHaveLength(6)
  })

  it('leaves the last mailed code working when the sixth is refused', async () => {
    await playZoe()
    let code = ''
    for (let asked = 0; asked < 6; asked++) code = (await askForCode()).code
    expect((await h.submit('/sign-in/code', { address, code, next: '/' })).status).toBe(303)
  })

  it('goes only to pages of this site afterwards', async () => {
    await playZoe()
    for (const next of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/sign-out',
    ]) {
      const { code, answer } = await askForCode(next)
      expect(answer.headers.get('location')).not.toContain('evil')
      h.clock.advance({ hours: 2 })
      expect((await h.submit('/sign-in/code', { address, code, next })).headers.get('location')).toBe('/')
    }
  })

  it('comes back to the page somebody wanted', async () => {
    await playZoe()
    expect((await h.get('/account?x=1')).headers.get('location')).toBe('/sign-in?next=%2Faccount')
    expect(await (await h.get('/sign-in?next=%2Faccount')).text()).toContain('name="next" value="/account"')
  })

  it('says so where no mail server is set, because no code will arrive', async () => {
    expect(await (await h.get('/sign-in')).text()).toContain('perennial sign-in-link ADDRESS')
  })
})

describe('a code that does not work', () => {
  const refused = async (code: string, asked = address) => {
    const answer = await h.submit('/sign-in/code', { address: asked, code, next: '/' })
    expect(answer.headers.getSetCookie()).toEqual([])
    return [answer.status, await answer.text()] as const
  }

  it('is one that was used', async () => {
    await playZoe()
    const { code } = await askForCode()
    expect((await h.submit('/sign-in/code', { address, code, next: '/' })).status).toBe(303)
    const [status, page] = await refused(code)
    expect(status).toBe(422)
    expect(page).toContain('This code does not work')
  })

  it('is one older than ten minutes', async () => {
    await playZoe()
    const { code } = await askForCode()
    await h.world.db.updateTable('auth_verifications').set({ expires_at: systemClock.now() }).execute()
    expect((await refused(code))[0]).toBe(422)
  })

  it('is the right one after three wrong tries', async () => {
    await playZoe()
    const { code } = await askForCode()
    const wrong = code === '00000000' ? '11111111' : '00000000'
    for (let tried = 0; tried < 3; tried++) expect((await refused(wrong))[0]).toBe(422)
    expect((await refused(code))[0]).toBe(422)
  })

  it('is one for another address, or of somebody who has left since', async () => {
    const { staffId, scene } = await playZoe()
    const { code } = await askForCode()
    await playStaff(h, scene.agencyId, 'facilitator', 'Yan')
    expect((await refused(code, 'yan@staff.example'))[0]).toBe(422)
    await h.world.db.updateTable('staff').set({ deactivated_at: h.clock.now() }).where('id', '=', staffId).execute()
    expect((await refused(code))[0]).toBe(422)
  })

  it('says the same whether or not somebody has this address', async () => {
    await playZoe()
    await askForCode()
    const plain = (page: string) =>
      page.replace(/[0-9a-f-]{36}/g, 'K').replaceAll(/(zoe|nobody)(@|%40)(staff|example)\.(example|org)/g, 'X')
    const [, known] = await refused('00000001')
    const [, unknown] = await refused('00000001', 'nobody@example.org')
    expect(plain(unknown)).toBe(plain(known))
  })

  it('is none at all', async () => {
    const [status, page] = await refused('1234')
    expect(status).toBe(422)
    expect(page).toContain('Type the eight digits of the code.')
    const [, noAddress] = await refused('12345678', 'zoe')
    expect(noAddress).toContain('Type an e-mail address')
  })
})

describe('the operator’s link', () => {
  it('opens the page that signs a member of staff in, once', async () => {
    await playZoe()
    const link = await operatorSignInLink(h.world, 'ZOE@staff.example')
    expect(link).toMatch(/^http:\/\/perennial\.test\/sign-in\/code\?address=zoe%40staff\.example&code=\d{8}$/)
    const { searchParams } = new URL(link ?? '')
    const fields = { address, code: searchParams.get('code') ?? '', next: '/' }
    expect((await h.submit('/sign-in/code', fields)).status).toBe(303)
    expect((await h.submit('/sign-in/code', fields)).status).toBe(422)
  })

  it('exists for nobody else', async () => {
    const { staffId } = await playZoe()
    expect(await operatorSignInLink(h.world, 'nobody@example.org')).toBeNull()
    await h.world.db.updateTable('staff').set({ deactivated_at: h.clock.now() }).where('id', '=', staffId).execute()
    expect(await operatorSignInLink(h.world, address)).toBeNull()
  })
})

describe('signing out', () => {
  it('ends the session and makes the browser forget it', async () => {
    const { scene } = await playZoe()
    const yan = await playStaff(h, scene.agencyId, 'facilitator', 'Yan')
    const answer = await h.submit('/sign-out', {}, yan.who)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
    expect(answer.headers.getSetCookie().join()).toContain('perennial=; Path=/; Max-Age=0')
    expect((await h.get('/account', yan.who)).status).toBe(303)
  })
})

it('never mails a code to the invented staff of a demonstration', async () => {
  await h.change((work) =>
    createAgency(work, {
      name: 'Demonstration',
      locale: 'en',
      zone: 'UTC',
      isDemonstration: true,
      administrator: { name: 'Dora', email: 'dora@demo.example' },
    }),
  )
  await h.submit('/sign-in', { address: 'dora@demo.example', next: '/' })
  await h.settle()
  expect(h.post).toEqual([])
  expect(await h.world.db.selectFrom('mails').select(['kind', 'state']).execute()).toEqual([
    { kind: 'sign-in.code', state: 'kept' },
  ])
})
