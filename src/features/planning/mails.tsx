import { formatDate, formatMoment, formatTime, zoneLabel } from '../../platform/clock.ts'
import { chooseLocale, list, type Locale } from '../../platform/i18n/catalogue.ts'
import { makeLinks } from '../../platform/links/links.ts'
import { type WrittenMail, writeMails } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { isolate } from '../../ui/isolate.tsx'
import { button, facts, heading, paragraph, small } from '../../ui/mail/blocks.ts'
import { listSeries, readRecipients, type Recipient, type SeriesSession } from './series-store.ts'
import { seriesWords } from './series-words.ts'
import { type PlanRow, readSetting } from './store.ts'

/** Days the link stays good: an answer can be changed for as long as the season lasts. */
const linkDays = 200

/** The times of a season, or a reminder of them: one mail a peer for all their sessions. */
export async function sendSeries(
  work: Work,
  plan: PlanRow,
  personIds: readonly string[],
  step: 'ask' | 'remind',
): Promise<void> {
  const { initiative } = await readSetting(work.db, plan.id)
  const all = Map.groupBy(await listSeries(work.db, plan.id, personIds, work.now), ({ person_id }) => person_id)
  const people = (await readRecipients(work.db, personIds)).filter(({ id }) => all.has(id))
  const links = await makeLinks(
    work,
    people.map(({ id }) => ({
      agencyId: plan.agency_id,
      purpose: 'series',
      personId: id,
      subjectId: plan.id,
      days: linkDays,
    })),
  )
  const mails = people.map((person, place) =>
    written(plan, initiative, person, all.get(person.id) ?? [], links[place] ?? '', step),
  )
  await writeMails(work, mails)
}

function written(
  plan: PlanRow,
  initiative: string,
  person: Recipient,
  sessions: readonly SeriesSession[],
  link: string,
  step: 'ask' | 'remind',
): WrittenMail {
  const locale = chooseLocale(person.locale)
  const t = seriesWords(locale)
  const day = formatDate(locale, plan.answer_by_on)
  const title = titleOf(locale, sessions)
  return {
    kind: `series.${step}`,
    agencyId: plan.agency_id,
    to: { address: person.email, name: person.name, locale: person.locale, personId: person.id },
    subject: step === 'ask' ? title : t.remindSubject({ day }),
    preheader: t.preheader,
    blocks: [
      heading(title),
      paragraph(step === 'ask' ? t.lead({ initiative, day }) : t.remindLead({ initiative, day })),
      facts(
        sessions.map((session): [string, string] => [
          formatMoment(locale, person.zone, session.starts_at),
          session.others.map((one) => t.there(thereOf(locale, one, session.starts_at))).join(' '),
        ]),
      ),
      button(`${link}?pick=yes`, sessions.length === 1 ? t.yesToOne : t.yesToAll),
      button(link, t.someNot, { quiet: true }),
      small(t.calendarNote),
    ],
  }
}

/** 'Your four meetings with Kofi Mensah', or in all, where they are with several. */
export function titleOf(locale: Locale, sessions: readonly SeriesSession[]): string {
  const t = seriesWords(locale)
  const circles = new Map(sessions.map(({ connection_id, others }) => [connection_id, others]))
  const count = sessions.length
  const [only] = circles.values()
  if (circles.size !== 1 || !only) return t.titleAll({ count })
  return t.titleWith({
    count,
    names: list(
      locale,
      only.map(({ name }) => isolate(name)),
    ),
  })
}

export function thereOf(locale: Locale, one: { name: string; zone: string }, at: Temporal.Instant) {
  return { name: isolate(one.name), time: formatTime(locale, one.zone, at), zone: zoneLabel(locale, one.zone) }
}
