import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { filledForm, playInvited, playTopics } from '../../../test/profile-scene.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { leaveParticipation, returnParticipation } from './actions.ts'
import { readPeer } from './profiles.ts'

const h = useHarness()

const textOf = async (path: string) => (await h.get(path)).text()

describe('what is typed before it is sent', () => {
  test('is kept by one button, unchecked, and counts for nothing yet', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    const answer = await h.submit(`${kofi.path}/draft`, {
      problem: 'Half a sent',
      hours: 'som',
      channels: ['phone'],
      zone: 'Africa/Accra',
      free: ['mon/am'],
      standing: 'active',
    })
    expect(answer.headers.get('location')).toBe(`${kofi.path}?said=draftSaved`)
    const page = await textOf(`${kofi.path}?said=draftSaved`)
    expect(page).toContain('Kept. Come back with the same link')
    expect(page).toContain('Half a sent')
    expect(page).toContain('value="som"')
    expect(page).toMatch(/value="mon\/am" checked/)
    expect(page).toContain('This is what you typed until <bdi>Tuesday 24 November 2026, 09:00 (Accra time)</bdi>')
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({
      state: 'invited',
      problem: '',
      channels: [],
    })
    await h.submit(kofi.path, filledForm)
    expect(await textOf(kofi.path)).not.toContain('This is what you typed')
  })

  test('is kept quietly by the page itself, but not over what was saved meanwhile', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    const opened = String(h.clock.now().epochMilliseconds)
    expect((await h.submit(`${kofi.path}/draft`, { problem: 'By itself', quiet: 'yes', opened })).status).toBe(204)
    expect(await textOf(kofi.path)).toContain('By itself')
    h.clock.advance({ minutes: 1 })
    await h.submit(kofi.path, { ...filledForm, opened })
    await h.submit(`${kofi.path}/draft`, { problem: 'Too late', quiet: 'yes', opened })
    expect(await textOf(kofi.path)).not.toContain('Too late')
  })

  test('holds only what the form asks', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    await h.submit(`${kofi.path}/draft`, { problem: 'x'.repeat(9000), evil: 'y', 'level.xx': 'z', quiet: 'yes' })
    const { typed } = await h.world.db.selectFrom('profile_drafts').select('typed').executeTakeFirstOrThrow()
    expect(JSON.stringify(typed).length).toBeLessThan(5000)
    expect(JSON.stringify(typed)).not.toContain('evil')
  })
})

describe('a zone that is not near', () => {
  test('is chosen on a page of its own, and nothing typed is lost', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    expect(await textOf(kofi.path)).not.toContain('Pacific/Apia')
    const answer = await h.submit(kofi.path, { ...filledForm, problem: 'Typed before', zone: 'other' })
    expect(answer.headers.get('location')).toBe(`${kofi.path}/zone`)
    expect(await textOf(`${kofi.path}/zone`)).toContain('Pacific/Apia')
    expect(await (await h.submit(`${kofi.path}/zone`, { zone: 'Mars' })).text()).toContain(
      'Choose a time zone from the list.',
    )
    expect((await h.submit(`${kofi.path}/zone`, { zone: 'Pacific/Apia' })).headers.get('location')).toBe(
      `${kofi.path}#zone`,
    )
    const page = await textOf(kofi.path)
    expect(page).toContain('Typed before')
    expect(page).toMatch(/value="Pacific\/Apia" selected/)
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({ zone: 'Africa/Accra' })
    await h.submit(kofi.path, { ...filledForm, zone: 'Pacific/Apia' })
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({ zone: 'Pacific/Apia' })
  })
})

describe('the link to the form', () => {
  test('is good for 180 days', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    h.clock.advance({ hours: 24 * 180 - 1 })
    expect((await h.get(kofi.path)).status).toBe(200)
    h.clock.advance({ hours: 1 })
    expect((await h.get(kofi.path)).status).toBe(404)
    expect((await h.submit(kofi.path, filledForm)).status).toBe(404)
    expect((await h.submit(`${kofi.path}/draft`, filledForm)).status).toBe(404)
    expect((await h.get(`${kofi.path}/thanks`)).status).toBe(404)
  })

  test('ends when the peer leaves, and does not come back with them', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    await h.change((work) => leaveParticipation(work, kofi.participationId))
    expect((await h.get(kofi.path)).status).toBe(404)
    await h.change((work) => returnParticipation(work, kofi.participationId))
    expect((await h.get(kofi.path)).status).toBe(404)
  })

  test('of another purpose opens nothing here, and nothing at all opens nothing', async () => {
    const scene = await playAgency(h)
    await playInvited(h, scene)
    const home = linkIn(h.post.at(-1), 'my').replace('/my/', '/profile/')
    expect((await h.get(home)).status).toBe(404)
    expect((await h.submit(home, filledForm)).status).toBe(404)
    expect((await h.get(`/profile/${'a'.repeat(43)}`)).status).toBe(404)
    expect((await h.get('/profile/short')).status).toBe(404)
  })

  test('writes to its own part alone, whatever the form says', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Another Network')
    const stranger = await playPeer(h, other, cast.luc)
    const [theirs = ''] = await playTopics(h, other, 'Theirs')
    const kofi = await playInvited(h, scene)
    await h.submit(kofi.path, {
      ...filledForm,
      offers: [theirs],
      problemTopic: theirs,
      wishes: [stranger.personId, kofi.personId],
    })
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({
      offers: [],
      wishes: [],
      problemTopicId: null,
    })
    expect(await readPeer(h.world.db, stranger.participationId)).toMatchObject({ problem: '' })
  })

  test('changes nothing when a mail scanner opens it', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    const before = await readPeer(h.world.db, kofi.participationId)
    await h.get(kofi.path)
    await h.get(`${kofi.path}/thanks`)
    expect(await readPeer(h.world.db, kofi.participationId)).toEqual(before)
  })

  test('saves once however often the button is pressed, and keeps no token in the answered forms', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    const once = { ...filledForm, _key: 'a-key-that-is-long-enough' }
    const first = await h.submit(kofi.path, once)
    const second = await h.submit(kofi.path, once)
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const events = await h.world.db
      .selectFrom('audit_events')
      .selectAll()
      .where('verb', '=', 'participation.answer')
      .execute()
    expect(events).toHaveLength(1)
    const forms = await h.world.db.selectFrom('answered_forms').selectAll().execute()
    expect(JSON.stringify(forms)).not.toContain(kofi.path.slice('/profile/'.length))
  })
})
