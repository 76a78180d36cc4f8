import type { Child, FC } from 'hono/jsx'
import { formatTime, zoneLabel } from '../../../platform/clock.ts'
import { islandPath } from '../../../platform/web/assets.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { PageHead, Section } from '../../../ui/sections.tsx'
import { type FrameProps, PeerPage } from '../../accounts/parts.tsx'
import type { OwnTime } from '../own-time.ts'
import { words } from '../words.ts'
import { DaysSection } from './days-section.tsx'
import { LimitsSection } from './limits-section.tsx'
import { WeekGrid } from './week-grid.tsx'

/** A form of the page that came back with a mistake. */
export interface SentBack {
  form: 'week' | 'days' | 'limits'
  state: FormState
}

export interface TimeProps {
  c: VisitContext
  time: OwnTime
  /** Where its forms are sent, under this path. */
  path: string
  sentBack?: SentBack | undefined
  /** Whether a facilitator fills it in for somebody. */
  isForOther?: boolean
}

/** What is said of somebody's time, each part a form of its own. */
const TimeSections: FC<TimeProps & { children?: Child }> = (props) => {
  const { c, time, path, sentBack, isForOther = false } = props
  const { locale } = c.var
  const t = words(locale)
  return (
    <div class="stack stack-6">
      <Section id="week" title={isForOther ? t.weekOf : t.week}>
        <ZoneLine c={c} zone={time.said.zone} />
        {time.said.week === null && <p>{t.nothingSaid}</p>}
        <Form id="grid" action={path} state={sentBack?.form === 'week' ? sentBack.state : undefined}>
          <WeekGrid locale={locale} week={time.said.week} isForOther={isForOther} />
        </Form>
        {time.said.before !== null && (
          <div class="row gap-2">
            <PostButton action={`${path}/undo`} bare>
              {t.undo}
            </PostButton>
          </div>
        )}
      </Section>
      <DaysSection {...props} />
      <LimitsSection {...props} />
      {!isForOther && (
        <Section id="calendars" title={t.calendars} light>
          <p>{t.calendarsWhat}</p>
          <p class="row gap-2">
            <Button href={`${path}/calendars`}>{t.calendarsOpen}</Button>
          </p>
        </Section>
      )}
      {props.children}
    </div>
  )
}

/** When a peer can be asked, by their link. */
export const TimePage: FC<TimeProps> = (props) => {
  const { c, time, sentBack } = props
  const t = words(c.var.locale)
  return (
    <PeerPage c={c} title={t.title} lead={t.lead} {...frameOf(props)} error={sentBack?.state}>
      <TimeSections {...props}>
        <Section id="who" title={t.who} light>
          <p>
            <Isolated text={t.whoWhat({ agency: time.agencyName })} />
          </p>
        </Section>
      </TimeSections>
    </PeerPage>
  )
}

/** The same for a facilitator, who fills it in with somebody on the telephone. */
export const TimePageOf: FC<TimeProps & { Frame: FC<FrameProps>; back: string }> = (props) => {
  const { c, time, sentBack, Frame, back } = props
  const t = words(c.var.locale)
  const title = t.titleOf({ name: time.said.name })
  return (
    <Frame c={c} bare width="page" title={withoutIsolates(title)} {...frameOf(props)} error={sentBack?.state}>
      <PageHead title={<Isolated text={title} />} lead={t.leadOf} over={<a href={back}>{t.back}</a>} />
      <TimeSections {...props} isForOther />
    </Frame>
  )
}

const errorForms = { week: 'grid', days: 'days-form', limits: 'limits-form' } as const

function frameOf({ c, sentBack }: TimeProps) {
  return {
    sentences: words(c.var.locale),
    scripts: [islandPath('week-grid')],
    errorForm: sentBack && errorForms[sentBack.form],
  }
}

const ZoneLine: FC<{ c: VisitContext; zone: string }> = ({ c, zone }) => {
  const { locale, world } = c.var
  const time = formatTime(locale, zone, world.clock.now())
  return (
    <p>
      <Isolated text={words(locale).zone({ zone: zoneLabel(locale, zone), time })} />
    </p>
  )
}
