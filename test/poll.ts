import { createPoll } from '../src/features/polls/actions.ts'
import { invite, shareLink } from '../src/features/polls/inviting.ts'
import type { PollText } from '../src/features/polls/store.ts'
import { timeKey } from '../src/platform/web/time-key.ts'
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

/** An open poll of three times, or of others, with one address to pass on. */
export async function playPoll(
  h: Harness,
  scene: Scene,
  differing: Partial<PollText> = {},
  times = pollTimes.map((time) => Temporal.Instant.from(time)),
) {
  const { agencyId, initiativeId } = scene
  const of = { agencyId, initiativeId, locale: 'en' }
  const pollId = await h.change((work) => createPoll(work, of, { ...visit, ...differing }, times))
  const shared = new URL(await h.change((work) => shareLink(work, pollId))).pathname
  const rows = await h.world.db
    .selectFrom('poll_times')
    .select('id')
    .where('poll_id', '=', pollId)
    .orderBy('starts_at')
    .execute()
  return {
    pollId,
    shared,
    keys: times.map(timeKey),
    timeIds: rows.map(({ id }) => id),
    page: `/initiatives/${initiativeId}/polls/${pollId}`,
  }
}

/** A poll of one time, the first of `pollTimes`, as the form sends it. */
export const pollFields = {
  title: 'Preparing the visit',
  note: '',
  minutes: '45',
  place: '',
  zone: 'Africa/Accra',
  showsNames: 'yes',
  'answerBy.d': '30',
  'answerBy.m': '11',
  'answerBy.y': '2026',
  'day.1.d': '2',
  'day.1.m': '12',
  'day.1.y': '2026',
  'time.1': '10:00',
}

/** An answer as the page sends it: levels in the order of the times, by their keys; '' leaves one open. */
export function answerFields(keys: readonly string[], levels: readonly string[], differing = {}) {
  const given = keys.flatMap((key, place): [string, string][] =>
    levels[place] ? [[`answer.${key}`, levels[place]]] : [],
  )
  return {
    name: 'Ana Ruiz',
    email: '',
    zone: 'America/Bogota',
    times: keys.join(' '),
    ...Object.fromEntries(given),
    ...differing,
  }
}

/** Invites an address, without settling the mail. */
export function inviteTo(h: Harness, pollId: string, email: string, name = ''): Promise<number> {
  return h.change((work) => invite(work, pollId, [{ name, email }], words('en')))
}
