import type { FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import type { Plan } from '../plan.ts'
import type { Guest } from '../store.ts'
import type { Moment } from '../timer.ts'
import { timerWords } from '../timer-words.ts'

export interface TimerFaceProps {
  locale: Locale
  plan: Plan
  guests: ReadonlyMap<string, Guest>
  moment: Moment
  /** The address that shows this face as it is now. */
  src: string
}

/** With more people than this the wall shows no names: nobody could read them. */
const mostNamed = 160
const dense = 48

/**
 * The round, the time left, and where everybody goes next. The island `round-timer` counts it down; without it the page
 * around it loads itself again.
 */
export const TimerFace: FC<TimerFaceProps> = (props) => {
  const { locale, plan, moment } = props
  const t = timerWords(locale)
  const headings = {
    before: t.before,
    round: t.inRound({ round: moment.round, of: plan.rounds }),
    change: t.inChange({ round: moment.round + 1, of: plan.rounds }),
    over: t.over,
  }
  return (
    <round-timer
      data-src={props.src}
      data-left={moment.secondsLeft}
      data-running={moment.isRunning ? 'yes' : 'no'}
      data-state={[moment.phase, moment.round, moment.isRunning, plan.id].join(' ')}
    >
      <h2 class="stage-round">{headings[moment.phase]}</h2>
      {moment.phase === 'over' ? (
        <p class="lead">{t.thanks}</p>
      ) : (
        <p class="stage-clock num" role="timer" aria-label={t.left} aria-live="off">
          {clockText(moment.secondsLeft)}
        </p>
      )}
      {!moment.isRunning && (moment.phase === 'round' || moment.phase === 'change') && <p class="lead">{t.paused}</p>}
      <WhereNext {...props} />
    </round-timer>
  )
}

const WhereNext: FC<TimerFaceProps> = ({ locale, plan, guests, moment }) => {
  const t = timerWords(locale)
  if (moment.phase === 'over') return null
  const round = moment.round + 1
  const tables = plan.seats[round - 1]
  if (!tables) return <p class="lead">{t.last}</p>
  const people = tables.flat().length
  const headings = { before: t.first, round: t.next({ round }), change: t.goNow({ round }) }
  return (
    <section aria-labelledby="where-next">
      <h3 id="where-next" class="stage-next">
        {headings[moment.phase]}
      </h3>
      {people > mostNamed ? (
        <p class="lead">{t.manyPeople}</p>
      ) : (
        <div class={people > dense ? 'stage-tables dense' : 'stage-tables'}>
          {tables.map((ids, index) => (
            <div hidden={ids.length === 0}>
              <h4>{t.table({ table: index + 1 })}</h4>
              <ul>
                {ids.map((id) => (
                  <li>
                    <bdi>{guests.get(id)?.name}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

/** '04:05', or '75:00': minutes and seconds. */
export function clockText(seconds: number): string {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
