import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { formatDate, formatMoment } from '../../platform/clock.ts'
import { chooseLocale, type Locale, number } from '../../platform/i18n/catalogue.ts'
import { makeLinks } from '../../platform/links/links.ts'
import { writeMails, type WrittenMail } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { button, facts, heading, list, type MailBlock, paragraph, quote } from '../../ui/mail/blocks.ts'
import { isolate } from '../../ui/isolate.tsx'
import { calendarEntry, type Decided } from './calendar-entry.ts'
import { mailWords } from './mail-words.ts'
import type { Poll } from './store.ts'

/** Longer than a poll may look ahead and be kept. */
export const linkDays = 460

export interface Reader {
  id: string
  name: string
  email: string
  zone: string
  locale: string
}

type Words = ReturnType<typeof mailWords>

/** One mail to each reader, with their own address of the poll; `say` writes it in their language. */
async function mailReaders(
  work: Work,
  poll: Poll,
  readers: readonly Reader[],
  about: { kind: MailKind; key: string },
  say: (
    t: Words,
    reader: Reader,
    locale: Locale,
    link: string,
  ) => Pick<WrittenMail, 'subject' | 'preheader' | 'blocks' | 'calendar'>,
): Promise<void> {
  const links = await makeLinks(
    work,
    readers.map(({ id }) => ({ agencyId: poll.agency_id, purpose: 'pollAnswer', subjectId: id, days: linkDays })),
  )
  const mails = readers.map((reader, place): WrittenMail => {
    const locale = chooseLocale(reader.locale)
    const t = mailWords(locale)
    return {
      agencyId: poll.agency_id,
      kind: about.kind,
      to: { address: reader.email, name: reader.name, locale },
      why: t.why({ agency: poll.agency }),
      effectKey: `poll ${poll.id} ${about.key} ${reader.id}`,
      ...say(t, reader, locale, links[place] ?? ''),
    }
  })
  await writeMails(work, mails)
}

const onlyOf = (note: string): MailBlock[] => (note === '' ? [] : [quote(note)])

function factsOf(t: Words, poll: Poll, locale: Locale): MailBlock {
  const rows: [string, string][] = [[t.factLong, t.minutes({ count: number(locale, poll.minutes) })]]
  if (poll.place !== '') rows.push([t.factPlace, isolate(poll.place)])
  return facts(rows)
}

/** Asks for an answer: the first time, once more, or because the times are others now. */
export async function mailQuestion(
  work: Work,
  what: 'invite' | 'remind' | 'changed',
  poll: Poll,
  readers: readonly Reader[],
): Promise<void> {
  const key = what === 'invite' ? what : `${what} ${work.now.toString()}`
  await mailReaders(work, poll, readers, { kind: `poll.${what}`, key }, (t, reader, locale, link) => ({
    subject: { invite: t.askSubject, remind: t.remindSubject, changed: t.changedSubject }[what]({ title: poll.title }),
    preheader: t.askPreheader({ by: formatDate(locale, poll.answer_by_on) }),
    blocks: [
      heading(
        { invite: t.askHeading, remind: t.remindHeading, changed: t.changedHeading }[what]({ title: poll.title }),
      ),
      paragraph(t.askText({ agency: poll.agency, by: formatDate(locale, poll.answer_by_on) })),
      ...onlyOf(poll.note),
      factsOf(t, poll, locale),
      list(poll.times.map(({ startsAt }) => formatMoment(locale, reader.zone, startsAt))),
      button(link, t.askButton),
    ],
  }))
}

/** The way back to an answer, for who gave an address. */
export async function mailOwnLink(work: Work, poll: Poll, reader: Reader): Promise<void> {
  const about = { kind: 'poll.own' as const, key: `own ${work.now.toString()}` }
  await mailReaders(work, poll, [reader], about, (t, _reader, locale, link) => ({
    subject: t.ownSubject({ title: poll.title }),
    preheader: t.ownPreheader,
    blocks: [
      heading(t.ownHeading),
      paragraph(t.ownText({ title: isolate(poll.title), by: formatDate(locale, poll.answer_by_on) })),
      button(link, t.ownButton),
      paragraph(t.ownNotYou),
    ],
  }))
}

/** The time that was decided, its move, or its end, with the calendar part, in each reader's own zone. */
export async function mailDecision(
  work: Work,
  what: 'decided' | 'moved' | 'off',
  poll: Poll,
  decided: Decided,
  readers: readonly Reader[],
): Promise<void> {
  const method = what === 'off' ? 'CANCEL' : 'REQUEST'
  const key = `${what} ${decided.uid} ${decided.sequence}`
  await mailReaders(work, poll, readers, { kind: `poll.${what}`, key }, (t, reader, locale, link) => {
    const when = formatMoment(locale, reader.zone, decided.startsAt)
    const there = formatMoment(locale, poll.zone, decided.startsAt)
    const rows: [string, string][] = [[t.factWhen, when]]
    if (there !== when) rows.push([t.factThere, there])
    return {
      subject: { decided: t.decidedSubject, moved: t.movedSubject, off: t.offSubject }[what]({
        title: poll.title,
        when,
      }),
      preheader: what === 'off' ? t.offText : t.decidedText,
      calendar: { method, text: calendarEntry(work.world.settings, method, poll, decided, reader, work.now) },
      blocks: [
        heading({ decided: t.decidedHeading, moved: t.movedHeading, off: t.offHeading }[what]({ title: poll.title })),
        facts(rows),
        factsOf(t, poll, locale),
        ...(what === 'off' ? [] : onlyOf(poll.note)),
        paragraph(what === 'off' ? t.offText : t.decidedText),
        ...(what === 'off' ? [] : [button(link, t.ownButton, { quiet: true })]),
      ],
    }
  })
}
