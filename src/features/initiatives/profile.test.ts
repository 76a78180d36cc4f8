import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { filledForm, playInvited, playTopics } from '../../../test/profile-scene.ts'
import { playAgency, playPeer } from '../../../test/scene.ts'
import { weekOf } from '../availability/half-days.ts'
import { addEngagement, listImported, markAttendance } from './actions.ts'
import { readPeer, readTopics } from './profiles.ts'

const h = useHarness()

const textOf = async (path: string) => (await h.get(path)).text()

describe('the one-minute form', () => {
  test('is saved, thanks, and can be changed later from the same link', async () => {
    const scene = await playAgency(h)
    const ana = await playPeer(h, scene, cast.ana)
    const [budgets, data] = await playTopics(h, scene, 'Budgets', 'Open data')
    const kofi = await playInvited(h, scene)
    const fields = {
      ...filledForm,
      problemTopic: budgets ?? '',
      offers: [budgets ?? ''],
      wants: [data ?? ''],
      wishes: [ana.personId],
      offersOther: 'Radio',
    }
    const answer = await h.submit(kofi.path, fields)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${kofi.path}/thanks`)
    expect(await textOf(`${kofi.path}/thanks`)).toContain('Thank you, <bdi>Kofi Mensah</bdi>')
    const radio = (await readTopics(h.world.db, scene.initiativeId)).find(({ name }) => name === 'Radio')
    const peer = await readPeer(h.world.db, kofi.participationId)
    expect(peer).toMatchObject({
      state: 'active',
      hoursPerMonth: 2.5,
      week: weekOf('mon-am', 'thu-ev'),
      expectedMonths: 6,
      wishes: [ana.personId],
    })
    expect(new Set(peer?.offers)).toEqual(new Set([budgets, radio?.id]))
    h.clock.advance({ hours: 24 * 170 })
    const page = await textOf(kofi.path)
    expect(page).toContain('You answered on <bdi>24 November 2026</bdi>.')
    expect(page).toContain('Nobody reads our budget')
    expect(page).toMatch(/value="thu\/ev" checked/)
    expect(await (await h.submit(kofi.path, { ...fields, problem: 'Now they do', standing: 'not_now' })).text()).toBe(
      '',
    )
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({ problem: 'Now they do', state: 'not_now' })
    expect(await textOf(`${kofi.path}/thanks`)).toContain('Nobody will be proposed to you.')
  })

  test('comes back with every mistake at its field and everything that was typed', async () => {
    const scene = await playAgency(h)
    const [budgets, data] = await playTopics(h, scene, 'Budgets', 'Open data')
    const kofi = await playInvited(h, scene)
    const answer = await h.submit(kofi.path, {
      problem: '',
      problemTopic: '',
      offers: [data ?? ''],
      wantsOther: 'x'.repeat(81),
      otherLanguage: 'Klingon',
      otherLevel: 'fluent',
      hours: 'two',
      zone: 'Mars/Olympus',
      free: ['fri/pm'],
      standing: 'active',
      locale: 'en',
      'level.en': '',
    })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const words of [
      'Error: One minute for',
      'Say in a few words what you work on',
      'A topic has at most 80 characters',
      'We do not know a language “Klingon”',
      'Enter the hours a month as a number',
      'Choose a time zone from the list.',
      'value="Klingon"',
      'value="two"',
      'x'.repeat(81),
    ]) {
      expect(page).toContain(words)
    }
    expect(page).toMatch(/value="fri\/pm" checked/)
    expect(page).toMatch(new RegExp(`name="offers" value="${data}" checked`))
    expect(page).not.toMatch(new RegExp(`name="offers" value="${budgets}" checked`))
    expect(await textOf(kofi.path)).toContain('value="Klingon"')
  })

  test('a box that was unticked stays unticked when the form comes back', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    await h.submit(kofi.path, filledForm)
    const page = await (
      await h.submit(kofi.path, { ...filledForm, free: [], channels: [], report: '', hours: 'x' })
    ).text()
    expect(page).not.toMatch(/name="(free|channels|report)"[^>]* checked/)
  })

  test('asks those who say ‘not now’ for nothing else', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    const answer = await h.submit(kofi.path, { standing: 'not_now', zone: 'Africa/Accra', locale: 'en' })
    expect(answer.status).toBe(303)
    expect(await readPeer(h.world.db, kofi.participationId)).toMatchObject({ state: 'not_now' })
  })

  test('pauses until a day that is to come', async () => {
    const scene = await playAgency(h)
    const kofi = await playInvited(h, scene)
    const paused = {
      standing: 'paused',
      zone: 'Africa/Accra',
      locale: 'en',
      'pausedUntil.d': '1',
      'pausedUntil.m': '3',
      'pausedUntil.y': '2027',
    }
    expect(await (await h.submit(kofi.path, { ...paused, 'pausedUntil.y': '' })).text()).toContain(
      'Enter the day on which you want to go on',
    )
    expect(await (await h.submit(kofi.path, { ...paused, 'pausedUntil.y': '2026' })).text()).toContain(
      'Choose a day after today',
    )
    expect((await h.submit(kofi.path, paused)).status).toBe(303)
    expect(await textOf(`${kofi.path}/thanks`)).toContain('You are paused until <bdi>1 March 2027</bdi>')
    expect(await textOf(kofi.path)).toMatch(/name="pausedUntil.y"[^>]*value="2027"/)
  })

  test('speaks French to those who do, and learns the language of mails from its answer', async () => {
    const scene = await playAgency(h)
    const leila = await playInvited(h, scene, cast.leila)
    const page = await textOf(leila.path)
    expect(page).toContain('<html lang="fr"')
    expect(page).toContain('Sur quel problème travaillez-vous ?')
    expect(page).toContain('lundi, de 9 h à 13 h')
    const wrong = await (await h.submit(leila.path, { ...filledForm, hours: '' })).text()
    expect(wrong).toContain('Saisissez les heures par mois')
    await h.submit(leila.path, { ...filledForm, zone: 'Africa/Tunis', locale: 'en' })
    expect(await textOf(leila.path)).toContain('<html lang="en"')
  })

  test('says beside the field who reads it', async () => {
    const scene = await playAgency(h)
    await playPeer(h, scene, cast.ana)
    const kofi = await playInvited(h, scene)
    const page = await textOf(kofi.path)
    expect(page).toContain('Only the facilitators of <bdi>Agora Fiscal Network</bdi> see this.')
    expect(page).toContain('read by that person and by the facilitators of <bdi>Agora Fiscal Network</bdi>')
  })

  test('names first those who were at the founding event', async () => {
    const scene = await playAgency(h)
    const [ana, yasmin] = [await playPeer(h, scene, cast.ana), await playPeer(h, scene, cast.yasmin)]
    const kofi = await playInvited(h, scene)
    expect(await textOf(kofi.path)).toMatch(new RegExp(`${ana.personId}.*${yasmin.personId}`, 's'))
    const days = { startsOn: Temporal.PlainDate.from('2026-10-01'), endsOn: Temporal.PlainDate.from('2026-10-03') }
    await h.change(async (work) => {
      const id = await addEngagement(work, {
        agencyId: scene.agencyId,
        initiativeId: scene.initiativeId,
        title: 'F',
        ...days,
        place: '',
        link: '',
      })
      await markAttendance(work, id, yasmin.personId, true)
    })
    const page = await textOf(kofi.path)
    expect(page).toMatch(new RegExp(`${yasmin.personId}.*${ana.personId}`, 's'))
    expect(page).not.toContain(`name="wishes" value="${kofi.personId}"`)
  })

  test('arrives whole in 14,600 bytes with its styles and script, with 48 peers and 15 topics', async () => {
    const scene = await playAgency(h)
    const names =
      'Participation Transparency Procurement Audit Health Schools Water Roads Housing Taxes Debt Forecasts Gender Climate Radio'
    await playTopics(h, scene, ...names.split(' ').map((name) => `${name} in city budgets`))
    const people = Array.from({ length: 47 }, (_, index) => ({
      agency_id: scene.agencyId,
      name: `${'Abcdefghijklmnop'[index % 16]}${((index * 7919) % 9973).toString(36)} ${((index * 104729) % 99991).toString(36)}`,
      email: `peer${index}@peers.example`,
      city: `City ${((index * 31337) % 9973).toString(36)}`,
      created_at: h.clock.now(),
      updated_at: h.clock.now(),
    }))
    const rows = await h.world.db.insertInto('persons').values(people).returning('id').execute()
    await h.change((work) =>
      listImported(work, { initiativeId: scene.initiativeId, personIds: rows.map(({ id }) => id) }),
    )
    const island = join(import.meta.dirname, 'draft-keeper.island.ts')
    const script = await build({
      entryPoints: [island],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
    })
    for (const member of [cast.leila, cast.kofi]) {
      const { path } = await playInvited(h, scene, member)
      const page = await textOf(path)
      const css = await textOf(/href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '')
      const parts = [page, css, script.outputFiles[0]?.text ?? ''].map((text) => gzipSync(text, { level: 6 }).length)
      expect(page.match(/name="wishes"/g)?.length).toBeGreaterThanOrEqual(47)
      expect(parts.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(14_600)
    }
  })
})
