import type { FC } from 'hono/jsx'
import type { PossibleStart } from '../../../engine/planning/plan.ts'
import { dayIn, formatDate, formatMoment } from '../../../platform/clock.ts'
import { list, number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form, PostButton } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Columns, Note, Section } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { mayMove } from '../as-season.ts'
import { mondayOf, stateOf } from '../board.ts'
import { type CellWords, cellWords } from '../cell-words.ts'
import { easiest, type Starts } from '../moving.ts'
import type { PlanRow } from '../store.ts'
import { words } from '../words.ts'
import { clashWords, localTime, shortMoment, whyNot } from './naming.ts'

const mostBest = 12

interface Props {
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
export const CellPage: FC<Props> = (props) => {
  const { c, plan, zone, found, now, error } = props
  const { locale, initiative } = c.var
  const t = cellWords(locale)
  const { row, members } = found
  const home = `/initiatives/${initiative.id}`
  const here = `${home}/season/${plan.id}`
  const names = list(
    locale,
    members.map(({ name }) => name),
  )
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
                  connection: row.connectionId,
                  number: row.number,
                  pinned: row.isPinned ? 'no' : 'yes',
                  revision: plan.revision,
                }}
              >
                {row.isPinned ? t.unpin : t.pin}
              </PostButton>
            )}
            {row.session && <Button href={`${home}/sessions/${row.session.id}`}>{t.toSession}</Button>}
            <a class="more" href={`${home}/connections/${row.connectionId}`}>
              {t.toConnection}
            </a>
          </div>
        </Section>
      </Columns>
    </InitiativePage>
  )
}

const Facts: FC<Props & { t: CellWords }> = ({ c, zone, found, t }) => {
  const { locale } = c.var
  const { row, members, names } = found
  const { startsAt, session } = row
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

export function replyWord(t: CellWords, reply: string | null | undefined): string {
  if (reply === 'yes' || reply === 'maybe' || reply === 'no') return t[`reply ${reply}`]
  return t['reply none']
}

const OtherTimes: FC<Props & { t: CellWords; here: string }> = ({ c, plan, zone, found, week, t, here }) => {
  const { locale } = c.var
  const { row, starts, members, names } = found
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
            cell: ({ changes, clashes }) => (
              <>
                {changes.length === 0
                  ? t.getsNothing
                  : list(
                      locale,
                      changes.map(({ personId, points }) =>
                        t.gets({ name: names.get(personId) ?? '', points: signed(points) }),
                      ),
                    )}
                {[...new Set(clashes.map((clash) => clashWords(t, clash, names)))].map((sentence) => (
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

const placeOf = (row: { connectionId: string; number: number }) => ({
  connection: row.connectionId,
  number: row.number,
})

function costWords(t: CellWords, change: number, shown: (value: number) => string): string {
  if (change === 0) return t.costSame
  return change > 0 ? t.costMore({ points: shown(change) }) : t.costLess({ points: shown(-change) })
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`
}
