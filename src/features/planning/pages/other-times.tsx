import type { FC } from 'hono/jsx'
import type { PossibleStart } from '../../../engine/planning/plan.ts'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import { list, type Locale, number } from '../../../platform/i18n/catalogue.ts'
import { Field } from '../../../ui/field.tsx'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { Table } from '../../../ui/table.tsx'
import { mondayOf } from '../board.ts'
import type { CellWords } from '../cell-words.ts'
import { easiest, missedAt } from '../moving.ts'
import { type CellProps, mustCome } from './cell.tsx'
import { clashWords, shortMoment } from './naming.ts'

const mostBest = 12

/** Every other time of a session with what it costs: the easiest of the season, or those of one week. */
export const OtherTimes: FC<CellProps & { t: CellWords; here: string }> = ({ c, plan, zone, found, week, t, here }) => {
  const { locale } = c.var
  const { row, series, starts, names } = found
  const members = mustCome(series)
  const isNamed = new Set(members.map(({ personId }) => personId))
  if (starts.length === 0) return <p class="muted">{t.noStartsAtAll}</p>
  const weekOf = ({ startsAt }: PossibleStart) => mondayOf(dayIn(zone, Temporal.Instant.from(startsAt))).toString()
  const weeks = [...new Set(starts.map(weekOf))]
  const shown = week
    ? starts.filter((start) => weekOf(start) === week.toString())
    : easiest(starts, mostBest, row.startsAt)
  const isMove = row.startsAt !== null
  return (
    <>
      <p class="muted">{t.moveLead}</p>
      <Form action={`${here}/session`} method="get" hidden={placeOf(row)} class="filters">
        <Field
          name="week"
          label={t.week}
          value={week?.toString() ?? ''}
          options={[
            { value: '', label: t.bestWeeks },
            ...weeks.map((value) => ({ value, label: formatDate(locale, Temporal.PlainDate.from(value)) })),
          ]}
        />
        <Button>{t.showWeek}</Button>
      </Form>
      <Table
        caption={t.moveHead}
        rows={shown}
        empty={<p class="muted">{t.noStarts}</p>}
        columns={[
          {
            head: t.time,
            cell: ({ startsAt }) => (
              <>
                {shortMoment(locale, zone, Temporal.Instant.from(startsAt))}
                {members.map((member) => (
                  <span class="small muted block">
                    {t.said({
                      name: member.name,
                      word: shortMoment(locale, member.zone, Temporal.Instant.from(startsAt)),
                    })}
                  </span>
                ))}
              </>
            ),
          },
          { head: t.cost, cell: ({ change }) => costWords(t, change, (value) => number(locale, value)) },
          {
            head: t.whoGets,
            cell: (start) => (
              <>
                {series.of === 'meeting' && <span class="block">{t.cannot({ count: start.missing.length })}</span>}
                {getsWords(
                  t,
                  locale,
                  start.changes.filter(({ personId }) => isNamed.has(personId)),
                  names,
                )}
                {missedAt(found, start).map((missed) => (
                  <span class="block">{t.misses(missed)}</span>
                ))}
                {[...new Set(start.clashes.map((clash) => clashWords(t, clash, names)))].map((sentence) => (
                  <span class="block urgent">{sentence}</span>
                ))}
              </>
            ),
          },
          {
            head: t.move,
            quiet: true,
            cell: ({ startsAt, clashes }) =>
              clashes.length === 0 &&
              !row.startsAt?.equals(startsAt) && (
                <PostButton
                  action={`${here}/move`}
                  hidden={{ ...placeOf(row), at: startsAt, revision: plan.revision }}
                  small
                  label={t.moveTo({ when: shortMoment(locale, zone, Temporal.Instant.from(startsAt)) })}
                >
                  {isMove ? t.move : t.place}
                </PostButton>
              ),
          },
        ]}
      />
    </>
  )
}

function getsWords(
  t: CellWords,
  locale: Locale,
  changes: PossibleStart['changes'],
  names: ReadonlyMap<string, string>,
) {
  if (changes.length === 0) return t.getsNothing
  return list(
    locale,
    changes.map(({ personId, points }) => t.gets({ name: names.get(personId) ?? '', points: signed(points) })),
  )
}

const placeOf = (row: { seriesId: string; number: number }) => ({
  series: row.seriesId,
  number: row.number,
})

function costWords(t: CellWords, change: number, shown: (value: number) => string): string {
  if (change === 0) return t.costSame
  return change > 0 ? t.costMore({ points: shown(change) }) : t.costLess({ points: shown(-change) })
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`
}
