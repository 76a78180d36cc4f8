import { beforeEach, describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { findLink, makeLink, revokeLinks } from './links.ts'

const h = useHarness()
let agencyId: string
const subjectId = '00000000-0000-4000-8000-000000000001'

beforeEach(async () => {
  agencyId = (await playAgency(h)).agencyId
})

async function make(days = 30): Promise<string> {
  const url = await h.change((work) => makeLink(work, { agencyId, purpose: 'report', subjectId, days }))
  return url.split('/').at(-1) ?? ''
}
const find = (token: string, purpose: 'report' | 'home' = 'report') =>
  findLink(h.world.db, purpose, token, h.clock.now())

describe('a signed link', () => {
  it('opens what it was made for, and nothing else', async () => {
    const token = await make()
    expect(await find(token)).toMatchObject({ agencyId, subjectId, purpose: 'report' })
    expect(await find(token, 'home')).toBeNull()
    expect(await find(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
    expect(await find('no token at all')).toBeNull()
  })

  it('is kept as a hash only', async () => {
    const token = await make()
    const row = await h.world.db.selectFrom('links').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row.token_hash).toHaveLength(32)
  })

  it('ends on its day', async () => {
    const token = await make(30)
    h.clock.advance({ days: 29, hours: 23 })
    expect(await find(token)).not.toBeNull()
    h.clock.advance({ hours: 1 })
    expect(await find(token)).toBeNull()
  })

  it('can be taken back', async () => {
    const token = await make()
    await h.change((work) => revokeLinks(work, { purpose: 'report', subjectId }))
    expect(await find(token)).toBeNull()
  })
})
