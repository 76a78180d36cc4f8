import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { deliverDueMail } from '../../src/platform/mail/deliver.ts'
import { armFault, disarmFaults, startCounting } from '../../src/platform/database/faultpoints.ts'
import { cast } from '../cast.ts'
import { linkIn, useHarness } from '../harness.ts'
import { playPair, playProposal } from '../pair.ts'
import { playAgency, type Scene } from '../scene.ts'
import { crashEverywhere } from './crash-everywhere.ts'

const h = useHarness({ logLevel: 'silent' })
let scene: Scene

beforeEach(async () => {
  scene = await playAgency(h)
})

describe('a crash at every database call and file operation leaves the state before or after', () => {
  const tried: Record<string, number> = {}

  it('when a proposal is accepted', async () => {
    await playProposal(h, scene)
    const [ana, kofi] = [cast.ana, cast.kofi].map((peer) =>
      linkIn(
        h.post.find((mail) => mail.to.address === peer.email),
        'proposal',
      ),
    )
    tried.first = await crashEverywhere(h, 'the first yes', () => h.submit(ana ?? '', { answer: 'yes', reason: '' }))
    tried.second = await crashEverywhere(h, 'the second yes', () => h.submit(kofi ?? '', { answer: 'yes', reason: '' }))
    expect(tried.second).toBeGreaterThan(tried.first)
  })

  it('when times are asked for and a session is scheduled', async () => {
    const { connectionId } = await playPair(h, scene)
    const page = `/initiatives/${scene.initiativeId}/connections/${connectionId}`
    tried.ask = await crashEverywhere(h, 'asking for times', () => h.submit(`${page}/times`, {}, scene.facilitator))
    await h.settle()
    const [ana, kofi] = [cast.ana, cast.kofi].map((peer) =>
      linkIn(
        h.post.findLast((mail) => mail.to.address === peer.email && /When would you/.test(mail.subject)),
        'times',
      ),
    )
    const options = await h.world.db.selectFrom('time_options').select('id').orderBy('starts_at').execute()
    const option = options[0]?.id ?? ''
    await h.submit(ana ?? '', { option })
    tried.schedule = await crashEverywhere(h, 'scheduling', () => h.submit(kofi ?? '', { option }))
    expect(tried.schedule).toBeGreaterThan(20)
  })

  it('when mail is sent: each goes out once, but for a crash after the server took it', async () => {
    await playPair(h, scene)
    h.post.length = 0
    const page = `/initiatives/${scene.initiativeId}/connections`
    const connection = await h.world.db.selectFrom('connections').select('id').executeTakeFirstOrThrow()
    await h.submit(`${page}/${connection.id}/times`, {}, scene.facilitator)
    const waiting = () =>
      h.world.db.selectFrom('mails').select('id').where('state', 'in', ['queued', 'sending']).execute()
    startCounting()
    for (let point = 1; (await waiting()).length > 0 && point < 500; point++) {
      armFault({ at: 1 + (point % 7), kind: 'throw' })
      await deliverDueMail(h.world).catch(() => undefined)
      disarmFaults()
      h.clock.advance({ minutes: 6 })
    }
    disarmFaults()
    const mails = await h.world.db
      .selectFrom('mails')
      .select(['message_id', 'state'])
      .where('kind', '=', 'times.ask')
      .execute()
    expect(mails.map((mail) => mail.state)).toEqual(['sent', 'sent'])
    for (const { message_id } of mails) {
      const times = h.post.filter((mail) => mail.messageId === message_id).length
      expect(times, 'sent at least once').toBeGreaterThanOrEqual(1)
    }
    console.log('fault points tried:', JSON.stringify(tried))
  })

  it('and the second click after a crash has one effect', async () => {
    await playProposal(h, scene)
    const link = linkIn(
      h.post.find((mail) => mail.to.address === cast.ana.email),
      'proposal',
    )
    const form = { _key: randomUUID(), answer: 'yes', reason: '' }
    armFault({ at: 6, kind: 'throw' })
    await h.submit(link, form).catch(() => undefined)
    disarmFaults()
    await h.submit(link, form)
    await h.submit(link, form)
    const events = await h.world.db
      .selectFrom('audit_events')
      .select('verb')
      .where('verb', 'like', 'connection.%')
      .execute()
    expect(events.filter((event) => /answer|yes|accept/.test(event.verb))).toHaveLength(1)
  })
})
