import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { formatMoment } from '../../platform/clock.ts'
import { chooseLocale, type Locale } from '../../platform/i18n/catalogue.ts'
import { makeLinks } from '../../platform/links/links.ts'
import type { WrittenMail } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { isolate } from '../../ui/isolate.tsx'
import { button, facts, heading, paragraph } from '../../ui/mail/blocks.ts'
import type { AgendaItem } from './agenda.ts'
import type { Letter } from './announcements.ts'
import { comingTexts, meetingFacts, programme } from './letter-parts.ts'
import { type MailWords, mailWords } from './mail-words.ts'
import type { Timed } from './meeting.ts'
import type { Place } from './place-store.ts'
import { readAgenda } from './store.ts'

/** Days for which the link of a mail stays good: the minutes are read through it too. */
const linkDays = 400

/** What one reader’s letter is written with. */
export interface Reader {
  t: MailWords
  locale: Locale
  place: Place
  meeting: Timed
  agenda: readonly AgendaItem[]
  /** The reader's own page of the meeting. */
  link: string
  when: string
  title: string
  facts: [string, string][]
}

export type Written = Pick<WrittenMail, 'subject' | 'preheader' | 'blocks'> & { effectKey?: string }

/** Letters about places people have, which carry the calendar entry: its keeper sends them. */
export async function lettersOf(
  work: Work,
  what: 'coming' | 'left' | 'moved' | 'cancelled',
  meeting: Timed,
  places: readonly Place[],
): Promise<{ place: Place; letter: Letter }[]> {
  const letters = await compose(work, `meeting.${what}`, meeting, places, { coming, left, moved, cancelled }[what])
  return places.map((place, index) => ({ place, letter: letters[index] as Letter }))
}

/** The same for one. */
export async function letterOf(
  work: Work,
  what: 'coming' | 'left' | 'moved' | 'cancelled',
  meeting: Timed,
  place: Place,
): Promise<Letter> {
  const [written] = await lettersOf(work, what, meeting, [place])
  if (!written) throw new Error('A letter needs a reader.')
  return written.letter
}

/** Writes to each of these people in their own language and zone, with a link to their own page of the meeting. */
export async function compose(
  work: Work,
  kind: MailKind,
  meeting: Timed,
  places: readonly Place[],
  write: (reader: Reader) => Written,
): Promise<WrittenMail[]> {
  if (places.length === 0) return []
  const agenda = await readAgenda(work.db, meeting.id)
  const links = await makeLinks(
    work,
    places.map((place) => ({
      agencyId: meeting.agency_id,
      purpose: 'meeting',
      personId: place.person_id,
      subjectId: meeting.id,
      days: linkDays,
    })),
  )
  return places.map((place, index) => {
    const locale = chooseLocale(place.locale)
    const t = mailWords(locale)
    // Whoever has no place is not told where to dial in.
    const how = place.state === 'coming' || kind === 'meeting.coming' ? place.how : null
    const reader = {
      t,
      locale,
      place,
      meeting,
      agenda,
      link: links[index] ?? '',
      when: formatMoment(locale, place.zone, meeting.starts_at),
      title: isolate(meeting.title),
      facts: meetingFacts(t, locale, place.zone, meeting, how),
    }
    return {
      agencyId: meeting.agency_id,
      kind,
      to: { address: place.email, name: place.name, locale: place.locale, personId: place.person_id },
      ...write(reader),
    }
  })
}

function coming(r: Reader): Written {
  return {
    subject: r.t.comingSubject({ title: r.title, when: r.when }),
    preheader: r.t.comingPreheader,
    blocks: [
      heading(r.t.comingHeading({ title: r.title })),
      facts(r.place.party_size > 1 ? [...r.facts, [r.t.party, String(r.place.party_size)]] : r.facts),
      ...comingTexts(r.t, r.meeting, r.place.how ?? 'online'),
      ...programme(r.t, r.locale, r.place.zone, r.meeting, r.agenda),
      paragraph(r.t.calendarText),
      button(r.link, r.t.change, { quiet: true }),
    ],
  }
}

function left(r: Reader): Written {
  return {
    subject: r.t.leftSubject({ title: r.title, when: r.when }),
    preheader: r.t.leftText,
    blocks: [heading(r.t.leftHeading), paragraph(r.t.leftText), button(r.link, r.t.change, { quiet: true })],
  }
}

function moved(r: Reader): Written {
  return {
    subject: r.t.movedSubject({ title: r.title, when: r.when }),
    preheader: r.t.movedText,
    blocks: [
      heading(r.t.movedHeading({ title: r.title })),
      facts(r.facts),
      paragraph(r.t.movedText),
      ...comingTexts(r.t, r.meeting, r.place.how ?? 'online'),
      ...programme(r.t, r.locale, r.place.zone, r.meeting, r.agenda),
      button(r.link, r.t.change, { quiet: true }),
    ],
  }
}

/** That it will not take place. */
export function cancelled(r: Reader): Written {
  return {
    subject: r.t.cancelledSubject({ title: r.title, when: r.when }),
    preheader: r.t.cancelledText,
    blocks: [heading(r.t.cancelledHeading({ title: r.title })), paragraph(r.t.cancelledText)],
  }
}

/** A moment in the reader’s own zone. */
export function momentOf(r: Reader, at: Temporal.Instant): string {
  return formatMoment(r.locale, r.place.zone, at)
}
