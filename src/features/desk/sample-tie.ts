import type { Tie, TieMember } from './tie.ts'

/** The moment sample connections are judged at. */
export const sampleNow = Temporal.Instant.from('2026-11-24T09:00:00Z')
export const sampleMoment = { now: sampleNow, today: Temporal.PlainDate.from('2026-11-24') }

/** So many days before that moment. */
export function ago(days: number): Temporal.Instant {
  return sampleNow.subtract({ hours: Math.round(days * 24) })
}

/** A pair in touch and looked after, with other facts where a test wants them. */
export function sampleTie(
  facts: Partial<Tie['connection']> = {},
  rest: Partial<Omit<Tie, 'connection' | 'members'>> = {},
  members: Partial<TieMember>[] = [{}, {}],
): Tie {
  return {
    connection: {
      id: 'a',
      state: 'active',
      watch_state: 'fresh',
      rhythm_days: 30,
      agreement_version: 1,
      proposed_at: ago(300),
      started_at: ago(298),
      watch_from_at: ago(298),
      last_contact_at: ago(5),
      last_touch_at: ago(10),
      stuck_at: null,
      review_on: null,
      closed_at: null,
      ...facts,
    },
    members: members.map((member, index) => ({
      personId: `p${index}`,
      name: `Peer ${index}`,
      locale: 'en',
      answer: 'yes',
      answerReason: '',
      agreedVersion: 1,
      isAlone: false,
      ...member,
    })),
    factors: { amber: 2, red: 4, lapsed: 8 },
    noTime: null,
    missed: null,
    seasonSilent: null,
    seasonClash: null,
    ...rest,
  }
}
