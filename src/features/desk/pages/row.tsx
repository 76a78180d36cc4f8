import type { Child } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { list, type Locale, number } from '../../../platform/i18n/catalogue.ts'
import { Isolated, isolate, withoutIsolates } from '../../../ui/isolate.tsx'
import { Tag } from '../../../ui/status.tsx'
import type { TodoItem } from '../../../ui/todo.tsx'
import { namesOf, RhythmStrip } from '../../connections/parts.tsx'
import { daysSince } from '../moment.ts'
import type { DeskRow, RowKind } from '../row.ts'
import { rowWords } from '../row-words.ts'
import { leftAlone } from '../rows/declined.ts'
import { meetingPath } from '../rows/group-meeting.ts'
import { notSigned } from '../rows/unsigned.ts'
import type { Tie } from '../tie.ts'
import { isUrgent } from '../urgency.ts'
import { words } from '../words.ts'
import { Acts } from './acts.tsx'
import type { Acting } from './acting.ts'
import { OtherWays } from './other-ways.tsx'

/** One row of the desk as the kit shows it: whom, why, how long, and what can be done at once. */
export function rowItem(row: DeskRow, acting: Acting): TodoItem {
  const { locale } = acting
  const what = nameOf(row, locale)
  const id = row.key.replace(/\W+/g, '-')
  return {
    id,
    heading: (
      <a href={pathOf(row, acting.home)}>
        <Isolated text={what} />
      </a>
    ),
    why: <Isolated text={whyOf(row, acting)} />,
    mark: markOf(row, acting),
    act: <Acts row={row} {...acting} what={what} />,
    edit: editOf(row, id, what, acting),
    urgent: isUrgent(row),
  }
}

/** The other ways: forms that nobody opened would be most of a page, so a row's own are there once it is asked for. */
function editOf(row: DeskRow, id: string, what: string, acting: Acting): TodoItem['edit'] {
  if (!row.overview || row.kind === 'declined') return undefined
  const t = words(acting.locale)
  const label = (
    <>
      <span aria-hidden="true">{t.other}</span>
      <span class="vh">{withoutIsolates(t.about({ act: t.other, what }))}</span>
    </>
  )
  if (acting.open !== row.about) return { label, href: `${acting.here}open=${encodeURIComponent(row.about)}#${id}` }
  return { label, children: <OtherWays row={row} {...acting} />, open: true }
}

/** Whom or what a row is about, in a few words. */
export function nameOf(row: DeskRow, locale: Locale): string {
  const t = rowWords(locale)
  const count = row.count ?? 0
  if (row.kind === 'unanswered') return t.headUnanswered({ count })
  if (row.kind === 'mailFailed') return t.headMailFailed({ count })
  if (row.kind === 'authorityMissing') return t.headAuthorityMissing({ count })
  if (row.meeting) return isolate(row.meeting.title)
  if (row.overview) return namesOf(locale, row.overview.members.map(isolated))
  return isolate(row.person?.name ?? '')
}

const isolated = ({ personId, name }: { personId: string; name: string }) => ({ personId, name: isolate(name) })

function pathOf(row: DeskRow, home: string): string {
  if (row.overview) return `${home}/connections/${row.overview.connection.id}`
  if (row.meeting) return meetingPath(row.kind, row.meeting.id, home)
  if (row.kind === 'unanswered') return `${home}/people?state=invited`
  if (row.kind === 'authorityMissing') return `${home}/authority`
  if (row.kind === 'mailFailed') {
    const person = row.people?.find(({ personId }) => personId)
    return person ? `${home}/people/${person.personId}` : `${home}/authority`
  }
  return `${home}/authority/${row.authorityId}`
}

/** Names in one list, at most three of them. */
function some(locale: Locale, people: readonly { name: string }[]): string {
  const names = people.map(({ name }) => isolate(name))
  if (names.length <= 4) return list(locale, names)
  return rowWords(locale).someNames({ names: names.slice(0, 3).join(', '), more: names.length - 3 })
}

function whyOf(row: DeskRow, { locale, now }: Acting): string {
  const t = rowWords(locale)
  const { days, overview } = row
  const on = row.on ? formatDate(locale, row.on) : ''
  const authoriser = isolate(row.authoriser ?? '')
  switch (row.kind) {
    case 'amber':
    case 'red':
    case 'lapsed':
      return overview ? whySilent(row.kind, days, overview, locale) : ''
    case 'stuck':
      return overview ? whyStuck(days, overview, locale) : ''
    case 'declined':
      return overview ? whyDeclined(days, overview, locale) : ''
    case 'unsigned': {
      const missing = overview ? notSigned(overview) : []
      return t.unsigned({ names: some(locale, missing), count: missing.length, days })
    }
    case 'review':
      return days === 0 ? t.reviewToday : t.reviewPast({ days, on })
    case 'seasonClash':
      return t.seasonClash({ names: some(locale, row.people ?? []), days: -days })
    case 'seasonSilent': {
      const people = row.people ?? []
      return t.seasonSilent({ names: some(locale, people), count: people.length, days })
    }
    case 'noTime':
    case 'missed':
    case 'untouched':
      return t[row.kind]({ days })
    case 'authorityLapsed':
    case 'authorityLapsing': {
      const told = t[row.kind]({ authoriser, on })
      return row.helpedAt ? `${told} ${t.reportWaits({ days: daysSince(row.helpedAt, now) })}` : told
    }
    case 'callAsked': {
      const told = t.callAsked({ authoriser, days })
      return row.note ? `${told} ${t.said({ name: authoriser, text: row.note })}` : told
    }
    case 'minutesDue':
    case 'placeFree':
      return t[row.kind]({ days })
    case 'programmeLong':
      return t.programmeLong({ over: row.count ?? 0 })
    case 'unanswered':
    case 'mailFailed':
    case 'authorityMissing':
      return t[row.kind]({ names: some(locale, row.people ?? []) })
  }
}

function whySilent(kind: 'amber' | 'red' | 'lapsed', days: number, { connection }: Tie, locale: Locale): string {
  const t = rowWords(locale)
  const rhythm = connection.rhythm_days
  const told = t.silent({ days, rhythm, met: connection.last_contact_at !== null })
  if (kind === 'amber') return `${told} ${t.amberHint}`
  if (kind === 'lapsed') return `${told} ${t.lapsedHint({ times: number(locale, Math.floor(days / rhythm)) })}`
  return told
}

function whyStuck(days: number, { members }: Tie, locale: Locale): string {
  const t = rowWords(locale)
  const silent = members.filter((member) => member.answer === null)
  const later = members.filter((member) => member.answer === 'later')
  return [
    silent.length > 0 ? t.stuckSilent({ names: some(locale, silent), count: silent.length, days }) : '',
    later.length > 0 ? t.stuckLater({ names: some(locale, later), count: later.length }) : '',
    ...later
      .filter((one) => one.answerReason)
      .map((one) => t.said({ name: isolate(one.name), text: one.answerReason })),
  ]
    .filter(Boolean)
    .join(' ')
}

function whyDeclined(days: number, tie: Tie, locale: Locale): string {
  const t = rowWords(locale)
  const refusing = tie.members.filter((member) => member.answer === 'no')
  const alone = leftAlone(tie)
  return [
    t.saidNo({ names: some(locale, refusing), days }),
    ...refusing
      .filter((one) => one.answerReason)
      .map((one) => t.said({ name: isolate(one.name), text: one.answerReason })),
    t.leftAlone({ names: some(locale, alone), count: alone.length }),
  ].join(' ')
}

/** Kinds whose mark is the rhythm strip. */
const withStrip = new Set<RowKind>(['lapsed', 'red', 'amber', 'untouched', 'missed', 'noTime'])

function markOf(row: DeskRow, { locale, strips }: Acting): Child {
  const t = rowWords(locale)
  const weeks = withStrip.has(row.kind) ? strips.get(row.about) : undefined
  if (weeks) return <RhythmStrip locale={locale} weeks={weeks} />
  if (row.kind === 'authorityLapsing' || row.kind === 'seasonClash')
    return <Tag tone="wait">{t.inDays({ count: -row.days })}</Tag>
  if (row.count !== undefined || row.days === 0) return undefined
  return <Tag tone={isUrgent(row) ? 'stop' : 'wait'}>{t.daysTag({ count: row.days })}</Tag>
}
