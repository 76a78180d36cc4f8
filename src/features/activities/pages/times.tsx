import type { FC } from 'hono/jsx'
import { formatMoment, formatTime, zoneCity } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Empty } from '../../../ui/sections.tsx'
import type { Counts, RankedTime } from '../rank-times.ts'
import type { Timed } from '../meeting.ts'
import { timesWords } from '../times-words.ts'
import { InnerPage } from './inner-page.tsx'

interface TimesPageProps {
  c: VisitContext
  meeting: Timed
  times: RankedTime[]
  state: FormState
}

const sum = ({ good, ifNeedBe, cannot }: Counts) => good + ifNeedBe + cannot

/** Times of the two weeks around the meeting, those that suit most first, each with the hour in everybody's zone. */
export const TimesPage: FC<TimesPageProps> = ({ c, meeting, times, state }) => {
  const { locale, initiative } = c.var
  const t = timesWords(locale)
  const here = `/initiatives/${initiative.id}/meetings/${meeting.id}`
  return (
    <InnerPage c={c} meeting={meeting} title={t.title} lead={t.lead} state={state}>
      {times.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Form action={`${here}/time`} state={state}>
          <Choice
            name="startsAt"
            label={t.legend}
            stacked
            value={meeting.starts_at.toString()}
            options={times.map((time) => ({
              value: time.startsAt.toString(),
              label: formatMoment(locale, meeting.zone, time.startsAt),
              hint: (
                <>
                  {sum(time.known) > 0 && <span class="block">{t.suits(time.known)}</span>}
                  {sum(time.guessed) > 0 && (
                    <span class="block">{t.notSaid({ people: sum(time.guessed), ...time.guessed })}</span>
                  )}
                  {time.zones
                    .map(({ zone, people }) =>
                      t.there({
                        city: zoneCity(zone),
                        time: formatTime(locale, zone, time.startsAt),
                        people: number(locale, people),
                      }),
                    )
                    .join(' · ')}
                </>
              ),
            }))}
          />
          <Buttons>
            <Button main>{meeting.state === 'draft' ? t.take : t.takeAndTell}</Button>
            <Button bare href={here}>
              {meeting.title}
            </Button>
          </Buttons>
        </Form>
      )}
    </InnerPage>
  )
}
