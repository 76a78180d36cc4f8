import { formatDate, formatMoment, formatTime } from '../../platform/clock.ts'
import { list, type Locale, number } from '../../platform/i18n/catalogue.ts'
import { languageName } from '../../platform/i18n/names.ts'
import { isolate } from '../../ui/isolate.tsx'
import { list as listed, type MailBlock, paragraph } from '../../ui/mail/blocks.ts'
import { type AgendaItem, timed } from './agenda.ts'
import type { MailWords } from './mail-words.ts'
import type { Timed } from './meeting.ts'
import type { How } from './seats.ts'
import type { Decision } from './store.ts'

/** When, how long and where, in the reader's own zone and, where that differs, the organiser's. */
export function meetingFacts(
  t: MailWords,
  locale: Locale,
  zone: string,
  meeting: Timed,
  how: How | null,
): [string, string][] {
  const rows: [string, string][] = [[t.when, formatMoment(locale, zone, meeting.starts_at)]]
  if (isElsewhere(zone, meeting)) rows.push([t.whenThere, formatMoment(locale, meeting.zone, meeting.starts_at)])
  rows.push([t.long, t.minutes({ count: number(locale, meeting.minutes) })])
  if (how !== 'online' && meeting.place !== '') rows.push([t.where, isolate(meeting.place)])
  if (how === 'online' && meeting.link !== '') rows.push([t.link, meeting.link])
  if (how === 'online' && meeting.telephone !== '') rows.push([t.telephone, meeting.telephone])
  if (meeting.languages.length > 0)
    rows.push([
      t.languages,
      list(
        locale,
        meeting.languages.map((code) => languageName(locale, code)),
      ),
    ])
  return rows
}

/** Whether the organiser's clock shows another time than the reader's. */
export function isElsewhere(zone: string, meeting: Timed): boolean {
  const offset = (of: string) => meeting.starts_at.toZonedDateTimeISO(of).offset
  return offset(zone) !== offset(meeting.zone)
}

/** What somebody who comes should know, by the way they come. */
export function comingTexts(t: MailWords, meeting: Timed, how: How): MailBlock[] {
  const isHybrid = meeting.mode === 'hybrid'
  if (how === 'room') return [paragraph(isHybrid ? t.hybridRoomText : t.roomText)]
  const texts = [paragraph(isHybrid ? t.hybridOnlineText : t.onlineText)]
  if (meeting.link !== '' && meeting.telephone !== '')
    texts.push(paragraph(t.telephoneText({ telephone: meeting.telephone })))
  return texts
}

/** The programme with times in the reader's zone; nothing where there is none. */
export function programme(
  t: MailWords,
  locale: Locale,
  zone: string,
  meeting: Timed,
  agenda: readonly AgendaItem[],
): MailBlock[] {
  if (agenda.length === 0) return []
  const lines = timed(meeting.starts_at, agenda).map(({ startsAt, title, who }) => {
    const time = formatTime(locale, zone, startsAt)
    return who === ''
      ? t.item({ time, title: isolate(title) })
      : t.itemWho({ time, title: isolate(title), who: isolate(who) })
  })
  return [paragraph(t.programme), listed(lines)]
}

/** One line for a decision: what, who, by when. */
export function decisionLine(t: MailWords, locale: Locale, { what, who, byOn }: Decision): string {
  const on = byOn === null ? '' : formatDate(locale, byOn)
  if (who !== '') return byOn === null ? t.decisionBy({ what, who }) : t.decisionByOn({ what, who, on })
  return byOn === null ? t.decision({ what }) : t.decisionOn({ what, on })
}
