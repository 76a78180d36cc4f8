import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { type Locale, number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Columns, Note, Section } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { mayMove } from '../as-season.ts'
import { stateOf } from '../board.ts'
import { type CellWords, cellWords } from '../cell-words.ts'
import { isRequired, type Starts } from '../moving.ts'
import type { PlanSession } from '../rows-store.ts'
import type { PlanMeeting, PlanSeries } from '../season-store.ts'
import type { PlanRow } from '../store.ts'
import { words } from '../words.ts'
import { localTime, nameOf, pathOf, whyNot } from './naming.ts'
import { OtherTimes } from './other-times.tsx'

export interface CellProps {
  c: VisitContext
  plan: PlanRow
  zone: string
  found: Starts
  /** Monday of the week whose times are asked for; null shows the easiest of the season. */
  week: Temporal.PlainDate | null
  now: Temporal.Instant
  error?: FormState | undefined
}

/** One session of a plan: when it is for whom, how it stands, and every other time with what it costs. */
export const CellPage: FC<CellProps> = (props) => {
  const { c, plan, zone, found, now, error } = props
  const { locale, initiative } = c.var
  const t = cellWords(locale)
  const { row, series } = found
  const home = `/initiatives/${initiative.id}`
  const here = `${home}/season/${plan.id}`
  const names = nameOf(locale, series)
  return (
    <InitiativePage
      c={c}
      tab="season"
      over={<a href={`${home}/season`}>{words(locale).season}</a>}
      title={row.startsAt ? t.title({ names, when: formatMoment(locale, zone, row.startsAt) }) : t.titleNone({ names })}
      error={error}
      sentences={words(locale)}
    >
      <Columns>
        <Section id="other" title={t.moveHead}>
          {row.isPinned && <Note tone="info">{t.pinnedNote}</Note>}
          {!mayMove(row, now) && <Note tone="info">{t.fixedNote}</Note>}
          {!row.isPinned && mayMove(row, now) && <OtherTimes {...props} t={t} here={here} />}
        </Section>
        <Section id="facts" title={t.when}>
          <Facts {...props} t={t} />
          <div class="row gap-s no-print">
            {row.startsAt && mayMove(row, now) && (
              <PostButton
                action={`${here}/pins`}
                hidden={{
                  series: row.seriesId,
                  number: row.number,
                  pinned: row.isPinned ? 'no' : 'yes',
                  revision: plan.revision,
                }}
              >
                {row.isPinned ? t.unpin : t.pin}
              </PostButton>
            )}
            {row.session && <Button href={`${home}/sessions/${row.session.id}`}>{t.toSession}</Button>}
            <a class="more" href={`${home}/${pathOf(series)}`}>
              {series.of === 'meeting' ? t.toMeeting : t.toConnection}
            </a>
          </div>
        </Section>
      </Columns>
    </InitiativePage>
  )
}

const Facts: FC<CellProps & { t: CellWords }> = ({ c, zone, found, t }) => {
  const { locale } = c.var
  const { row, series, names } = found
  const { startsAt, session } = row
  const members = mustCome(series)
  const said = new Map(session?.replies.map(({ personId, reply }) => [personId, reply]))
  return (
    <>
      <SummaryList
        rows={[
          ...(startsAt
            ? members.map(({ personId, name, zone: own }) => {
                const points = row.burdens[personId] ?? 0
                return {
                  label: t.forPerson({ name }),
                  value: localTime(t, locale, own, startsAt),
                  aside: points > 0 ? t.points({ points }) : t.noPoints,
                }
              })
            : [{ label: t.whyNot, value: whyNot(t, row.reason, names) }]),
          ...(series.of === 'meeting' && startsAt ? [attendanceRow(t, locale, series, row)] : []),
          { label: t.state, value: words(locale)[`state ${stateOf(row)}`] },
          ...(session
            ? [
                {
                  label: t.answers,
                  value: members.map(({ personId, name }) => (
                    <span class="block">{t.said({ name, word: replyWord(t, said.get(personId)) })}</span>
                  )),
                },
              ]
            : []),
        ]}
      />
      {session && row.isChanged && <p>{t.standsAt({ when: formatMoment(locale, zone, session.startsAt) })}</p>}
    </>
  )
}

/** Those named with each time: of a group meeting only who must be there. */
export function mustCome(series: PlanSeries) {
  return series.members.filter(({ personId }) => isRequired(series, personId))
}

const mostNamed = 12

function attendanceRow(t: CellWords, locale: Locale, series: PlanMeeting, row: PlanSession) {
  const away = new Set(row.missing)
  const names = series.members.filter(({ personId }) => away.has(personId)).map(({ name }) => name)
  const named = names.slice(0, mostNamed)
  return {
    label: t.canCome,
    value: t.ofAll({
      count: number(locale, series.members.filter(({ personId }) => personId in row.burdens).length),
      all: number(locale, series.members.length),
    }),
    ...(named.length > 0
      ? {
          aside:
            named.length < names.length
              ? t.notMany({ names: named, more: names.length - named.length })
              : t.not({ names: named }),
        }
      : {}),
  }
}

export function replyWord(t: CellWords, reply: string | null | undefined): string {
  if (reply === 'yes' || reply === 'maybe' || reply === 'no') return t[`reply ${reply}`]
  return t['reply none']
}
