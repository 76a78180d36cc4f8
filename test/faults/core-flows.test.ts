import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { deliverDueMail } from '../../src/platform/mail/deliver.ts'
import { armFault, disarmFaults, faultCalls } from '../../src/platform/database/faultpoints.ts'
import { cast } from '../cast.ts'
import { linkIn, useHarness } from '../harness.ts'
import { playPair, playProposal } from '../pair.ts'
import { formOn } from '../proof/page-form.ts'
import { playRound } from '../round.ts'
import { playAgency, playPeer, type Scene } from '../scene.ts'
import { crashEverywhere } from './crash-everywhere.ts'

const h = useHarness({ logLevel: 'silent' })
let scene: Scene

beforeEach(async () => {
  scene = await playAgency(h)
})

describe('a crash at every database call and file operation leaves the state before or after', () => {
  const tried: Record<string, number> = {}
  afterAll(() => console.log('fault points tried:', JSON.stringify(tried)))

  it('when a roster is sent and imported', async () => {
    const rosters = `/initiatives/${scene.initiativeId}/people/import`
    const lines = [cast.ana, cast.kofi, cast.leila].map(
      (peer) => `${peer.name};${peer.email};${peer.organisation};${peer.country}`,
    )
    const file = new File([`Name;E-mail;Organisation;Country\n${lines.join('\n')}\n`], 'roster.csv', {
      type: 'text/csv',
    })
    tried.upload = await crashEverywhere(h, 'sending the file', () => h.submit(rosters, { file }, scene.facilitator))
    const { id } = await h.world.db.selectFrom('roster_imports').select('id').executeTakeFirstOrThrow()
    const preview = await (await h.get(`${rosters}/${id}/preview`, scene.facilitator)).text()
    const fields = Object.fromEntries(formOn(preview, '/completion').fields)
    tried.import = await crashEverywhere(h, 'importing', () =>
      h.submit(`${rosters}/${id}/completion`, fields, scene.facilitator),
    )
    expect(tried.import).toBeGreaterThan(15)
    const bytes = readdirSync(h.world.files.dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(bytes.filter(({ name }) => name.endsWith('.part'))).toEqual([])
  })

  it('when peers are invited and answer', async () => {
    await playPeer(h, scene, cast.ana, 'listed')
    await playPeer(h, scene, cast.kofi, 'listed')
    const invitations = `/initiatives/${scene.initiativeId}/people/invitations`
    tried.invite = await crashEverywhere(h, 'inviting', () =>
      h.submit(invitations, { everybody: 'yes' }, scene.facilitator),
    )
    await h.settle()
    const link = linkIn(
      h.post.find((mail) => mail.to.address === cast.ana.email),
      'profile',
    )
    const said = {
      problem: 'Nobody reads it',
      offersOther: 'Budget maps',
      wantsOther: 'Radio',
      hours: '3',
      zone: cast.ana.zone,
    }
    tried.profile = await crashEverywhere(h, 'answering', () => h.submit(link, { ...said, 'level.en': 'fluent' }))
  })

  it('when a round is published', async () => {
    const { path } = await playRound(h, scene)
    const publication = await (await h.get(`${path}/publication`, scene.facilitator)).text()
    const fields = Object.fromEntries(formOn(publication, '/publication').fields)
    tried.publish = await crashEverywhere(h, 'publishing', () =>
      h.submit(`${path}/publication`, fields, scene.facilitator),
    )
    expect(tried.publish).toBeGreaterThan(30)
    const waiting = await h.world.db
      .selectFrom('mails')
      .select('to_address')
      .where('kind', '=', 'proposal.ask')
      .execute()
    expect(waiting).toHaveLength(5)
  })

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
    await h.settle()
    for (const [name, peer] of [
      ['agree', cast.ana],
      ['agreed', cast.kofi],
    ] as const) {
      const link = linkIn(
        h.post.findLast((mail) => mail.to.address === peer.email),
        'agreement',
      )
      tried[name] = await crashEverywhere(h, name, () => h.submit(`${link}/acceptance`, { version: '1' }))
    }
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

  it('when mail is sent: each goes out once, but for a crash between the taking and the noting of it', async () => {
    await playPair(h, scene)
    const connection = await h.world.db.selectFrom('connections').select('id').executeTakeFirstOrThrow()
    await h.submit(`/initiatives/${scene.initiativeId}/connections/${connection.id}/times`, {}, scene.facilitator)
    const waiting = await h.world.db
      .selectFrom('mails')
      .select(['id', 'message_id'])
      .where('state', '=', 'queued')
      .execute()
    expect(waiting).toHaveLength(2)
    let [point, reached, twice] = [0, 1, 0]
    while (point <= reached) {
      point += 1
      await h.world.db
        .updateTable('mails')
        .set({ state: 'queued' })
        .where(
          'id',
          'in',
          waiting.map(({ id }) => id),
        )
        .execute()
      h.post.length = 0
      armFault({ at: point, kind: 'throw' })
      await deliverDueMail(h.world).catch(() => undefined)
      const calls = faultCalls()
      reached = Math.max(reached, calls.length)
      const isNoting = calls[point - 1]?.startsWith('update "mails" set "state" = $1, "sent_at"') ?? false
      disarmFaults()
      await deliverDueMail(h.world)
      const mails = await h.world.db.selectFrom('mails').select('state').where('kind', '=', 'times.ask').execute()
      expect(
        mails.map((mail) => mail.state),
        `after a crash at point ${point}`,
      ).toEqual(['sent', 'sent'])
      const taken = waiting.map(({ message_id: id }) => h.post.filter((mail) => mail.messageId === id).length)
      expect(
        taken.toSorted((a, b) => a - b),
        `after a crash at point ${point}`,
      ).toEqual(isNoting ? [1, 2] : [1, 1])
      if (isNoting) twice += 1
    }
    tried.send = point - 1
    expect(twice).toBe(2)
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
