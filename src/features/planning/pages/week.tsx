import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { Section } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { cellWords } from '../cell-words.ts'
import type { PlanSession } from '../rows-store.ts'
import type { PlanSeries } from '../season-store.ts'
import type { PlanRow } from '../store.ts'
import { words } from '../words.ts'
import { nameOf, shortMoment } from './naming.ts'

/** A week of the season: what lies in it, and how to leave it free for everybody. */
export const WeekPage: FC<{
  c: VisitContext
  plan: PlanRow
  zone: string
  monday: Temporal.PlainDate
  rows: readonly PlanSession[]
  series: ReadonlyMap<string, PlanSeries>
  error?: FormState | undefined
}> = ({ c, plan, zone, monday, rows, series, error }) => {
  const { locale, initiative } = c.var
  const t = cellWords(locale)
  const home = `/initiatives/${initiative.id}/season`
  const here = `${home}/${plan.id}`
  const day = formatDate(locale, monday)
  const isClosed = plan.closed_weeks.some((other) => other.equals(monday))
  const hidden = { week: monday.toString(), closed: isClosed ? 'no' : 'yes', revision: plan.revision }
  return (
    <InitiativePage
      c={c}
      tab="season"
      over={<a href={home}>{words(locale).season}</a>}
      title={isClosed ? t.closedTitle({ day }) : t.closeTitle({ day })}
      lead={isClosed ? t.closedLead : rows.length === 0 ? t.closeNone : t.closeLead({ count: rows.length })}
      error={error}
    >
      <Section id="in-it" title={words(locale).week({ day })} count={rows.length}>
        <ul class="lines">
          {rows.map((row) => {
            const own = series.get(row.seriesId)
            return (
              <li class="split">
                <a class="more" href={`${here}/session?series=${row.seriesId}&number=${row.number}`}>
                  {own ? nameOf(locale, own) : ''}
                </a>
                <span class="num">{row.startsAt && shortMoment(locale, zone, row.startsAt)}</span>
              </li>
            )
          })}
        </ul>
        {!isClosed && rows.length > 0 && <p class="muted">{t.closePreview}</p>}
        <div class="row gap-s">
          <PostButton action={`${here}/week`} hidden={hidden} main>
            {isClosed ? t.open : rows.length === 0 ? words(locale).closedWeek : t.close}
          </PostButton>
          <Button bare href={home}>
            {t.toBoard}
          </Button>
        </div>
      </Section>
    </InitiativePage>
  )
}
