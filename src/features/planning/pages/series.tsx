import type { FC } from 'hono/jsx'
import { formatDate, formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import { linkOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { startsOf } from '../answering.ts'
import { titleOf } from '../mails.tsx'
import type { SeriesSession } from '../series-store.ts'
import { seriesWords } from '../series-words.ts'

interface SeriesProps {
  c: VisitContext
  initiative: string
  sessions: readonly SeriesSession[]
  /** Null once it is over. */
  answerByOn: Temporal.PlainDate | null
  state: FormState
}

/** A peer's meetings of a season: one yes for all, exceptions for some, another time in two taps. */
export const SeriesPage: FC<SeriesProps> = ({ c, initiative, sessions, answerByOn, state }) => {
  const { locale } = c.var
  const t = seriesWords(locale)
  const { zone } = linkOf(c)
  if (sessions.length === 0) {
    return <PeerPage c={c} over={initiative} title={t.over} lead={t.overLead} sentences={t} error={state} />
  }
  const own = zoneLabel(locale, zone)
  const shown = startsOf(sessions)
  const isOpen = sessions.some(({ reply }) => reply === null)
  return (
    <PeerPage
      c={c}
      over={initiative}
      title={withoutIsolates(titleOf(locale, sessions))}
      lead={answerByOn ? t.pageLead({ zone: own, day: formatDate(locale, answerByOn) }) : t.pageLeadLate({ zone: own })}
      error={state}
      sentences={t}
    >
      <div class="stack stack-6">
        {isOpen && (
          <PostButton action={c.req.path} hidden={{ all: 'yes', shown }} main wide>
            {sessions.length === 1 ? t.yesToOne : t.yesToAll}
          </PostButton>
        )}
        <Form action={c.req.path} state={state} hidden={{ shown }} answered class="card lift stack stack-5">
          {sessions.map((session) => (
            <div>
              <Choice
                name={`reply.${session.session_id}`}
                label={formatMoment(locale, zone, session.starts_at)}
                hint={session.others
                  .map((one) =>
                    t.there({
                      name: one.name,
                      time: formatTime(locale, one.zone, session.starts_at),
                      zone: zoneLabel(locale, one.zone),
                    }),
                  )
                  .join(' ')}
                value={session.reply ?? undefined}
                options={[
                  { value: 'yes', label: t.yes },
                  { value: 'maybe', label: t.maybe },
                  { value: 'no', label: t.no },
                ]}
              />
              <Asked session={session} zone={zone} locale={locale} />
              <a
                class="more"
                href={`${c.req.path}/time?session=${session.session_id}`}
                aria-label={t.otherTimeFor({ when: formatMoment(locale, zone, session.starts_at) })}
              >
                {t.otherTime}
              </a>
            </div>
          ))}
          <div class="row">
            <Button main={!isOpen}>{t.send}</Button>
          </div>
        </Form>
        <p class="small muted">{t.replyAlso}</p>
      </div>
    </PeerPage>
  )
}

/** The other time that one of its members asks for. */
const Asked: FC<{ session: SeriesSession; zone: string; locale: Locale }> = ({ session, zone, locale }) => {
  if (session.asked_at === null) return null
  const t = seriesWords(locale)
  const when = formatMoment(locale, zone, session.asked_at)
  const other = session.others.find(({ personId }) => personId === session.asked_by)
  return (
    <p class="small">
      {other ? <Isolated text={t.askedByOther({ name: other.name, when })} /> : t.askedByYou({ when })}
    </p>
  )
}

/** Another time for one meeting: each time is one tap. */
export const OtherTimePage: FC<{
  c: VisitContext
  session: SeriesSession
  times: { startsAt: Temporal.Instant; isEasy: boolean }[]
  error?: FormState | undefined
}> = ({ c, session, times, error }) => {
  const { locale } = c.var
  const t = seriesWords(locale)
  const { zone } = linkOf(c)
  const partner = list(
    locale,
    session.others.map(({ name }) => name),
  )
  const back = c.req.path.replace(/\/time$/, '')
  return (
    <PeerPage
      c={c}
      title={t.timesTitle({ partner })}
      lead={t.timesLead({ when: formatMoment(locale, zone, session.starts_at), zone: zoneLabel(locale, zone) })}
      error={error}
    >
      {times.length === 0 && <p>{t.timesNone}</p>}
      {times.map(({ startsAt, isEasy }) => (
        <div class="gap-s">
          <PostButton action={c.req.path} hidden={{ session: session.session_id, at: startsAt.toString() }} wide>
            {formatMoment(locale, zone, startsAt)}
          </PostButton>
          <p class="small muted">
            {isEasy && t.easy}{' '}
            {session.others
              .map((one) =>
                t.there({
                  name: one.name,
                  time: formatTime(locale, one.zone, startsAt),
                  zone: zoneLabel(locale, one.zone),
                }),
              )
              .join(' ')}
          </p>
        </div>
      ))}
      <p>
        <a class="more" href={back}>
          {t.back}
        </a>
      </p>
    </PeerPage>
  )
}
