import type { FC } from 'hono/jsx'
import { formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { number, type Locale } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Tag } from '../../../ui/status.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { burdenAt } from '../burden.ts'
import type { Member } from '../store.ts'
import { type Words, words } from '../words.ts'
import { EverybodysDay, optionLetter } from './zones.tsx'

export interface TimesPageProps {
  c: VisitContext
  self: Member
  others: Member[]
  partner: string
  poll: { minutes: number; options: { id: string; starts_at: Temporal.Instant; burden: number }[] }
  initiative: string
  state: FormState
}

export const TimesPage: FC<TimesPageProps> = ({ c, self, others, partner, poll, initiative, state }) => {
  const { locale } = c.var
  const t = words(locale)
  const least = Math.min(...poll.options.map((option) => option.burden))
  const isEasiest = (burden: number) =>
    burden === least && poll.options.filter((option) => option.burden === least).length === 1
  const options = poll.options.map((option, index) => ({
    value: option.id,
    label: (
      <>
        <b>
          {optionLetter(index)}. {formatMoment(locale, self.zone, option.starts_at)}
        </b>{' '}
        {isEasiest(option.burden) && <Tag tone="go">{t.fairest}</Tag>}
      </>
    ),
    hint: costOf(locale, self, others, option.starts_at, poll.minutes),
  }))
  return (
    <PeerPage
      c={c}
      over={t.timesOver({ minutes: number(locale, poll.minutes), initiative })}
      title={t.timesTitle({ partner })}
      lead={t.timesLead({ zone: zoneLabel(locale, self.zone) })}
      error={state}
    >
      <Sections>
        <Form action={c.req.path} state={state} class="card lift stack">
          <Choice name="option" label={t.timesLegend} options={options} many stacked />
          <div class="row">
            <Button main>{t.timesSend}</Button>
            <Button name="none" value="yes">
              {t.timesNone}
            </Button>
          </div>
        </Form>
        <Section id="day" title={t.day}>
          <EverybodysDay locale={locale} self={self} others={others} poll={poll} />
        </Section>
      </Sections>
    </PeerPage>
  )
}

/** What a time is for the others, and whom it asks something of. */
export function costOf(
  locale: Locale,
  self: Attending,
  others: Attending[],
  at: Temporal.Instant,
  minutes: number,
): string {
  const t = words(locale)
  return [...others.map((other) => there(t, locale, other, at)), whom(t, [self, ...others], at, minutes)].join(' ')
}

type Attending = Pick<Member, 'name' | 'zone' | 'weekendDays'>

function there(t: Words, locale: Locale, other: Attending, at: Temporal.Instant): string {
  return t.forPartner({
    name: other.name,
    time: formatTime(locale, other.zone, at),
    zone: zoneLabel(locale, other.zone),
  })
}

/** Whom a time asks something of, in words. */
function whom(t: Words, members: Attending[], at: Temporal.Instant, minutes: number): string {
  const asked = members.flatMap((member) => {
    const { kind } = burdenAt(at, minutes, member.zone, member.weekendDays)
    if (kind === 'core' || kind === 'night') return []
    return [{ early: t.early, late: t.late, weekend: t.weekend }[kind]({ name: member.name })]
  })
  return asked.length === 0 ? t.everybody : asked.join(' ')
}
