import type { Child, FC } from 'hono/jsx'
import { formatDate, dayIn, formatMoment } from '../../../platform/clock.ts'
import { list } from '../../../platform/i18n/catalogue.ts'
import { said } from '../../../platform/web/said.ts'
import { isUuid } from '../../../platform/web/uuid.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { PostButton } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Isolated, isolate } from '../../../ui/isolate.tsx'
import { Columns, Empty, Note, Prose, Section, Sections } from '../../../ui/sections.tsx'
import { Todo } from '../../../ui/todo.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { NextBest } from '../../matching/rematching.ts'
import { firstStepsWords } from '../first-steps-words.ts'
import { partnersWords } from '../partners-words.ts'
import { restDays } from '../resting.ts'
import { type DeskRow, readKey } from '../row.ts'
import type { Today } from '../today.ts'
import { needsHelp } from '../urgency.ts'
import { words } from '../words.ts'
import type { Acting, Failed } from './acting.ts'
import { Beside } from './beside.tsx'
import { FirstSteps } from './first-steps.tsx'
import { HeadlineFigures } from './headlines.tsx'
import { rowItem } from './row.tsx'

export interface TodayProps {
  c: VisitContext
  today: Today
  /** The most urgent rows: told in full. */
  shown: readonly DeskRow[]
  strips: ReadonlyMap<string, number[]>
  candidates: ReadonlyMap<string, NextBest[]>
  failed?: Failed | undefined
}

/** The facilitator's page: whom to help today and why, most urgent first; the week beside it. */
export const TodayPage: FC<TodayProps> = ({ c, today, shown, strips, candidates, failed }) => {
  const { locale, initiative, world } = c.var
  const t = words(locale)
  const home = `/initiatives/${initiative.id}`
  const { zone, role } = staffOf(c)
  const now = world.clock.now()
  const isAdministrator = role === 'administrator'
  const here = `${home}?${c.req.query('rows') === 'all' ? 'rows=all&' : ''}`
  const open = failed?.about || c.req.query('open')
  const shared = { locale, home, initiative: initiative.title, zone, now, isAdministrator, here }
  const acting = { ...shared, strips, candidates, open, failed }
  const [help, quiet] = [today.rows.filter(needsHelp), today.rows.filter((row) => !needsHelp(row))]
  const isStart = !today.figures.hasBegun
  const title = help.length > 0 ? t.needYou({ count: help.length }) : t.nobody
  return (
    <InitiativePage
      c={c}
      tab="today"
      title={isStart ? firstStepsWords(locale).startTitle : title}
      lead={isStart ? undefined : help.length > 0 ? t.lead : t.nobodyLead}
      error={failed?.state}
      errorForm={failed ? `${failed.act}-${failed.about}` : undefined}
      notice={noticeOf(c, home)}
    >
      {today.figures.startedAt && <HeadlineFigures locale={locale} headlines={today.figures.headlines} />}
      {isStart && <FirstSteps c={c} counts={today.figures.counts} />}
      {failed && !today.rows.some(({ about }) => about === failed.about) && (
        <Typed title={t.typedHead} state={failed.state} />
      )}
      {(!isStart || today.rows.length > 0) && (
        <Columns>
          <Sections>
            {help.length > 0 && <Rows id="help" title={t.helpHead} rows={help} shown={shown} acting={acting} />}
            {help.length === 0 && !isStart && <ByItself c={c} today={today} />}
            {quiet.length > 0 && <Rows id="quiet" title={t.quietHead} rows={quiet} shown={shown} acting={acting} />}
            {!isStart && (
              <p class="small muted">
                {t.restRule({ days: restDays })} {today.resting > 0 && t.resting({ count: today.resting })}
              </p>
            )}
          </Sections>
          <Beside c={c} today={today} />
        </Columns>
      )}
    </InitiativePage>
  )
}

interface RowsProps {
  id: string
  title: string
  rows: readonly DeskRow[]
  shown: readonly DeskRow[]
  acting: Acting
}

const Rows: FC<RowsProps> = ({ id, title, rows, shown, acting }) => {
  const count = rows.length
  const told = rows.filter((row) => shown.includes(row))
  return (
    <Section id={id} title={title} count={count}>
      {told.length > 0 && <Todo items={told.map((row) => rowItem(row, acting))} />}
      {told.length < count && (
        <p class={told.length > 0 ? 'gap-s' : undefined}>
          <a href={`${acting.home}?rows=all#${id}`}>{words(acting.locale).allRows({ count })}</a>
        </p>
      )}
    </Section>
  )
}

/** What the last act did, with the way back where there is one. */
function noticeOf(c: VisitContext, home: string): Child {
  const t = words(c.var.locale)
  const sentence = said(c, { ...t, parted: partnersWords(c.var.locale).parted })
  if (!sentence) return undefined
  const { said: what, row = '', connection = '' } = c.req.query()
  return (
    <div class="split">
      <p>{sentence}</p>
      {what === 'putAside' && readKey(row) && (
        <PostButton action={`${home}/desk/back`} hidden={{ row }} small>
          {t.undo}
        </PostButton>
      )}
      {what === 'closed' && isUuid(connection) && (
        <PostButton action={`${home}/desk/${connection}/reopening`} small>
          {t.reopen}
        </PostButton>
      )}
    </div>
  )
}

/** What was typed for a row that is gone meanwhile: it must not be lost. */
const Typed: FC<{ title: string; state: FormState }> = ({ title, state }) => {
  const written = Object.entries(state.values)
    .filter(([name]) => /^(text|note|subject)/.test(name))
    .flatMap(([, value]) => value)
    .filter(Boolean)
  if (written.length === 0) return null
  return (
    <Note tone="info" title={title}>
      {written.map((text) => (
        <Prose text={text} />
      ))}
    </Note>
  )
}

/** Nobody needs help: what the system will do next by itself. */
const ByItself: FC<{ c: VisitContext; today: Today }> = ({ c, today }) => {
  const { locale } = c.var
  const { zone } = staffOf(c)
  const t = words(locale)
  if (today.next.length === 0) return <Empty title={t.nextHead}>{t.nextNothing}</Empty>
  return (
    <Section id="next" title={t.nextHead}>
      <ul class="stack stack-2">
        {today.next.map(({ step, at, names }) => {
          const whom = list(locale, names.map(isolate))
          const when = formatMoment(locale, zone, at)
          const told =
            step === 'resume'
              ? t['next resume']({ names: whom, on: formatDate(locale, dayIn('UTC', at)) })
              : t[`next ${step}`]({ names: whom, when })
          return (
            <li>
              <Isolated text={told} />
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
