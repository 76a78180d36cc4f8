import { beforeEach, describe, expect, it } from 'vitest'
import { asGoogle, asOutlook, invitationIn } from '../../../test/calendar-answer.ts'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { type MeetingPeer, type PlayedMeeting, playMeeting, taken } from '../../../test/meeting.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { receiveMail } from '../../platform/mail/in/receive.ts'
import { leaveParticipation, pauseParticipation } from '../initiatives/actions.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test' })
let scene: Scene

/** Ana has the one place in the room, Kofi waits for it. */
async function playFull(): Promise<PlayedMeeting> {
  const at = await playMeeting(h, scene, { roomCapacity: 1 })
  await at.say('ana', {})
  await at.say('kofi', {})
  await h.settle()
  return at
}

beforeEach(async () => {
  scene = await playAgency(h)
})

const entryOf = (who: MeetingPeer) =>
  invitationIn(h.post.findLast((mail) => mail.to.address === cast[who].email && mail.calendar))
const told = () => Object.fromEntries(h.post.map((mail) => [mail.to.address, mail.calendar?.method ?? 'no entry']))

async function arrive(mail: string): Promise<void> {
  h.post.length = 0
  await receiveMail(h.world, Buffer.from(mail))
  await h.settle()
}

describe('an answer that a calendar sends about a group meeting', () => {
  it('gives the place up with a no: told once, and the place goes to the first in the queue', async () => {
    const at = await playFull()
    const entry = entryOf('ana')
    await arrive(asGoogle(entry, { partstat: 'DECLINED' }))
    expect(await at.states()).toMatchObject({ ana: 'left', kofi: 'offered' })
    expect(h.post).toHaveLength(2)
    expect(told()).toEqual({ [cast.ana.email]: 'CANCEL', [cast.kofi.email]: 'no entry' })
    await arrive(asOutlook(entry, { partstat: 'DECLINED', stamp: '20261124T090500Z' }))
    expect(h.post).toEqual([])
    expect(await at.states()).toMatchObject({ ana: 'left', kofi: 'offered' })
  })

  it('changes nothing else with a yes of who has the place, nor with another time', async () => {
    const at = await playFull()
    const entry = entryOf('ana')
    await arrive(asOutlook(entry))
    expect(h.post).toEqual([])
    await arrive(
      asOutlook(entry, {
        method: 'COUNTER',
        partstat: 'TENTATIVE',
        stamp: '20261124T090500Z',
        dtstart: 'DTSTART:20261210T150000Z',
      }),
    )
    expect(h.post).toEqual([])
    expect(await at.states()).toMatchObject({ ana: 'coming', kofi: 'waiting 1' })
    const session = await h.world.db.selectFrom('sessions').select('starts_at').executeTakeFirstOrThrow()
    expect(String(session.starts_at)).toBe('2026-12-03T14:00:00Z')
  })

  it('counts from the page that words without a calendar are answered with, too', async () => {
    const at = await playFull()
    const { organiser } = entryOf('ana')
    await arrive(
      `From: ${cast.ana.email}\r\nTo: ${organiser}\r\nMessage-ID: <words@mail.example>\r\n\r\nI cannot come.`,
    )
    const page = linkIn(mailTo(h, cast.ana), 'reply')
    h.post.length = 0
    const answer = await h.submit(page, { reply: 'no' })
    taken(answer)
    await h.settle()
    expect(await at.states()).toMatchObject({ ana: 'left', kofi: 'offered' })
    expect(h.post).toHaveLength(2)
    expect(told()).toMatchObject({ [cast.ana.email]: 'CANCEL' })
    expect(await wordsOf(h.get(answer.headers.get('location') ?? ''))).toContain('Your place is free for somebody else')
  })

  it('leaves nobody with a place and without it when it crosses with the page of the meeting', async () => {
    const at = await playFull()
    const entry = entryOf('ana')
    await Promise.all([arrive(asGoogle(entry, { partstat: 'DECLINED' })), at.say('kofi', { how: null })])
    expect(await at.states()).toMatchObject({ ana: 'left', kofi: 'left' })
  })
})

describe('who takes no more part', () => {
  const partOf = async (at: PlayedMeeting, who: MeetingPeer) => {
    const part = await h.world.db
      .selectFrom('participations')
      .select('id')
      .where('person_id', '=', at.people[who])
      .executeTakeFirstOrThrow()
    return part.id
  }

  it('gives up the places in meetings to come, told once each, and the next in the queue is offered it', async () => {
    const at = await playFull()
    const part = await partOf(at, 'ana')
    h.post.length = 0
    await h.change((work) => leaveParticipation(work, part))
    await h.settle()
    expect(await at.states()).toMatchObject({ ana: 'left', kofi: 'offered', leila: 'asked' })
    expect(h.post).toHaveLength(2)
    expect(told()).toEqual({ [cast.ana.email]: 'CANCEL', [cast.kofi.email]: 'no entry' })
  })

  it('keeps the places in meetings after a pause', async () => {
    const at = await playFull()
    const part = await partOf(at, 'ana')
    await h.change((work) => pauseParticipation(work, part, Temporal.PlainDate.from('2026-12-01')))
    expect(await at.states()).toMatchObject({ ana: 'coming' })
    await h.change((work) => pauseParticipation(work, part, Temporal.PlainDate.from('2026-12-20')))
    expect(await at.states()).toMatchObject({ ana: 'left', kofi: 'offered' })
  })

  it('is taken out of the queue, and is no longer asked', async () => {
    const at = await playFull()
    for (const who of ['kofi', 'leila'] as const) {
      const part = await partOf(at, who)
      await h.change((work) => leaveParticipation(work, part))
    }
    expect(await at.states()).toMatchObject({ ana: 'coming', kofi: 'left', leila: 'declined' })
  })
})
