import { beforeEach, describe, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { playAgency } from '../../../test/scene.ts'
import { makeLink } from '../links/links.ts'
import { deliverDueMail } from './deliver.ts'
import { queueMail } from './queue.ts'

const h = useHarness({ logLevel: 'silent' })
let agencyId: string

beforeEach(async () => {
  agencyId = (await playAgency(h)).agencyId
})

const to = { address: 'ana@peers.example', name: 'Ana' }

async function queue(effectKey?: string, text = 'Hello') {
  return h.change((work) =>
    queueMail(work, {
      agencyId,
      kind: 'home.link',
      to,
      locale: 'en',
      subject: 'Hello',
      text,
      html: `<p>${text}</p>`,
      ...(effectKey ? { effectKey } : {}),
    }),
  )
}
const mails = () => h.world.db.selectFrom('mails').selectAll().orderBy('created_at').execute()

describe('a queued mail', () => {
  it('goes out once, with the Message-ID of its row', async () => {
    await queue()
    await h.settle()
    await deliverDueMail(h.world)
    expect(h.post.map((mail) => mail.messageId)).toEqual((await mails()).map((mail) => mail.message_id))
  })

  it('is not queued when its change is rolled back', async () => {
    await h
      .change(async (work) => {
        await queueMail(work, { agencyId, kind: 'home.link', to, locale: 'en', subject: 'x', text: 'x', html: 'x' })
        throw new Error('no')
      })
      .catch(() => undefined)
    await h.settle()
    expect([await mails(), h.post]).toEqual([[], []])
  })

  it('is queued once for one effect', async () => {
    expect(await queue('welcome ana')).not.toBeNull()
    expect(await queue('welcome ana')).toBeNull()
    await h.settle()
    expect(h.post).toHaveLength(1)
  })

  it('keeps its words when it has left, not the keys of its links', async () => {
    const url = await h.change((work) => makeLink(work, { agencyId, purpose: 'home', days: 1 }))
    await queue(undefined, `Your page: ${url}`)
    await h.settle()
    expect(h.post[0]?.text).toContain(url)
    const [row] = await mails()
    expect(row?.body_text).toBe(`Your page: ${h.world.settings.baseUrl}/my/…`)
    expect(row?.body_html).not.toContain(url)
  })

  it('is tried again, later each time, and at last counts as failed', async () => {
    const works = h.world.transport
    let tries = 0
    h.world.transport = {
      send: () => {
        tries += 1
        return Promise.reject(Object.assign(new Error('550 no such person'), { code: 'EENVELOPE' }))
      },
    }
    await queue()
    await h.settle()
    expect((await mails())[0]).toMatchObject({ state: 'queued', attempts: 1 })
    await deliverDueMail(h.world)
    expect(tries, 'not before its time').toBe(1)
    for (let hour = 0; hour < 60; hour++) {
      h.clock.advance({ hours: 1 })
      await deliverDueMail(h.world)
    }
    expect((await mails())[0]).toMatchObject({ state: 'failed', attempts: 8, last_error: '550 no such person' })
    h.world.transport = works
  })

  it('that was cut off goes out again with the same Message-ID: at once by the one process, else when time has told', async () => {
    const id = await queue()
    const cutOff = () =>
      h.world.db
        .updateTable('mails')
        .set({ state: 'sending', claimed_at: h.clock.now() })
        .where('id', '=', id ?? '')
        .execute()
    await cutOff()
    await deliverDueMail(h.world)
    expect(h.post).toHaveLength(1)
    h.world.settings.databaseUrl = 'postgres://elsewhere/perennial'
    await cutOff()
    await deliverDueMail(h.world)
    expect(h.post).toHaveLength(1)
    h.clock.advance({ minutes: 6 })
    await deliverDueMail(h.world)
    h.world.settings.databaseUrl = undefined
    expect(new Set(h.post.map((mail) => mail.messageId)).size).toBe(1)
    expect(h.post).toHaveLength(2)
  })

  it('waits where no mail server is set', async () => {
    const works = h.world.transport
    h.world.transport = null
    await queue()
    await h.settle()
    expect((await mails())[0]?.state).toBe('queued')
    h.world.transport = works
    await deliverDueMail(h.world)
    expect(h.post).toHaveLength(1)
  })

  it('of a demonstration never leaves', async () => {
    await h.world.db.updateTable('agencies').set({ is_demonstration: true }).execute()
    await queue()
    await h.settle()
    await deliverDueMail(h.world)
    expect([(await mails())[0]?.state, h.post]).toEqual(['kept', []])
  })
})
