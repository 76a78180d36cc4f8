import { expect } from 'vitest'
import { answerInvitation, type Answer } from '../src/features/activities/answering.ts'
import { invitePeople, makeMeeting, type Asked } from '../src/features/activities/actions.ts'
import { peerWords } from '../src/features/activities/peer-words.ts'
import { words } from '../src/features/activities/words.ts'
import { cast } from './cast.ts'
import { type Harness, linkIn } from './harness.ts'
import { mailTo } from './pair.ts'
import { playPeer, type Scene } from './scene.ts'

/** A hybrid meeting in a week, of four seats in the room and three places online. */
export const hybridAsked: Asked & { startsAt: Temporal.Instant } = {
  tool: 'large group meeting',
  title: 'What the auditors read',
  purpose: 'Three findings, and what came of them.',
  startsAt: Temporal.Instant.from('2026-12-03T14:00:00Z'),
  zone: 'Europe/Lisbon',
  minutes: 60,
  mode: 'hybrid',
  place: 'Casa do Rossio Novo, room 2',
  roomCapacity: 4,
  link: 'https://perennial.test/secret-room',
  telephone: '+351 21 000 00 00',
  onlineCapacity: 3,
  languages: ['en'],
  answerBy: null,
  mostParty: 1,
  namesShown: false,
}

export const meetingCast = ['ana', 'kofi', 'leila', 'luc', 'grace', 'amadou'] as const
export type MeetingPeer = (typeof meetingCast)[number]

export interface PlayedMeeting {
  id: string
  path: string
  people: Record<MeetingPeer, string>
  /** The peer's own page of the meeting, by the link of their invitation. */
  page(who: MeetingPeer): string
  /** Sends the form of the peer's page. */
  answer(who: MeetingPeer, answer: string, more?: Record<string, string>): Promise<Response>
  /** Answers through the action, as one transaction. */
  say(who: MeetingPeer, answer: Partial<Answer>): Promise<void>
  /** Each peer's state, as 'coming', 'waiting 2'. */
  states(): Promise<Partial<Record<MeetingPeer, string>>>
}

/** A meeting to which six peers are invited; their mails have arrived. */
export async function playMeeting(h: Harness, scene: Scene, asked: Partial<Asked> = {}): Promise<PlayedMeeting> {
  const people = {} as PlayedMeeting['people']
  for (const name of meetingCast) people[name] = (await playPeer(h, scene, cast[name])).personId
  const where = { agencyId: scene.agencyId, initiativeId: scene.initiativeId }
  const id = await h.change((work) => makeMeeting(work, where, { ...hybridAsked, ...asked }))
  await h.change((work) => invitePeople(work, id, Object.values(people), words('en')))
  await h.settle()
  const pages = new Map(meetingCast.map((who) => [who, linkIn(mailTo(h, cast[who]), 'meeting')]))
  const page = (who: MeetingPeer) => pages.get(who) ?? ''
  return {
    id,
    path: `/initiatives/${scene.initiativeId}/meetings/${id}`,
    people,
    page,
    async answer(who, answer, more = {}) {
      const response = await h.submit(`${page(who)}/answer`, { answer, ...more })
      await h.settle()
      return response
    },
    say: (who, answer) =>
      h.change((work) =>
        answerInvitation(work, id, people[who], { how: 'room', party: 1, companions: '', ...answer }, peerWords('en')),
      ),
    async states() {
      const rows = await h.world.db
        .selectFrom('activity_places')
        .select(['person_id', 'state', 'how'])
        .where('activity_id', '=', id)
        .orderBy('queue_number', (order) => order.asc().nullsFirst())
        .execute()
      const waiting: Record<string, number> = {}
      return Object.fromEntries(
        rows.map(({ person_id, state, how }) => {
          const name = meetingCast.find((one) => people[one] === person_id) ?? person_id
          if (state !== 'waiting') return [name, state]
          waiting[how ?? ''] = (waiting[how ?? ''] ?? 0) + 1
          return [name, `waiting ${waiting[how ?? '']}`]
        }),
      )
    },
  }
}

/** Fails unless a form was taken. */
export function taken(response: Response): void {
  expect(response.status).toBe(303)
}
