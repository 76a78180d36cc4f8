import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { useHarness, type Who } from '../../../test/harness.ts'
import { useWorkbench } from '../../../test/round.ts'
import { playStaff } from '../../../test/scene.ts'
import { openNews } from '../../platform/news/news.ts'
import { tellNews } from '../../platform/news/tell.ts'

const h = useHarness()
const at = useWorkbench(h)
const streams: Stream[] = []

interface Stream {
  status: number
  /** Waits for the next event, or null when the stream ends. */
  next(): Promise<string | null>
  leave(): Promise<void>
}

async function listen(who: Who = at.scene.facilitator): Promise<Stream> {
  const answer = await h.app.request(`http://perennial.test${at.round.path}/news`, {
    headers: { accept: 'text/event-stream', ...who },
  })
  const reader = answer.body?.getReader()
  const text = new TextDecoder()
  let kept = ''
  const stream: Stream = {
    status: answer.status,
    async next() {
      for (;;) {
        const event = /data: (.*)\n\n/.exec(kept)
        if (event) {
          kept = kept.slice(event.index + event[0].length)
          return event[1] ?? ''
        }
        const part = await reader?.read()
        if (!part || part.done) return null
        kept += text.decode(part.value)
      }
    },
    leave: () => reader?.cancel() ?? Promise.resolve(),
  }
  streams.push(stream)
  return stream
}

afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.leave()
})

describe('the news of a round', () => {
  it('tell how it stands, and again as soon as somebody acts', async () => {
    const stream = await listen()
    expect(await stream.next()).toBe('draft 1')
    await at.post('/pins', { people: at.ids('ana', 'luc') })
    expect(await stream.next()).toBe('draft 2')
    await at.post('/removal', {})
    expect(await stream.next()).toBe('dropped 2')
  })

  it('are not compressed, stored or held back', async () => {
    const answer = await h.app.request(`http://perennial.test${at.round.path}/news`, {
      headers: { accept: 'text/event-stream', 'accept-encoding': 'br, gzip', ...at.scene.facilitator },
    })
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('cache-control')).toBe('no-store')
    await answer.body?.cancel()
  })

  it('are told once to who asks for no stream', async () => {
    expect(await (await h.get(`${at.round.path}/news`, at.scene.facilitator)).text()).toBe('data: draft 1\n\n')
  })

  it.each(['session', 'post', 'role'])('end for whoever loses their %s, with nothing told afterwards', async (what) => {
    const zoe = await playStaff(h, at.scene.agencyId, 'facilitator', 'Zoe Byrne')
    const stream = await listen(zoe.who)
    expect(await stream.next()).toBe('draft 1')
    const { db, clock } = h.world
    const staff = db.updateTable('staff').where('id', '=', zoe.staffId)
    if (what === 'session') await db.deleteFrom('auth_sessions').where('user_id', '=', zoe.userId).execute()
    if (what === 'post') await staff.set({ deactivated_at: clock.now() }).execute()
    if (what === 'role') await staff.set({ role: 'funder' }).execute()
    await at.post('/pins', { people: at.ids('ana', 'luc') })
    expect(await stream.next()).toBeNull()
  })

  it('are for facilitators of the agency alone, and few at once', async () => {
    const elsewhere = await playStaff(h, at.scene.agencyId, 'funder', 'A Funder')
    expect((await listen(elsewhere.who)).status).toBe(404)
    expect((await listen({ cookie: '' })).status).toBe(303)
    const several: number[] = []
    for (let turn = 0; turn < 7; turn++) several.push((await listen()).status)
    expect(several).toEqual([200, 200, 200, 200, 200, 200, 429])
    await streams[2]?.leave()
    expect((await listen()).status).toBe(200)
  })
})

it('news end with the process: nobody who follows holds it up', async () => {
  const stream = await listen()
  expect(await stream.next()).toBe('draft 1')
  const other = openNews(h.connection)
  const kept = h.world.news
  h.world.news = other
  const second = await listen()
  expect(await second.next()).toBe('draft 1')
  await other.close()
  expect(await second.next()).toBeNull()
  h.world.news = kept
})

it('news reach who hears, end at the stop, and are found again after the connection was lost', async () => {
  const news = openNews(h.connection)
  let heard = 0
  const waitFor = async (count: number) => {
    for (let turn = 0; heard < count && turn < 400; turn++) await sleep(25)
    expect(heard).toBeGreaterThanOrEqual(count)
  }
  const deaf = news.hear('a topic', () => (heard += 1))
  await waitFor(1)
  await h.change((work) => tellNews(work.db, 'a topic'))
  await waitFor(2)
  await killListeners()
  await waitFor(3)
  await h.change((work) => tellNews(work.db, 'a topic'))
  await waitFor(4)
  deaf()
  await news.close()
  expect(news.ending.aborted).toBe(true)
})

async function killListeners(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'perennial-news' and datname = current_database()`.execute(h.world.db)
}
