import type { FC } from 'hono/jsx'
import { formatShortDay, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { list, number } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Bars } from '../../../ui/bars.tsx'
import { Progress } from '../../../ui/figures.tsx'
import { Button, Buttons, PostButton } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { DateLeaf, Lines, Steps } from '../../../ui/lists.tsx'
import { Columns, Empty, Section } from '../../../ui/sections.tsx'
import { Todo } from '../../../ui/todo.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { NextBest } from '../../matching/rematching.ts'
import { restDays } from '../row.ts'
import { partnersWords } from '../partners-words.ts'
import type { Today } from '../today.ts'
import { words } from '../words.ts'
import { rowItem } from './row.tsx'

export interface TodayProps {
  c: VisitContext
  today: Today
  candidates: ReadonlyMap<string, NextBest[]>
  failed?: { id: string; state: FormState } | undefined
}

/** The facilitator's page: whom to help today and why, most urgent first; the week beside it. */
export const TodayPage: FC<TodayProps> = ({ c, today, candidates, failed }) => {
  const { locale, initiative, world } = c.var
  const t = words(locale)
  if (!today.hasBegun) return <FirstSteps c={c} today={today} />
  const home = `/initiatives/${initiative.id}`
  const { zone } = staffOf(c)
  const count = today.needing
  const here = `${home}?${c.req.query('rows') === 'all' ? 'rows=all&' : ''}`
  const open = failed?.id || c.req.query('open')
  const props = { locale, home, zone, now: world.clock.now(), candidates, failed, here, open }
  const put = c.req.query('row')
  return (
    <InitiativePage
      c={c}
      tab="today"
      title={count > 0 ? t.needYou({ count }) : t.nobody}
      lead={count > 0 ? t.lead : t.nobodyLead}
      error={failed?.state}
      sentences={{ ...t, parted: partnersWords(locale).parted }}
    >
      {put && c.req.query('said') === 'putAside' && (
        <PostButton action={`${home}/desk/back`} hidden={{ row: put }} small>
          {t.undo}
        </PostButton>
      )}
      <Columns>
        <Section id="help" title={t.helpHead} count={today.waiting}>
          {today.rows.length > 0 ? (
            <Todo items={today.rows.map((row) => rowItem(row, props))} />
          ) : (
            <Empty title={t.nobody}>{t.nobodyLead}</Empty>
          )}
          {today.waiting > today.rows.length && (
            <p class="gap-s">
              <a href={`${home}?rows=all`}>{t.allRows({ count: today.waiting })}</a>
            </p>
          )}
          {today.resting > 0 && <p class="small muted gap-s">{t.restRule({ count: today.resting, days: restDays })}</p>}
        </Section>
        <Beside c={c} today={today} home={home} zone={zone} />
      </Columns>
    </InitiativePage>
  )
}

const Beside: FC<{ c: VisitContext; today: Today; home: string; zone: string }> = ({ c, today, home, zone }) => {
  const { locale } = c.var
  const t = words(locale)
  const { answered, peers } = today.counts
  return (
    <div class="stack stack-6">
      <Section id="week" title={t.weekHead} more={{ href: `${home}/connections`, label: t.calendar }}>
        {today.sessions.length === 0 ? (
          <p class="muted">{t.weekNone}</p>
        ) : (
          <Lines
            items={today.sessions.map((session) => {
              const [weekday = '', day = ''] = formatShortDay(locale, zone, session.starts_at).split(' ')
              return {
                mark: <DateLeaf over={weekday} day={day} />,
                title: (
                  <a href={`${home}/sessions/${session.id}`}>
                    <bdi>{list(locale, session.names)}</bdi>
                  </a>
                ),
                children: `${formatTime(locale, zone, session.starts_at)}, ${zoneLabel(locale, zone)}`,
              }
            })}
          />
        )}
      </Section>
      <Section id="contacts" title={t.contactsHead}>
        <Bars values={today.weeks} label={t.contactsLabel} first={t.twelveWeeks} last={t.thisWeek} />
      </Section>
      <Section id="answers" title={t.answersHead}>
        <Progress value={answered} max={Math.max(peers, 1)} label={t.answersHead}>
          {t.answers({ answered: number(locale, answered), peers: number(locale, peers) })}
        </Progress>
      </Section>
    </div>
  )
}

/** Before there is anybody to help: three steps, the next one as the button. */
const FirstSteps: FC<{ c: VisitContext; today: Today }> = ({ c, today }) => {
  const t = words(c.var.locale)
  const home = `/initiatives/${c.var.initiative.id}`
  const { peers, notInvited, answered } = today.counts
  const step = peers === 0 ? 0 : notInvited === peers || answered < 2 ? 1 : 2
  const acts = [
    { href: `${home}/people/import`, label: t.goRoster },
    { href: `${home}/people`, label: t.goInvite },
    { href: `${home}/matching`, label: t.goMatch },
  ]
  return (
    <InitiativePage c={c} tab="today" title={t.startTitle} lead={t.nobodyLead} sentences={t}>
      <Steps
        items={[t.stepRoster, t.stepInvite, t.stepMatch].map((label, index) => ({
          label,
          ...(index < step ? { state: 'done' as const } : index === step ? { state: 'current' as const } : {}),
        }))}
      />
      <Buttons>
        <Button main href={acts[step]?.href}>
          {acts[step]?.label}
        </Button>
      </Buttons>
    </InitiativePage>
  )
}
