import { describe, expect, it } from 'vitest'
import { useSeating } from '../../../test/event.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'

const h = useHarness()
const at = useSeating(h)
const { look, post, refused } = at

async function projector(): Promise<string> {
  const html = await (await post('/projector')).text()
  return linkIn({ text: html }, 'projector')
}

describe('the timer', () => {
  it('runs through rounds and changes of tables', async () => {
    expect(await look('/timer')).toContain('Before the first round 10:00 Find your table for round 1 Table 1')
    await post('/clock', { act: 'start' })
    h.clock.advance({ minutes: 3, seconds: 5 })
    expect(await look('/timer')).toMatch(/Round 1 of 3 06:55 Next, in round 2 Table 1/)
    h.clock.advance({ minutes: 8 })
    expect(await look('/timer')).toMatch(/Change tables: round 2 of 3 follows 00:55 Go to your table for round 2/)
    h.clock.advance({ minutes: 20 })
    expect(await look('/timer')).toMatch(/Round 3 of 3 02:55 This is the last round\./)
    h.clock.advance({ minutes: 5 })
    expect(await look('/timer')).toContain('The rounds are over Thank you all.')
  })

  it('is paused, goes on, and is moved by hand', async () => {
    await post('/clock', { act: 'start' })
    h.clock.advance({ minutes: 1 })
    await post('/clock', { act: 'pause' })
    h.clock.advance({ minutes: 30 })
    expect(await look('/timer')).toContain('Round 1 of 3 09:00 Paused')
    await post('/clock', { act: 'next' })
    expect(await look('/timer')).toContain('Change tables: round 2 of 3 follows 02:00 Paused')
    await post('/clock', { act: 'start' })
    h.clock.advance({ seconds: 30 })
    await post('/clock', { act: 'back' })
    expect(await look('/timer')).toContain('Change tables: round 2 of 3 follows 02:00 Go')
    await post('/clock', { act: 'back' })
    expect(await look('/timer')).toContain('Round 1 of 3 10:00 Next')
    expect(await refused('/clock', { act: 'explode' })).toContain('Timer')
  })
})

describe('the page on the wall', () => {
  it('needs no account: a signed address, which the next one ends', async () => {
    const path = await projector()
    await post('/clock', { act: 'start' })
    const page = await wordsOf(h.get(path))
    expect(page).toMatch(/Speed rounds Round 1 of 3 10:00 Next, in round 2 Table 1 .*Ana Morales/)
    const next = await projector()
    expect((await h.get(path)).status).toBe(404)
    expect((await h.get(next)).status).toBe(200)
    h.clock.advance({ hours: 24 * 8 })
    expect((await h.get(next)).status).toBe(404)
  })

  it('loads itself again where there is no script', async () => {
    expect(await (await h.get(await projector())).text()).toContain('http-equiv="refresh" content="5"')
  })

  it('is gone when the seating is', async () => {
    const path = await projector()
    await post('/removal')
    expect((await h.get(path)).status).toBe(404)
  })
})
