import type { FC } from 'hono/jsx'
import { formatTime } from '../../../platform/clock.ts'
import { said } from '../../../platform/web/said.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, ConfirmDetails, PostButton } from '../../../ui/form.tsx'
import { Columns, Disclosure, Note, Section, Sections } from '../../../ui/sections.tsx'
import { Tag } from '../../../ui/status.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedSeating } from '../access.ts'
import { endOf, startOf } from '../plan.ts'
import { printWords } from '../print-words.ts'
import { evenSizes, possibleTables } from '../table-count.ts'
import { listOf } from '../seating-list.ts'
import { words } from '../words.ts'
import type { PlanView } from '../view.ts'
import { KeptAtTables, MeetAgain } from './beside-plan.tsx'
import { Paths } from './paths.tsx'
import { PrintLinks } from './print-links.tsx'

export interface PlanProps extends AccessedSeating {
  c: VisitContext
  view: PlanView
  error?: FormState | undefined
}

/** A seating: its rounds as tables with names, who meets again, everybody's path, and what can be done about it. */
export const PlanPage: FC<PlanProps> = (props) => {
  const { c, seating, plan, view, error } = props
  const { locale, initiative } = c.var
  const t = words(locale)
  const here = `/initiatives/${initiative.id}/seatings/${seating.id}`
  const list = listOf(seating)
  return (
    <InitiativePage
      c={c}
      tab="setup"
      title={findingOf(props)}
      over={
        <>
          <a href={list}>
            <bdi>{seating.event}</bdi>
          </a>{' '}
          · <bdi>{seating.title}</bdi>
        </>
      }
      lead={leadOf(props)}
      actions={
        <>
          <Button main href={`${here}/attendance`}>
            {t.attendance}
          </Button>
          <Button href={`${here}/timer`}>{t.timer}</Button>
        </>
      }
      error={error}
      notice={didOf(c, here)}
    >
      {view.here.length > 0 && !possibleTables(view.here.length, plan) && (
        <Note tone="wait">{t.sizesBroken(plan)}</Note>
      )}
      <Sections>
        <Rounds {...props} />
        <Columns kind="even">
          <MeetAgain {...props} />
          <KeptAtTables {...props} here={here} />
        </Columns>
        <Paths {...props} />
        <PrintLinks locale={locale} here={here} since={plan.basedOnId} />
        <ChangePlan {...props} here={here} />
      </Sections>
    </InitiativePage>
  )
}

function findingOf({ c, plan, view }: PlanProps): string {
  const t = words(c.var.locale)
  if (view.here.length === 0) return t.nobodyHere
  const pairs = view.meetings.again.length
  return pairs === 0 ? t.nobodyTwice({ rounds: plan.rounds }) : t.someAgain({ pairs, rounds: plan.rounds })
}

function leadOf({ c, plan, view }: PlanProps): string {
  const { locale } = c.var
  const t = words(locale)
  const tables = plan.seats.at(-1)?.length ?? 0
  const people = view.here.length
  const time = (at: Temporal.Instant) => formatTime(locale, plan.zone, at)
  return [
    tables > 0 && t.summary({ people, tables, ...evenSizes(people, tables) }),
    t.pairsMeet({ pairs: view.meetings.pairs, all: (people * (people - 1)) / 2 }),
    t.timesOf({
      from: time(plan.startsAt),
      to: time(endOf(plan)),
      minutes: plan.minutes,
      change: plan.changeMinutes,
    }),
  ]
    .filter((part) => part !== false)
    .join(' ')
}

/** What the last act did; after a change of who is here, with the way to print only what changed. */
function didOf(c: VisitContext, here: string) {
  const sentence = said(c, words(c.var.locale))
  if (c.req.query('said') !== 'saidAdopted') return sentence
  return (
    <p>
      {sentence} <a href={`${here}#print`}>{printWords(c.var.locale).print}</a>
    </p>
  )
}

const Rounds: FC<PlanProps> = ({ c, plan, view }) => {
  const { locale } = c.var
  const t = words(locale)
  const kept = new Map(plan.places.map(({ personId, tableNumber }) => [personId, tableNumber]))
  const current = Math.max(1, view.moment.round)
  return (
    <Section id="rounds" title={t.rounds} count={plan.rounds}>
      {plan.seats.map((tables, index) => {
        const round = index + 1
        return (
          <Disclosure
            open={round === current}
            summary={
              <>
                {t.roundAt({ round, time: formatTime(locale, plan.zone, startOf(plan, round)) })}{' '}
                {round <= view.moment.round && <Tag>{t.begun}</Tag>}
              </>
            }
          >
            <div class="tiles">
              {tables.map((people, at) => (
                <div>
                  <h3>{t.table({ table: at + 1 })}</h3>
                  {people.length === 0 && <p class="muted">{printWords(locale).emptyTable}</p>}
                  <ul>
                    {people.map((id) => (
                      <li>
                        <bdi>{view.guests.get(id)?.name}</bdi>
                        {kept.get(id) === at + 1 && <span class="small muted"> {t.keptHere}</span>}
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
          </Disclosure>
        )
      })}
    </Section>
  )
}

const ChangePlan: FC<PlanProps & { here: string }> = ({ c, plan, view, here }) => {
  const t = words(c.var.locale)
  return (
    <Section id="change" title={t.change}>
      <div class="stack">
        {plan.basedOnId !== null && (
          <div class="row">
            <PostButton action={`${here}/reversal`}>{t.undo}</PostButton>
            <span class="small muted">{t[`undo ${plan.cause}`]}</span>
          </div>
        )}
        {view.moment.round < plan.rounds && (
          <div class="row">
            <PostButton action={`${here}/plans`}>{t.planAgain}</PostButton>
            <span class="small muted">{t.planAgainWhy}</span>
          </div>
        )}
        <p>
          <a href={`${here}/settings`}>{t.settings}</a>
        </p>
        <ConfirmDetails summary={t.remove} warn>
          <p>{t.removeSure}</p>
          <PostButton action={`${here}/removal`} warn>
            {t.removeIt}
          </PostButton>
        </ConfirmDetails>
      </div>
    </Section>
  )
}
