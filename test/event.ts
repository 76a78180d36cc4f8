import { beforeEach, expect } from 'vitest'
import { type CastMember, cast } from './cast.ts'
import type { Harness } from './harness.ts'
import { wordsOf } from './page.ts'
import { playAgency, playPeer, type Scene } from './scene.ts'

export type CastName = keyof typeof cast
export const castNames = Object.keys(cast) as CastName[]

export interface PlayedEvent {
  scene: Scene
  engagementId: string
  /** Person ids by their name in the cast: all twelve attended. */
  people: Record<CastName, string>
  /** Address of the event's seatings. */
  list: string
}

/** A founding event in Lisbon with the whole cast. */
export async function playEvent(h: Harness): Promise<PlayedEvent> {
  const scene = await playAgency(h)
  const engagementId = await addEvent(h, scene)
  const people = {} as Record<CastName, string>
  for (const name of castNames) people[name] = await playAttendee(h, scene, engagementId, cast[name])
  return {
    scene,
    engagementId,
    people,
    list: `/initiatives/${scene.initiativeId}/engagements/${engagementId}/seatings`,
  }
}

async function addEvent(h: Harness, scene: Scene): Promise<string> {
  const { id } = await h.world.db
    .insertInto('engagements')
    .values({
      agency_id: scene.agencyId,
      initiative_id: scene.initiativeId,
      title: 'Lisbon',
      starts_on: Temporal.PlainDate.from('2026-11-24'),
      ends_on: Temporal.PlainDate.from('2026-11-26'),
      created_at: h.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function playAttendee(h: Harness, scene: Scene, engagementId: string, member: CastMember) {
  const { personId } = await playPeer(h, scene, member)
  await h.world.db
    .insertInto('attendances')
    .values({ engagement_id: engagementId, person_id: personId, attended: true })
    .execute()
  return personId
}

/** The form of a new seating for twelve: three rounds at four tables of three, at 14:00 on the first day. */
export const seatingFields = {
  title: 'Speed rounds',
  'startsOn.d': '24',
  'startsOn.m': '11',
  'startsOn.y': '2026',
  startsAt: '14:00',
  rounds: '3',
  least: '3',
  most: '3',
  minutes: '10',
  changeMinutes: '2',
  countsTables: 'yes',
  countsConnections: 'yes',
  countsOrganisations: 'yes',
}

export interface Table {
  event: PlayedEvent
  /** Address of the seating. */
  path: string
  /** The words of one of its pages. */
  look(page?: string): Promise<string>
  post(page: string, fields?: Record<string, string | string[]>): Promise<Response>
  /** Sends a form and reads the page it leads to. */
  doAndLook(page: string, fields?: Record<string, string | string[]>): Promise<string>
  /** Sends a form that must be refused, and reads why. */
  refused(page: string, fields?: Record<string, string | string[]>): Promise<string>
  ids(...names: CastName[]): string[]
  /** Everybody's tables, round by round, as the plan that holds has them. */
  seats(): Promise<string[][][]>
}

/** A fresh event with a seating of the whole cast before each test of a file. */
export function useSeating(h: Harness, fields: Partial<typeof seatingFields> = {}): Table {
  const at: Table = {
    event: {} as PlayedEvent,
    path: '',
    look: (page = '') => wordsOf(h.get(`${at.path}${page}`, at.event.scene.facilitator)),
    post: (page, sent = {}) => h.submit(`${at.path}${page}`, sent, at.event.scene.facilitator),
    async doAndLook(page, sent) {
      const answer = await at.post(page, sent)
      expect(answer.status).toBe(303)
      return wordsOf(h.get(answer.headers.get('location') ?? '', at.event.scene.facilitator))
    },
    async refused(page, sent) {
      const answer = await at.post(page, sent)
      expect(answer.status).toBe(422)
      return wordsOf(answer)
    },
    ids: (...names) => names.map((name) => at.event.people[name]),
    async seats() {
      const rows = await h.world.db
        .selectFrom('seating_tables')
        .innerJoin('seatings', 'seatings.plan_id', 'seating_tables.plan_id')
        .select(['round', 'number', 'person_ids'])
        .where('seatings.id', '=', at.path.split('/').at(-1) ?? '')
        .orderBy('round')
        .orderBy('number')
        .execute()
      return [...Map.groupBy(rows, ({ round }) => round).values()].map((tables) =>
        tables.map(({ person_ids }) => person_ids),
      )
    },
  }
  beforeEach(async () => {
    at.event = await playEvent(h)
    const people = Object.values(at.event.people)
    const answer = await h.submit(at.event.list, { ...seatingFields, ...fields, people }, at.event.scene.facilitator)
    expect(answer.status).toBe(303)
    at.path = (answer.headers.get('location') ?? '').replace(/\?.*/, '')
  })
  return at
}
