import type { Child, FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { Rhythm } from '../../../ui/rhythm.tsx'
import { Tag } from '../../../ui/status.tsx'
import type { TodoItem } from '../../../ui/todo.tsx'
import { namesOf } from '../../connections/parts.tsx'
import type { NextBest } from '../../matching/rematching.ts'
import type { DeskRow, RowKind } from '../row.ts'
import { type Words, words } from '../words.ts'
import { OtherWays } from './other-ways.tsx'

export interface RowProps {
  locale: Locale
  /** The desk's own path: acts lie under it. */
  home: string
  zone: string
  now: Temporal.Instant
  /** The next best candidates of somebody who is without a tie, by person id. */
  candidates: ReadonlyMap<string, NextBest[]>
  /** The desk as it is asked for now, to which the row to be opened is added. */
  here: string
  /** The connection whose other ways are open. */
  open?: string | undefined
  /** The form that came back with a mistake, and the connection it was about. */
  failed?: { id: string; state: FormState } | undefined
}

const urgent = new Set<RowKind>(['callAsked', 'authorityLapsed', 'declined', 'lapsed', 'red'])
const drifting = new Set<RowKind>(['lapsed', 'red', 'amber', 'untouched', 'unsigned', 'missed', 'noTime'])

/** One row of the desk as the kit shows it: whom, why, how long, and what can be done at once. */
export function rowItem(row: DeskRow, props: RowProps): TodoItem {
  const t = words(props.locale)
  const id = row.key.replace(/\W+/g, '-')
  return {
    id,
    heading: headingOf(t, row, props),
    why: whyOf(t, row, props.locale),
    mark: markOf(t, row),
    act: actOf(t, row, props),
    edit: editOf(t, row, id, props),
    urgent: urgent.has(row.kind),
  }
}

function editOf(t: Words, row: DeskRow, id: string, props: RowProps): TodoItem['edit'] {
  const connectionId = row.overview?.connection.id
  if (connectionId === undefined || !drifting.has(row.kind)) return undefined
  const label = otherLabel(t, row, props)
  if (connectionId !== props.open) return { label, href: `${props.here}open=${connectionId}#${id}` }
  return { label, children: <OtherWays row={row} {...props} />, open: true }
}

const names = (row: DeskRow, locale: Locale) =>
  row.overview ? namesOf(locale, row.overview.members) : (row.person?.name ?? '')

function otherLabel(t: Words, row: DeskRow, { locale }: RowProps): Child {
  return (
    <>
      <span aria-hidden="true">{t.other}</span>
      <span class="vh">{t.otherLabel({ names: names(row, locale) })}</span>
    </>
  )
}

function headingOf(t: Words, row: DeskRow, { home, locale }: RowProps): Child {
  if (row.kind === 'unanswered')
    return <a href={`${home}/people?state=invited`}>{t.headUnanswered({ count: row.count ?? 0 })}</a>
  if (row.kind === 'mailFailed') return <a href="/outbox">{t.headMailFailed({ count: row.count ?? 0 })}</a>
  if (row.overview)
    return (
      <a href={`${home}/connections/${row.overview.connection.id}`}>
        <bdi>{names(row, locale)}</bdi>
      </a>
    )
  return (
    <a href={`${home}/authority/${row.authorityId}`}>
      <bdi>{row.person?.name}</bdi>
    </a>
  )
}

function whyOf(t: Words, row: DeskRow, locale: Locale): Child {
  const { kind, days } = row
  const rhythm = row.overview?.connection.rhythm_days ?? 0
  if (kind === 'lapsed' || kind === 'red' || kind === 'amber') return t[`why ${kind}`]({ days, rhythm })
  if (kind === 'authorityLapsed' || kind === 'authorityLapsing') {
    return t[`why ${kind}`]({ authoriser: row.note ?? '', on: row.on ? formatDate(locale, row.on) : '' })
  }
  if (kind === 'callAsked') return t['why callAsked']({ note: row.note ?? '' })
  if (kind === 'declined') {
    const reasons = row.overview?.members.filter((member) => member.answer === 'no' && member.answerReason) ?? []
    return [
      t['why declined'],
      ...reasons.map((member) => t.said({ name: member.name, reason: member.answerReason })),
    ].join(' ')
  }
  if (kind === 'unanswered' || kind === 'mailFailed') return t[`why ${kind}`]
  return t[`why ${kind}`]({ days })
}

function markOf(t: Words, row: DeskRow): Child {
  const weeks = row.overview?.weeks ?? []
  if (weeks.length > 0 && drifting.has(row.kind)) {
    return <Rhythm weeks={weeks} label={t.stripLabel({ count: weeks.filter((week) => week > 0).length })} />
  }
  if (row.kind === 'authorityLapsing') return <Tag tone="wait">{t.inDays({ count: -row.days })}</Tag>
  return row.count === undefined ? (
    <Tag tone={urgent.has(row.kind) ? 'stop' : 'wait'}>{t.daysTag({ count: row.days })}</Tag>
  ) : undefined
}

function actOf(t: Words, row: DeskRow, props: RowProps): Child {
  const { home, locale } = props
  const path = `${home}/desk/${row.overview?.connection.id ?? ''}`
  const who = names(row, locale)
  switch (row.kind) {
    case 'callAsked':
      return (
        <PostButton
          action={`${home}/authority/${row.authorityId}/reports/${row.reportId}/call`}
          small
          wide
          label={`${t.callMade}: ${who}`}
        >
          {t.callMade}
        </PostButton>
      )
    case 'authorityLapsed':
    case 'authorityLapsing':
      return (
        <>
          <Button small wide href={`${home}/authority/${row.authorityId}/report`} label={`${t.sendReport}: ${who}`}>
            {t.sendReport}
          </Button>
          <Aside {...props} row={row} what={who} />
        </>
      )
    case 'declined':
      return <Rematch {...props} row={row} />
    case 'unanswered':
      return (
        <>
          <Button small wide href={`${home}/people?state=invited`}>
            {t.openPeople}
          </Button>
          <Aside {...props} row={row} what={t.headUnanswered({ count: row.count ?? 0 })} />
        </>
      )
    case 'mailFailed':
      return (
        <Button small wide href="/outbox?state=failed">
          {t.openOutbox}
        </Button>
      )
    case 'stuck':
      return (
        <>
          <Button
            small
            wide
            href={`${home}/connections/${row.overview?.connection.id}`}
            label={`${t.openConnection}: ${who}`}
          >
            {t.openConnection}
          </Button>
          <PostButton action={`${path}/nudge`} small wide label={t.nudgeLabel({ names: who })}>
            {t.nudge}
          </PostButton>
        </>
      )
    case 'review':
      return (
        <PostButton action={`${path}/review`} small wide label={`${t.review}: ${who}`}>
          {t.review}
        </PostButton>
      )
    case 'untouched':
    case 'unsigned':
      return (
        <PostButton action={`${path}/nudge`} hidden={{ word: 'ask' }} small wide label={t.askLabel({ names: who })}>
          {t.ask}
        </PostButton>
      )
    case 'noTime':
    case 'missed':
      return (
        <PostButton action={`${path}/times`} small wide label={t.timesLabel({ names: who })}>
          {t.times}
        </PostButton>
      )
    default:
      return (
        <>
          <PostButton action={`${path}/nudge`} small wide label={t.nudgeLabel({ names: who })}>
            {t.nudge}
          </PostButton>
          <PostButton action={`${path}/times`} small wide label={t.timesLabel({ names: who })}>
            {t.times}
          </PostButton>
        </>
      )
  }
}

const Aside: FC<RowProps & { row: DeskRow; what: string }> = ({ locale, home, row, what }) => {
  const t = words(locale)
  return (
    <PostButton action={`${home}/desk/aside`} hidden={{ row: row.key }} small wide bare label={t.asideLabel({ what })}>
      {t.aside}
    </PostButton>
  )
}

/** The next best for whoever has nobody now, each one click away. */
const Rematch: FC<RowProps & { row: DeskRow }> = (props) => {
  const { locale, home, row, candidates } = props
  const t = words(locale)
  const path = `${home}/desk/${row.overview?.connection.id}/rematch`
  const alone = row.overview?.members.filter((member) => candidates.has(member.personId)) ?? []
  return (
    <>
      {alone.map((member) => {
        const best = candidates.get(member.personId) ?? []
        return (
          <div class="stack stack-2">
            <p class="small muted">
              {best.length > 0 ? t.nextBest({ name: member.name }) : t.nobodyFree({ name: member.name })}
            </p>
            {best.map((candidate) => (
              <PostButton
                action={path}
                hidden={{ person: member.personId, with: candidate.personId }}
                small
                wide
                label={t.rematchLabel({ name: candidate.name, with: member.name, fit: candidate.fit })}
              >
                {t.rematch({ name: candidate.name, fit: candidate.fit })}
              </PostButton>
            ))}
          </div>
        )
      })}
      <Aside {...props} row={row} what={names(row, locale)} />
    </>
  )
}
