import type { FC } from 'hono/jsx'
import { dayIn, formatDate, formatMoment } from '../../../platform/clock.ts'
import { list as listed, type Locale } from '../../../platform/i18n/catalogue.ts'
import { languageName } from '../../../platform/i18n/names.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, ConfirmDetails, PostButton } from '../../../ui/form.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/lists.tsx'
import { Columns, Note, Section } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { type AgendaItem, totalMinutes } from '../agenda.ts'
import { isTimed, isToCome } from '../meeting.ts'
import type { Place } from '../place-store.ts'
import type { findSeason, readRequired } from '../season-store.ts'
import type { listPeers } from '../overview.ts'
import type { Meeting } from '../store.ts'
import { timesWords } from '../times-words.ts'
import { type Words, words } from '../words.ts'
import { Invite } from './invite.tsx'
import { MeetingFigures, PlaceTable } from './meeting-places.tsx'
import { MeetingStatus } from './meetings.tsx'
import { ProgrammeTable } from './programme.tsx'
import { type Seated, TablesSection } from './tables.tsx'

export interface MeetingPageProps {
  c: VisitContext
  meeting: Meeting
  places: Place[]
  agenda: AgendaItem[]
  /** Peers of the initiative who were not invited. */
  others: Awaited<ReturnType<typeof listPeers>>
  seatings: Seated[]
  /** The season that is to find the time. */
  season: Awaited<ReturnType<typeof findSeason>>
  required: Awaited<ReturnType<typeof readRequired>>
  state?: FormState
}

/** One group meeting, for the facilitator: who comes and waits, the programme, and every act. */
export const MeetingPage: FC<MeetingPageProps> = (props) => {
  const { c, meeting, places, agenda, others, season, state = emptyForm } = props
  const { initiative, locale, world } = c.var
  const t = words(locale)
  const list = `/initiatives/${initiative.id}/meetings`
  const here = `${list}/${meeting.id}`
  const now = world.clock.now()
  const isAhead = isTimed(meeting) && isToCome(meeting, now)
  const isDraft = meeting.state === 'draft'
  const over = totalMinutes(agenda) - meeting.minutes
  return (
    <InitiativePage
      c={c}
      tab="meetings"
      over={<a href={list}>{t.meetings}</a>}
      title={meeting.title}
      lead={season ? t.waitingLead({ season: season.title }) : isDraft ? t.draftLead : meeting.purpose}
      error={state}
      sentences={t}
      actions={
        !isDraft && (
          <>
            <Button main href={`${here}/attendance`}>
              {t.attendance}
            </Button>
            <Button href={`${here}/outcome`}>{t.outcome}</Button>
          </>
        )
      }
    >
      {!isDraft && <MeetingFigures c={c} meeting={meeting} places={places} />}
      {season && Temporal.PlainDate.compare(season.ends_on, dayIn('UTC', now)) < 0 && (
        <Note tone="wait">{t.seasonOver({ season: season.title })}</Note>
      )}
      {over > 0 && <Note tone="wait">{t.agendaOver({ over })}</Note>}
      <Columns>
        <div class="stack stack-6">
          {places.length > 0 && <PlaceTable c={c} meeting={meeting} places={places} />}
          <Section id="programme" title={t.programmeHead} more={{ href: `${here}/agenda`, label: t.programmeEdit }}>
            <ProgrammeTable locale={locale} zone={meeting.zone} meeting={meeting} agenda={agenda} />
          </Section>
          {isTimed(meeting) && (isDraft || meeting.state === 'open') && (
            <Invite c={c} here={here} others={others} isFirst={isDraft} state={state} />
          )}
        </div>
        <div class="stack stack-6">
          <Section
            id="facts"
            title={t.factsHead}
            {...(isDraft || isAhead ? { more: { href: `${here}/settings`, label: t.change } } : {})}
          >
            <SummaryList rows={factsOf(t, props)} />
            {season && (
              <p class="gap-2">
                <a class="more" href={`/initiatives/${initiative.id}/season`}>
                  {t.toSeason}
                </a>
              </p>
            )}
            {isTimed(meeting) && (isDraft || isAhead) && (
              <p class="gap-2">
                <a class="more" href={`${here}/times`}>
                  {timesWords(locale).compare}
                </a>
              </p>
            )}
          </Section>
          {!isDraft && meeting.state !== 'cancelled' && <TablesSection {...props} state={state} />}
          <Section id="print" title={t.printHead} light>
            <ul>
              <li>
                <a href={`${here}/programme.pdf`}>{t.printProgramme}</a>
              </li>
              {!isDraft && (
                <li>
                  <a href={`${here}/names.pdf`}>{t.printNames}</a>
                </li>
              )}
            </ul>
          </Section>
          {isAhead && (
            <Buttons>
              <PostButton action={`${here}/answers`} hidden={{ taken: meeting.state === 'open' ? 'no' : 'yes' }}>
                {meeting.state === 'open' ? t.closeAnswers : t.openAnswers}
              </PostButton>
            </Buttons>
          )}
          {isAhead && (
            <ConfirmDetails summary={t.cancel} warn>
              <p>{t.cancelText}</p>
              <PostButton action={`${here}/cancellation`} warn>
                {t.cancel}
              </PostButton>
            </ConfirmDetails>
          )}
          {isDraft && (
            <ConfirmDetails summary={t.remove}>
              <PostButton action={`${here}/removal`} warn>
                {t.remove}
              </PostButton>
            </ConfirmDetails>
          )}
        </div>
      </Columns>
    </InitiativePage>
  )
}

function factsOf(t: Words, { c, meeting, season, required }: MeetingPageProps): SummaryRow[] {
  const { locale } = c.var
  const { zone } = staffOf(c)
  const rows: SummaryRow[] = [
    { label: t.state, value: <MeetingStatus t={t} state={meeting.state} /> },
    { label: t.when, value: whenOf(t, locale, meeting, season) },
  ]
  const days = season && daysOf(t, locale, meeting)
  if (days) rows.push({ label: t.between, value: days })
  if (required.length > 0) {
    const names = required.map(({ name }) => name)
    rows.push({ label: t.mustBeThere, value: listed(locale, names) })
  }
  if (meeting.starts_at && zone !== meeting.zone)
    rows.push({ label: t.when, value: formatMoment(locale, zone, meeting.starts_at) })
  rows.push(
    { label: t.long, value: t.minutes({ count: meeting.minutes }) },
    { label: t.mode, value: t[meeting.mode as 'online'] },
  )
  if (meeting.place !== '') rows.push({ label: t.place, value: <bdi>{meeting.place}</bdi> })
  if (meeting.link !== '') rows.push({ label: t.link, value: <bdi>{meeting.link}</bdi>, aside: t.onlyComing })
  if (meeting.telephone !== '')
    rows.push({ label: t.telephone, value: <bdi>{meeting.telephone}</bdi>, aside: t.onlyComing })
  const languages = meeting.languages.map((code) => languageName(locale, code))
  if (languages.length > 0) rows.push({ label: t.languages, value: listed(locale, languages) })
  rows.push({ label: t.names, value: meeting.names_shown ? t.namesShown : t.namesHidden })
  if (meeting.state !== 'draft') {
    const sent = meeting.notes_sent_at
    rows.push({
      label: t.outcome,
      value: sent ? t.outcomeSent({ on: formatDate(locale, dayIn(zone, sent)) }) : t.outcomeNotSent,
    })
  }
  return rows
}

function whenOf(t: Words, locale: Locale, meeting: Meeting, season: MeetingPageProps['season']): string {
  if (meeting.starts_at) return formatMoment(locale, meeting.zone, meeting.starts_at)
  return season ? t.bySeason({ season: season.title }) : t.noTime
}

function daysOf(t: Words, locale: Locale, { not_before_on: first, not_after_on: last }: Meeting): string | null {
  const from = first && formatDate(locale, first)
  const to = last && formatDate(locale, last)
  if (from && to) return t.fromTo({ from, to })
  if (from) return t.fromDay({ from })
  return to && t.untilDay({ to })
}
