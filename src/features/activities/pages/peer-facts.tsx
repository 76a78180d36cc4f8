import type { FC } from 'hono/jsx'
import { formatMoment, formatTime } from '../../../platform/clock.ts'
import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { SummaryList, type SummaryRow } from '../../../ui/lists.tsx'
import { Prose, Section } from '../../../ui/sections.tsx'
import { type AgendaItem, timed } from '../agenda.ts'
import { decisionLine, isElsewhere } from '../letter-parts.ts'
import { mailWords } from '../mail-words.ts'
import type { Timed } from '../meeting.ts'
import { peerWords } from '../peer-words.ts'
import type { Place } from '../place-store.ts'
import type { Decision } from '../store.ts'

interface FactsProps {
  locale: Locale
  zone: string
  meeting: Timed
  place: Place
  agenda: AgendaItem[]
}

/** When, where and what; the link and the telephone only for who has a place at a distance. */
export const MeetingFacts: FC<FactsProps> = ({ locale, zone, meeting, place, agenda }) => {
  const t = peerWords(locale)
  return (
    <>
      <Section id="facts" title={<bdi>{meeting.title}</bdi>}>
        {meeting.purpose !== '' && <Prose text={meeting.purpose} />}
        <SummaryList rows={factsOf(locale, zone, meeting, place)} />
      </Section>
      {agenda.length > 0 && (
        <Section id="programme" title={t.programme}>
          <ol class="lines">
            {timed(meeting.starts_at, agenda).map((item) => (
              <li>
                <p>
                  <b class="num">{formatTime(locale, zone, item.startsAt)}</b> <bdi>{item.title}</bdi>
                </p>
                {item.who !== '' && (
                  <p class="small muted">
                    <bdi>{item.who}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

function factsOf(locale: Locale, zone: string, meeting: Timed, place: Place): SummaryRow[] {
  const t = peerWords(locale)
  const rows: SummaryRow[] = [{ label: t.when, value: formatMoment(locale, zone, meeting.starts_at) }]
  if (isElsewhere(zone, meeting))
    rows.push({ label: t.whenThere, value: formatMoment(locale, meeting.zone, meeting.starts_at) })
  rows.push({ label: t.long, value: t.minutes({ count: meeting.minutes }) })
  const isOnline = place.state === 'coming' && place.how === 'online'
  const isToJoin = isOnline && meeting.state !== 'cancelled' && meeting.state !== 'held'
  if (meeting.place !== '' && !isOnline) rows.push({ label: t.where, value: <bdi>{meeting.place}</bdi> })
  if (isToJoin && meeting.link !== '') rows.push({ label: t.link, value: <JoinLink href={meeting.link} /> })
  if (isToJoin && meeting.telephone !== '') rows.push({ label: t.telephone, value: <bdi>{meeting.telephone}</bdi> })
  if (meeting.mode !== 'room' && place.state !== 'coming' && meeting.state !== 'held')
    rows.push({ label: t.link, value: t.linkLater })
  const languages = meeting.languages.map((code) => languageName(locale, code))
  if (languages.length > 0) rows.push({ label: t.languages, value: list(locale, languages) })
  return rows
}

const JoinLink: FC<{ href: string }> = ({ href }) => (
  <a href={href} rel="noreferrer">
    <bdi>{href}</bdi>
  </a>
)

/** The names of those who come, where the organiser shows them, and otherwise that they are not shown. */
export const WhoComes: FC<{ locale: Locale; meeting: Timed; place: Place; places: Place[] }> = (props) => {
  const { locale, meeting, place, places } = props
  const t = peerWords(locale)
  const isShown = meeting.names_shown && place.state === 'coming'
  const isOver = meeting.state === 'held'
  const shown = places.filter(({ state, attended }) => (isOver ? attended === true : state === 'coming'))
  const names = isShown ? shown.map(({ name }) => name) : []
  return (
    <Section id="names" title={isOver ? t.cameHead : t.namesHead} light>
      <p class="muted">{meeting.names_shown ? t.namesShown : t.namesHidden}</p>
      {names.length > 0 && (
        <ul class="gap-2">
          {names.map((name) => (
            <li>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Minutes and decisions, once they are sent. */
export const Outcome: FC<{ locale: Locale; meeting: Timed; decisions: Decision[] }> = (props) => {
  const { locale, meeting, decisions } = props
  const t = peerWords(locale)
  return (
    <>
      {decisions.length > 0 && (
        <Section id="decisions" title={t.decisions}>
          <ul class="lines">
            {decisions.map((decision) => (
              <li dir="auto">{decisionLine(mailWords(locale), locale, decision)}</li>
            ))}
          </ul>
        </Section>
      )}
      {meeting.notes !== '' && (
        <Section id="minutes" title={t.notes}>
          <Prose text={meeting.notes} />
        </Section>
      )}
    </>
  )
}
