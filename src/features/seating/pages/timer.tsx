import type { FC } from 'hono/jsx'
import { islandPath } from '../../../platform/web/assets.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { Note, Section, Sections } from '../../../ui/sections.tsx'
import type { AccessedSeating } from '../access.ts'
import type { ClockAct } from '../timer.ts'
import { timerWords } from '../timer-words.ts'
import type { PlanView } from '../view.ts'
import { words } from '../words.ts'
import { BelowPlan, seatingPath } from './below-plan.tsx'
import { TimerFace } from './timer-face.tsx'

export interface TimerProps extends AccessedSeating {
  c: VisitContext
  view: PlanView
  error?: FormState | undefined
  /** The projector's address, just made. */
  projector?: string | undefined
}

/** Where the facilitator runs the rounds. */
export const TimerPage: FC<TimerProps> = ({ c, seating, plan, view, error, projector }) => {
  const { locale, initiative } = c.var
  const t = timerWords(locale)
  const here = seatingPath(initiative.id, seating.id)
  const { moment } = view
  const press = (act: ClockAct, label: string, main = false) => (
    <PostButton action={`${here}/clock`} hidden={{ act }} main={main}>
      {label}
    </PostButton>
  )
  return (
    <BelowPlan
      c={c}
      seating={seating}
      title={t.timer}
      lead={t.minutes({ minutes: plan.minutes, change: plan.changeMinutes })}
      actions={<Button href={`${here}/attendance`}>{words(locale).attendance}</Button>}
      error={error}
      scripts={[islandPath('round-timer')]}
    >
      <Sections>
        <div class="stack">
          <div class="row">
            {moment.isRunning
              ? press('pause', t.pause, true)
              : press('start', moment.phase === 'before' ? t.start : t.goOn, true)}
            {press('next', t['act next'])}
            {press('back', t['act back'])}
          </div>
          <p class="small muted">
            {t.nextHint} {t.begun}
          </p>
          <TimerFace locale={locale} plan={plan} guests={view.guests} moment={moment} src={`${here}/timer`} />
        </div>
        <Section id="projector" title={t.projector}>
          {projector === undefined ? (
            <p>{t.projectorWhy}</p>
          ) : (
            <Note tone="go" status>
              <p>{t.projectorOnce}</p>
              <p>
                <code dir="ltr">{projector}</code>
              </p>
              <p>
                <a href={projector} target="_blank" rel="noopener">
                  {t.openProjector}
                </a>
              </p>
            </Note>
          )}
          <p class="row gap-2">
            <PostButton action={`${here}/projector`}>{t.makeProjector}</PostButton>
          </p>
        </Section>
      </Sections>
    </BelowPlan>
  )
}
