import type { FC } from 'hono/jsx'
import { formatDate, formatMoment } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Columns, Section, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { PollPerson } from '../people-store.ts'
import type { Poll } from '../store.ts'
import { type Words, words } from '../words.ts'
import { Ending, Inviting, Missing, Sharing } from './beside-poll.tsx'
import { Guests } from './guests.tsx'
import { Matrix } from './matrix.tsx'

export interface PollPageProps {
  c: VisitContext
  poll: Poll
  people: PollPerson[]
  /** How many addresses to pass on work. */
  shared: number
  state?: FormState | undefined
  /** The address to pass on that was just made. */
  address?: string | undefined
}

/** One poll for its organiser: who could when, and what to do next. */
export const PollPage: FC<PollPageProps> = ({ c, poll, people, shared, state, address }) => {
  const { locale, initiative } = c.var
  const t = words(locale)
  const here = `/initiatives/${initiative.id}/polls/${poll.id}`
  const answered = people.filter(({ answered_at }) => answered_at !== null)
  const missing = people.filter(({ answered_at }) => answered_at === null)
  return (
    <InitiativePage
      c={c}
      tab="polls"
      over={poll.title}
      title={finding(t, poll, answered.length, locale)}
      lead={poll.state === 'open' && t.openUntil({ day: formatDate(locale, poll.answer_by_on) })}
      actions={poll.state !== 'decided' && <Button href={`${here}/edit`}>{t.edit}</Button>}
      error={state}
      sentences={t}
    >
      <Sections>
        <Section id="best" title={t.best}>
          <Matrix
            locale={locale}
            poll={poll}
            people={answered}
            now={c.var.world.clock.now()}
            action={`${here}/decision`}
          />
          <p class="small muted gap-2">{t.bestHow}</p>
        </Section>
        <Columns kind="even">
          <Sections>
            {poll.state === 'open' && <Inviting action={`${here}/invitations`} locale={locale} state={state} />}
            <Sharing here={here} locale={locale} shared={shared} address={address} isOpen={poll.state === 'open'} />
          </Sections>
          <Sections>
            <Missing here={here} locale={locale} people={missing} isOpen={poll.state === 'open'} />
            <Section id="facts" title={t.asked}>
              <SummaryList rows={factsOf(t, poll, locale)} />
            </Section>
            <Ending here={here} locale={locale} state={poll.state} />
          </Sections>
        </Columns>
        <Guests here={here} locale={locale} people={answered} />
      </Sections>
    </InitiativePage>
  )
}

function finding(t: Words, poll: Poll, answered: number, locale: VisitContext['var']['locale']): string {
  if (poll.starts_at) return t.decidedTitle({ when: formatMoment(locale, poll.zone, poll.starts_at) })
  if (poll.state === 'closed') return t.closedTitle({ count: answered })
  return answered === 0 ? t.nobodyAnswered : t.answeredCount({ count: answered })
}

function factsOf(t: Words, poll: Poll, locale: VisitContext['var']['locale']) {
  return [
    { label: t.long, value: t.minutesLong({ count: number(locale, poll.minutes) }) },
    ...(poll.place === '' ? [] : [{ label: t.where, value: poll.place }]),
    ...(poll.note === '' ? [] : [{ label: t.said, value: poll.note }]),
    { label: t.answerBySmall, value: formatDate(locale, poll.answer_by_on) },
    { label: t.names, value: poll.shows_names ? t.namesShown : t.namesHidden },
  ]
}
