import { describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { record } from '../../platform/audit/record.ts'
import type { Actor } from '../../platform/work.ts'

const h = useHarness()

const kofi: Actor = { kind: 'peer', id: null, name: 'Kofi Mensah', agencyId: null }
const happen = (scene: Scene, verb: string, actor: Actor = kofi, details: Record<string, unknown> = {}) =>
  h.change(
    (work) =>
      record(work, { verb, subjectKind: 'staff', agencyId: scene.agencyId, initiativeId: scene.initiativeId, details }),
    actor,
  )

const rows = (page: string) => page.match(/<th scope="row">/g)?.length ?? 0

describe('the audit trail', () => {
  it('says who did what when and where, newest first, with the time zone named', async () => {
    const scene = await playAgency(h)
    await happen(scene, 'staff.role', kofi, { was: 'funder', role: 'facilitator' })
    h.clock.advance({ days: 1 })
    await happen(scene, 'unheard.of', { kind: 'system', id: null, name: 'Perennial', agencyId: null })
    const page = await (await h.get('/audit', scene.administrator)).text()
    expect(page).toContain('When (UTC)')
    expect(page).toMatch(
      /Wednesday 25 November 2026, 09:00[\s\S]*Perennial[\s\S]*by itself[\s\S]*unheard\.of[\s\S]*Tuesday 24 November 2026, 09:00[\s\S]*Kofi Mensah[\s\S]*peer[\s\S]*Changed somebody’s role/,
    )
    expect(page).toContain('City budgets that people can read')
    expect(page).toContain('was funder · role facilitator')
  })

  it('is filtered by person, verb and day in the reader’s zone', async () => {
    const scene = await playAgency(h)
    await h.world.db.updateTable('staff').set({ zone: 'Asia/Dhaka' }).where('agency_id', '=', scene.agencyId).execute()
    h.clock.moveTo(Temporal.Instant.from('2026-11-24T17:59:00Z'))
    await happen(scene, 'staff.role')
    h.clock.moveTo(Temporal.Instant.from('2026-11-24T18:01:00Z'))
    await happen(scene, 'staff.invite', { ...kofi, name: 'Ana 100% Morales' })
    const count = async (query: string) => rows(await (await h.get(`/audit?${query}`, scene.administrator)).text())
    expect(await count('person=kofi')).toBe(1)
    expect(await count('person=100%25')).toBe(1)
    expect(await count('person=%25')).toBe(1)
    expect(await count('verb=staff.invite')).toBe(1)
    expect(await count('day=2026-11-24')).toBe(1)
    expect(await count('day=2026-11-25&verb=staff.invite')).toBe(1)
    expect(await count('day=2026-11-25&verb=staff.role')).toBe(0)
    expect(await count('person=nobody')).toBe(0)
    expect(await (await h.get('/audit?person=nobody', scene.administrator)).text()).toContain(
      'Nothing on the trail matches',
    )
  })

  it('takes a wrong day for what it is', async () => {
    const scene = await playAgency(h)
    const answer = await h.get('/audit?day=2026-02-31', scene.administrator)
    expect([answer.status, (await answer.text()).includes('Give the day as year, month and day.')]).toEqual([422, true])
    expect((await h.get('/audit?before=-1%27&verb=%27&person=%5C', scene.administrator)).status).toBe(200)
    expect((await h.get('/audit?person=%00', scene.administrator)).status).toBe(404)
  })

  it('comes in pages of fifty that keep the filter', async () => {
    const scene = await playAgency(h)
    for (let count = 0; count < 55; count++) await happen(scene, 'staff.role', { ...kofi, name: `Kofi ${count}` })
    const first = await (await h.get('/audit?person=Kofi', scene.administrator)).text()
    expect([rows(first), first.includes('Kofi 54'), first.includes('Kofi 4<')]).toEqual([50, true, false])
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('person=Kofi')
    const second = await (await h.get(next, scene.administrator)).text()
    expect([rows(second), second.includes('Kofi 4<'), second.includes('rel="next"')]).toEqual([5, true, false])
    expect(second).toContain('href="/audit?person=Kofi"')
  })

  it('is an agency’s own, and its administrators’ alone', async () => {
    const scene = await playAgency(h)
    const other = await playAgency(h, 'Other Network')
    await happen(scene, 'staff.role')
    expect(await (await h.get('/audit', other.administrator)).text()).not.toContain('Kofi')
    expect(await (await h.get('/audit?verb=staff.role', other.administrator)).text()).not.toContain(
      '<option value="staff.role"',
    )
    expect((await h.get('/audit', scene.facilitator)).status).toBe(404)
    expect((await h.get('/audit')).headers.get('location')).toBe('/sign-in?next=%2Faudit')
  })
})
