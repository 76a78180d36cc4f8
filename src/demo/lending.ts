import {
  answerReport,
  giveAuthority,
  type ReportAnswer,
  sendReport,
  settleCall,
} from '../features/authority/actions.ts'
import { words as authorityWords } from '../features/authority/words.ts'
import type { Actor } from '../platform/work.ts'
import { answers } from './answers.ts'
import { type PeerKey, peers, peerKeys } from './cast.ts'
import { type AskingMail, openLink } from './mailbox.ts'
import type { Company } from './opening.ts'
import { type HomeOrganisation, organisations } from './organisations.ts'
import type { Stage } from './stage.ts'

/** Until which day of the story somebody's organisation lends their time; a year where none is named. */
const endsOnDay: Partial<Record<PeerKey, number>> = {
  kofi: 128,
  aoife: 140,
  salma: 133,
  grace: 150,
  diego: 198,
  hannah: 207,
  awa: 192,
  nadia: 164,
  adaeze: 172,
  luc: 204,
}

/** On which day of the story a report about somebody goes to the organisation, and what comes back. */
const reports: { day: number; about: PeerKey; answer: ReportAnswer['answer'] | 'nothing' }[] = [
  { day: 99, about: 'kofi', answer: 'renew' },
  { day: 100, about: 'aoife', answer: 'change' },
  { day: 101, about: 'salma', answer: 'renew' },
  { day: 121, about: 'grace', answer: 'renew' },
  { day: 122, about: 'ana', answer: 'call' },
  { day: 143, about: 'nadia', answer: 'nothing' },
  { day: 149, about: 'adaeze', answer: 'renew' },
  { day: 171, about: 'luc', answer: 'renew' },
  { day: 176, about: 'yasmin', answer: 'call' },
  { day: 178, about: 'awa', answer: 'nothing' },
]

/** Nobody has been asked yet about these. */
const withoutAuthority = new Set<PeerKey>([
  'rodrigo',
  'tunde',
  'ignacio',
  'rachid',
  'musa',
  'gabriel',
  'mary',
  'nasrin',
])

function headOf(key: PeerKey): HomeOrganisation['head'] {
  const home = Object.values<HomeOrganisation>(organisations).find(({ name }) => name === peers[key].organisation)
  if (!home) throw new Error(`${key} works nowhere.`)
  return home.head
}

/** Working days on which the letters of authority come in, six a day. */
const lendingDays = [23, 24, 25, 28, 29, 30, 31]

/** Youssef notes who lends whose time, a few each day, as the letters come in; and sends the reports. */
export function planLending(stage: Stage, { youssef }: Company): void {
  const lent = peerKeys.filter((key) => !withoutAuthority.has(key))
  for (const [index, key] of lent.entries()) {
    stage.agenda.add(stage.day(lendingDays[Math.floor(index / 6)] ?? 36, 11, (index % 6) * 7), `lend ${key}`, () =>
      lend(stage, youssef.actor, key),
    )
  }
  for (const { day, about } of reports) {
    stage.agenda.add(stage.day(day, 14, 10), `report ${about}`, () => report(stage, youssef.actor, about))
  }
}

async function lend(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const { agencyId, initiativeId } = stage
  const head = headOf(key)
  await stage.act(actor, (work) =>
    giveAuthority(
      work,
      { agencyId, initiativeId, personId: stage.peer(key).personId },
      {
        authoriserName: head.name,
        authoriserEmail: head.email,
        authoriserTitle: head.title,
        locale: head.locale,
        hoursPerMonth: answers[key].hours,
        startsOn: stage.dayOn(14),
        endsOn: stage.dayOn(endsOnDay[key] ?? 14 + 365),
      },
    ),
  )
}

/** What an organisation lends of somebody's time at present. */
export function lentHours(stage: Stage, key: PeerKey) {
  return stage.db
    .selectFrom('authorities')
    .selectAll()
    .where('person_id', '=', stage.peer(key).personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}
export type LentHours = NonNullable<Awaited<ReturnType<typeof lentHours>>>

const reportNotes = {
  en: 'Here is what came of the hours you lent. If anything is unclear, call me any weekday morning. Youssef Karimi',
  fr: 'Voici ce que sont devenues les heures que vous avez prêtées. Je suis joignable chaque matin. Youssef Karimi',
}

async function report(stage: Stage, actor: Actor, about: PeerKey): Promise<void> {
  const lent = await lentHours(stage, about)
  if (!lent) return
  const note = stage.settings.confide('reportNote', about, reportNotes[headOf(about).locale])
  await stage.attempt(actor, (work) => sendReport(work, lent.id, note, authorityWords('en')))
}

/** An authoriser opens the one page and answers, or lets it lie. */
export function readReport(stage: Stage, mail: AskingMail, { youssef }: Company): void {
  const told = reports.findLast(({ day, about }) => headOf(about).email === mail.to && day <= stage.dayNumber)
  if (!told || told.answer === 'nothing' || mail.purpose !== 'report') return
  const { about, answer } = told
  const head = headOf(about)
  const { zone } = peers[about]
  stage.plan(mail.at.add({ hours: 20 + stage.chance('report', mail.key).int(60) }), zone, mail.key, async () => {
    const link = await openLink(stage, mail)
    const reportId = link?.subjectId
    if (!reportId) return
    const actor: Actor = { kind: 'authoriser', id: null, name: head.name, agencyId: stage.agencyId }
    const said = answerFor(stage, about, answer)
    const done = await stage.attempt(actor, (work) => answerReport(work, reportId, said, authorityWords(head.locale)))
    if (done && answer === 'call' && about === 'ana') planCall(stage, youssef.actor, reportId)
  })
}

function answerFor(stage: Stage, about: PeerKey, answer: ReportAnswer['answer']): ReportAnswer {
  const note = (text: string) => stage.settings.confide('authoriserNote', about, text)
  const until = stage.dayOn(stage.dayNumber + 183)
  const { hours } = answers[about]
  if (answer === 'call')
    return { answer, note: note('Good to see. Before the new year I would like to hear what we can expect of it.') }
  if (answer === 'change')
    return {
      answer,
      hoursPerMonth: Math.max(1, hours - 1),
      until,
      note: note('Budget season: an hour less until spring.'),
    }
  return { answer, hoursPerMonth: hours, until, note: '' }
}

function planCall(stage: Stage, actor: Actor, reportId: string): void {
  stage.plan(stage.now.add({ hours: 48 }), 'Europe/Lisbon', `call ${reportId.length} ana`, async () => {
    await stage.attempt(actor, (work) => settleCall(work, reportId))
  })
}
