import type { Child, FC } from 'hono/jsx'
import { formatDate, formatMoment } from '../../../platform/clock.ts'
import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Button, Buttons, ConfirmDetails, PostButton } from '../../../ui/form.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { type AnswerWords, answerWords } from '../answer-words.ts'
import { type Level, levels } from '../ranking.ts'
import type { TimeStanding } from '../standing.ts'
import type { Poll } from '../store.ts'

interface Props {
  c: VisitContext
  poll: Poll
  person: { email: string; zone: string }
  standing: TimeStanding[]
}

const looks = {
  yes: { dot: 'full', tone: 'go' },
  maybe: { dot: 'half', tone: 'wait' },
  no: { dot: 'ring', tone: 'stop' },
} as const

/** What somebody who answered comes back to: their answer, the way back, how it stands, and what was decided. */
export const AnsweredPage: FC<Props> = ({ c, poll, person, standing }) => {
  const { locale, world } = c.var
  const t = answerWords(locale)
  const { path } = c.req
  return (
    <StandingPage c={c} poll={poll} zone={person.zone}>
      <Sections>
        {poll.state === 'decided' && (
          <Buttons>
            <Button main href={`${path}/calendar.ics`}>
              {t.addToCalendar}
            </Button>
          </Buttons>
        )}
        {poll.state === 'open' && (
          <Section id="way-back" title={t.ownTitle}>
            <div class="stack">
              <p>
                {t.ownWhy} {person.email !== '' && t.ownMailed({ email: person.email })}
              </p>
              <p>
                <code dir="ltr">{`${world.settings.baseUrl}${path}`}</code>
              </p>
              <Buttons>
                <Button href={`${path}?change`}>{t.change}</Button>
              </Buttons>
            </div>
          </Section>
        )}
        <Section id="standing" title={t.others}>
          <Table
            caption={t.others}
            rows={standing}
            columns={[
              { head: t.time, cell: ({ startsAt }) => formatMoment(locale, person.zone, startsAt) },
              { head: t.said, cell: ({ own }) => <Said t={t} level={own} /> },
              { head: t.all, cell: (time) => <Everybody t={t} locale={locale} time={time} /> },
            ]}
          />
        </Section>
        <ConfirmDetails summary={t.withdraw} bare>
          <p>{t.withdrawWhy}</p>
          <PostButton action={`${path}/withdrawal`} warn>
            {t.withdraw}
          </PostButton>
        </ConfirmDetails>
      </Sections>
    </StandingPage>
  )
}

/** Whether a poll is open, closed or decided, and for when: all that a shared address tells once it is over. */
export const StandingPage: FC<{ c: VisitContext; poll: Poll; zone: string; children?: Child }> = (props) => {
  const { c, poll, zone } = props
  const { locale } = c.var
  const t = answerWords(locale)
  if (poll.starts_at) {
    const when = formatMoment(locale, zone, poll.starts_at)
    const there = formatMoment(locale, poll.zone, poll.starts_at)
    return (
      <PeerPage
        c={c}
        over={poll.title}
        title={t.decidedTitle({ when })}
        lead={there === when ? t.decidedMail : `${t.decidedLead({ there })} ${t.decidedMail}`}
      >
        <div class="stack stack-5">
          {poll.place !== '' && <p>{t.where({ place: poll.place })}</p>}
          {props.children}
        </div>
      </PeerPage>
    )
  }
  const isOpen = poll.state === 'open'
  return (
    <PeerPage
      c={c}
      over={poll.title}
      title={isOpen ? t.thanks : t.closedTitle}
      lead={isOpen ? t.thanksLead({ by: formatDate(locale, poll.answer_by_on) }) : t.closed}
    >
      {props.children}
    </PeerPage>
  )
}

export const GonePage: FC<{ c: VisitContext }> = ({ c }) => {
  const t = answerWords(c.var.locale)
  return <PeerPage c={c} title={t.withdrawnTitle} lead={t.withdrawn} />
}

const Said: FC<{ t: AnswerWords; level: Level | undefined }> = ({ t, level }) =>
  level ? <Status {...looks[level]}>{t[`level ${level}`]}</Status> : <span class="muted">{t.unsaid}</span>

const Everybody: FC<{ t: AnswerWords; locale: Locale; time: TimeStanding }> = ({ t, locale, time }) => (
  <>
    <span class="num">{t.counts(time.counts)}</span>
    {levels.map(
      (level) =>
        time.names[level].length > 0 && (
          <span class="small muted block">
            {t.named({ level: t[`level ${level}`], names: list(locale, time.names[level]) })}
          </span>
        ),
    )}
  </>
)
