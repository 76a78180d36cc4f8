import type { FC } from 'hono/jsx'
import { formatDate, formatMoment, zoneLabel } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import { zoneNames } from '../../../platform/i18n/zone-names.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { Prose } from '../../../ui/sections.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import { answerWords } from '../answer-words.ts'
import { levels } from '../ranking.ts'
import type { Poll } from '../store.ts'
import { timeKey, timeKeys } from '../../../platform/web/time-key.ts'

interface Props {
  c: VisitContext
  poll: Poll
  /** The zone in which the times are shown. */
  zone: string
  state: FormState
}

const zones = zoneNames.map((zone) => ({ value: zone, label: zone }))

/** The question: for each time yes, if need be, or no; in the reader's own zone and the organiser's. */
export const AnswerPage: FC<Props> = ({ c, poll, zone, state }) => {
  const { locale } = c.var
  const t = answerWords(locale)
  const options = levels.map((level) => ({ value: level, label: t[`level ${level}`] }))
  return (
    <PeerPage
      c={c}
      over={t.over({ agency: poll.agency, minutes: number(locale, poll.minutes) })}
      title={t.ask({ title: poll.title })}
      lead={t.lead({ zone: zoneLabel(locale, zone), by: formatDate(locale, poll.answer_by_on) })}
      error={state}
    >
      <div class="stack stack-5">
        {poll.note !== '' && <Prose text={poll.note} />}
        {poll.place !== '' && <p>{t.where({ place: poll.place })}</p>}
        <Form
          action={c.req.path}
          state={state}
          class="card lift stack stack-5"
          hidden={{ times: timeKeys(poll.times) }}
        >
          {/* Enter in a field presses the first button of a form: it must be the one that sends. */}
          <button hidden>{t.send}</button>
          <Field name="zone" label={t.zone} options={zones} value={zone} />
          <Button name="show" value="yes" small>
            {t.zoneShow}
          </Button>
          {poll.times.map(({ startsAt }) => {
            const own = formatMoment(locale, zone, startsAt)
            const there = formatMoment(locale, poll.zone, startsAt)
            return (
              <Choice
                name={`answer.${timeKey(startsAt)}`}
                label={own}
                hint={there === own ? undefined : t.organiser({ when: there })}
                options={options}
              />
            )
          })}
          <p class="hint">{t.openIsNo}</p>
          <Field name="name" label={t.name} autocomplete="name" maxlength={120} />
          <Field name="email" label={t.email} hint={t.emailHint} optional type="email" autocomplete="email" />
          <p class="hint">
            {poll.shows_names ? t.readersNamed : t.readersUnnamed} {t.kept}
          </p>
          <div class="row">
            <Button main>{t.send}</Button>
            <Button name="none" value="yes">
              {t.none}
            </Button>
          </div>
        </Form>
      </div>
    </PeerPage>
  )
}
