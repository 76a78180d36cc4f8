import { answerWords } from '../features/polls/answer-words.ts'
import { createPoll } from '../features/polls/actions.ts'
import { changeAnswer } from '../features/polls/answering.ts'
import { invite, shareLink } from '../features/polls/inviting.ts'
import type { Level } from '../features/polls/ranking.ts'
import { timeKey } from '../platform/web/time-key.ts'
import { words } from '../features/polls/words.ts'
import type { Actor } from '../platform/work.ts'
import type { Company } from './opening.ts'
import type { Stage } from './stage.ts'

interface Guest {
  name: string
  email: string
  zone: string
  locale: string
  /** When they answer, and what to each time; null where they have not yet. */
  answer: { day: number; levels: Level[] } | null
}

const guests: Guest[] = [
  {
    name: 'Efua Asante',
    email: 'efua@visits.example',
    zone: 'Africa/Accra',
    locale: 'en',
    answer: { day: 178, levels: ['yes', 'no', 'yes', 'maybe'] },
  },
  {
    name: 'Martín Salas',
    email: 'martin@interpreters.example',
    zone: 'America/Bogota',
    locale: 'en',
    answer: { day: 179, levels: ['no', 'maybe', 'yes', 'yes'] },
  },
  {
    name: 'Hélène Roux',
    email: 'helene@fund.example',
    zone: 'Europe/Paris',
    locale: 'fr',
    answer: { day: 180, levels: ['yes', 'yes', 'maybe', 'no'] },
  },
  { name: '', email: 'desk@airline.example', zone: 'Europe/Lisbon', locale: 'en', answer: null },
]

/** A host, an interpreter and a funder, who are no peers, say when they could prepare the visit; one has not said yet. */
export function planGuests(stage: Stage, { youssef }: Company): void {
  stage.agenda.add(stage.day(177, 10, 50), 'poll', () => ask(stage, youssef.actor))
}

async function ask(stage: Stage, actor: Actor): Promise<void> {
  const { agencyId, initiativeId } = stage
  const times = [stage.day(189, 10), stage.day(190, 10), stage.day(190, 15), stage.day(191, 16)]
  const text = {
    title: 'Preparing the visit to Kumasi',
    note: 'Rooms, interpreters and who pays what: an hour is enough.',
    minutes: 60,
    place: '',
    zone: 'Europe/Lisbon',
    showsNames: true,
    answerByOn: stage.dayOn(187),
  }
  const pollId = await stage.act(actor, (work) =>
    createPoll(work, { agencyId, initiativeId, locale: 'en' }, text, times),
  )
  await stage.act(actor, (work) => shareLink(work, pollId))
  await stage.act(actor, (work) => invite(work, pollId, guests, words('en')))
  for (const guest of guests) if (guest.answer) planAnswer(stage, pollId, guest, guest.answer, times)
}

function planAnswer(
  stage: Stage,
  pollId: string,
  guest: Guest,
  { day, levels }: NonNullable<Guest['answer']>,
  times: readonly Temporal.Instant[],
): void {
  stage.plan(stage.moment(day, 9, guest.zone), guest.zone, `poll ${guest.email}`, async () => {
    const person = await stage.db
      .selectFrom('poll_people')
      .select('id')
      .where('poll_id', '=', pollId)
      .where('email', '=', guest.email)
      .executeTakeFirstOrThrow()
    const said = new Map(times.map((time, place) => [timeKey(time), levels[place] ?? 'no']))
    const actor: Actor = { kind: 'peer', id: null, name: '', agencyId: stage.agencyId }
    await stage.attempt(actor, (work) =>
      changeAnswer(work, person.id, { ...guest, levels: said }, answerWords(guest.locale)),
    )
  })
}
