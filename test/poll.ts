import { createPoll } from '../src/features/polls/actions.ts'
import { invite, shareLink } from '../src/features/polls/inviting.ts'
import type { PollText } from '../src/features/polls/store.ts'
import { words } from '../src/features/polls/words.ts'
import type { Harness } from './harness.ts'
import type { Scene } from './scene.ts'

const visit: PollText = {
  title: 'Preparing the visit to Kumasi',
  note: 'Half an hour with the host is enough.',
  minutes: 45,
  place: 'https://meet.example/kumasi',
  zone: 'Africa/Accra',
  showsNames: true,
  answerByOn: Temporal.PlainDate.from('2026-11-30'),
}

export const pollTimes = ['2026-12-02T10:00:00Z', '2026-12-02T20:00:00Z', '2026-12-03T10:00:00Z']

/** An open poll of three times, with one address to pass on. */
export async function playPoll(h: Harness, scene: Scene, differing: Partial<PollText> = {}) {
  const { agencyId, initiativeId } = scene
  const times = pollTimes.map((time) => Temporal.Instant.from(time))
  const of = { agencyId, initiativeId, locale: 'en' }
  const pollId = await h.change((work) => createPoll(work, of, { ...visit, ...differing }, times))
  const shared = new URL(await h.change((work) => shareLink(work, pollId))).pathname
  const rows = await h.world.db
    .selectFrom('poll_times')
    .select('id')
    .where('poll_id', '=', pollId)
    .orderBy('starts_at')
    .execute()
  return { pollId, shared, timeIds: rows.map(({ id }) => id), page: `/initiatives/${initiativeId}/polls/${pollId}` }
}

/** An answer as the page sends it: levels in the order of the times; '' leaves one open. */
export function answerFields(timeIds: readonly string[], levels: readonly string[], differing = {}) {
  const given = timeIds.flatMap((id, place): [string, string][] =>
    levels[place] ? [[`answer.${id}`, levels[place]]] : [],
  )
  return {
    name: 'Ana Ruiz',
    email: '',
    zone: 'America/Bogota',
    time: [...timeIds],
    ...Object.fromEntries(given),
    ...differing,
  }
}

/** Invites an address, without settling the mail. */
export function inviteTo(h: Harness, pollId: string, email: string, name = ''): Promise<number> {
  return h.change((work) => invite(work, pollId, [{ name, email }], words('en')))
}
