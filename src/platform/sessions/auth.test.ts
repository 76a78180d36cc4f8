import { describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency, playStaff } from '../../../test/scene.ts'
import { systemClock } from '../clock.ts'
import { forgetEndedSessions, listSessions } from './sessions.ts'

const h = useHarness()

async function playZoe() {
  const { agencyId } = await playAgency(h)
  const zoe = await playStaff(h, agencyId, 'facilitator', 'Zoe')
  return { ...zoe, email: 'zoe@staff.example', headers: new Headers({ cookie: zoe.who.cookie }) }
}

const ago = (hours: number) => systemClock.now().subtract({ minutes: Math.round(hours * 60) })

describe('a session', () => {
  it('tells who is there', async () => {
    const zoe = await playZoe()
    expect((await h.world.signIn.whoIs(zoe.headers))?.userId).toBe(zoe.userId)
  })

  it('is not believed without our signature', async () => {
    const { who } = await playZoe()
    const token = /=([^.]+)\./.exec(who.cookie)?.[1] ?? ''
    const forged = [
      `perennial=${token}`,
      `perennial=${token}.`,
      `perennial=${token}.AAAA`,
      who.cookie.replace('perennial=', 'perennial=x'),
      'perennial=%E0%A4%A',
    ]
    for (const cookie of forged) expect(await h.world.signIn.whoIs(new Headers({ cookie }))).toBeNull()
    expect(await h.world.signIn.whoIs(new Headers())).toBeNull()
  })

  it('ends after thirty days, and after fourteen days without use', async () => {
    const zoe = await playZoe()
    await h.world.db
      .updateTable('auth_sessions')
      .set({ expires_at: ago(1) })
      .where('user_id', '=', zoe.userId)
      .execute()
    expect(await h.world.signIn.whoIs(zoe.headers)).toBeNull()
    const later = { expires_at: systemClock.now().add({ hours: 24 }), updated_at: ago(14 * 24 + 1) }
    await h.world.db.updateTable('auth_sessions').set(later).where('user_id', '=', zoe.userId).execute()
    expect(await h.world.signIn.whoIs(zoe.headers)).toBeNull()
    await forgetEndedSessions(h.world)
    expect(
      await h.world.db.selectFrom('auth_sessions').select('id').where('user_id', '=', zoe.userId).execute(),
    ).toEqual([])
  })

  it('notes its use, but not on every page', async () => {
    const zoe = await playZoe()
    const before = await listSessions(h.world.db, zoe.userId)
    await h.world.signIn.whoIs(zoe.headers)
    expect(await listSessions(h.world.db, zoe.userId)).toEqual(before)
    await h.world.db
      .updateTable('auth_sessions')
      .set({ updated_at: ago(1) })
      .where('user_id', '=', zoe.userId)
      .execute()
    await h.world.signIn.whoIs(zoe.headers)
    const [session] = await listSessions(h.world.db, zoe.userId)
    expect(session && Temporal.Instant.compare(session.updated_at, ago(0.1))).toBe(1)
  })

  it('survives a demonstration whose clock is moved by months', async () => {
    const zoe = await playZoe()
    h.clock.advance({ months: 6 })
    expect(await h.world.signIn.whoIs(zoe.headers)).not.toBeNull()
  })

  it('is refused to somebody whose access was taken away, and to anyone who never worked here', async () => {
    const zoe = await playZoe()
    await h.world.db.updateTable('staff').set({ deactivated_at: h.clock.now() }).where('id', '=', zoe.staffId).execute()
    await expect(h.world.signIn.startSession(zoe.userId, new Headers())).rejects.toThrow('active staff')
    const stranger = await h.world.db
      .insertInto('auth_users')
      .values({ name: 'Stranger', email: 'stranger@example.org' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await expect(h.world.signIn.startSession(stranger.id, new Headers())).rejects.toThrow('active staff')
  })
})

describe('a code', () => {
  it('lets its reader in once', async () => {
    const zoe = await playZoe()
    const code = await h.world.signIn.makeCode(zoe.email)
    expect(code).toMatch(/^\d{8}$/)
    const entered = await h.world.signIn.enterWithCode(zoe.email, code, new Headers())
    expect(entered?.userId).toBe(zoe.userId)
    expect(entered?.cookies.join()).toMatch(/^perennial=.*HttpOnly; SameSite=Lax/)
    expect(await h.world.signIn.enterWithCode(zoe.email, code, new Headers())).toBeNull()
  })

  it('lets one in when two use it at the same moment', async () => {
    const zoe = await playZoe()
    const code = await h.world.signIn.makeCode(zoe.email)
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => h.world.signIn.enterWithCode(zoe.email, code, new Headers())),
    )
    expect(tries.filter((entered) => entered !== null)).toHaveLength(1)
  })

  it('dies after three wrong tries', async () => {
    const zoe = await playZoe()
    const code = await h.world.signIn.makeCode(zoe.email)
    const wrong = code === '00000000' ? '11111111' : '00000000'
    for (let tried = 0; tried < 3; tried++)
      expect(await h.world.signIn.enterWithCode(zoe.email, wrong, new Headers())).toBeNull()
    expect(await h.world.signIn.enterWithCode(zoe.email, code, new Headers())).toBeNull()
  })

  it('still works after two wrong tries', async () => {
    const zoe = await playZoe()
    const code = await h.world.signIn.makeCode(zoe.email)
    const wrong = code === '00000000' ? '11111111' : '00000000'
    for (let tried = 0; tried < 2; tried++) await h.world.signIn.enterWithCode(zoe.email, wrong, new Headers())
    expect(await h.world.signIn.enterWithCode(zoe.email, code, new Headers())).not.toBeNull()
  })

  it('dies after ten minutes', async () => {
    const zoe = await playZoe()
    const code = await h.world.signIn.makeCode(zoe.email)
    const rows = await h.world.db.selectFrom('auth_verifications').select('expires_at').execute()
    const minutes = rows.map((row) => (row.expires_at.epochMilliseconds - systemClock.now().epochMilliseconds) / 60_000)
    expect(minutes.every((left) => left > 9.5 && left <= 10)).toBe(true)
    await h.world.db
      .updateTable('auth_verifications')
      .set({ expires_at: ago(0.01) })
      .execute()
    expect(await h.world.signIn.enterWithCode(zoe.email, code, new Headers())).toBeNull()
  })

  it('is replaced by a newer one', async () => {
    const zoe = await playZoe()
    const first = await h.world.signIn.makeCode(zoe.email)
    const second = await h.world.signIn.makeCode(zoe.email)
    expect(await h.world.db.selectFrom('auth_verifications').select('id').execute()).toHaveLength(1)
    expect(await h.world.signIn.enterWithCode(zoe.email, first, new Headers())).toBeNull()
    expect(await h.world.signIn.enterWithCode(zoe.email, second, new Headers())).not.toBeNull()
    expect(await h.world.db.selectFrom('auth_verifications').select('id').execute()).toEqual([])
  })

  it('is kept as a digest only', async () => {
    const zoe = await playZoe()
    const code = await h.world.signIn.makeCode(zoe.email)
    const rows = await h.world.db.selectFrom('auth_verifications').select('value').execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  it('opens nothing to an address that is nobody’s, or whose owner left', async () => {
    const zoe = await playZoe()
    const foreign = await h.world.signIn.makeCode('nobody@example.org')
    expect(await h.world.signIn.enterWithCode('nobody@example.org', foreign, new Headers())).toBeNull()
    const code = await h.world.signIn.makeCode(zoe.email)
    await h.world.db.updateTable('staff').set({ deactivated_at: h.clock.now() }).where('id', '=', zoe.staffId).execute()
    expect(await h.world.signIn.enterWithCode(zoe.email, code, new Headers())).toBeNull()
  })
})
