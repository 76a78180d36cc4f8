import type { FC } from 'hono/jsx'
import { withoutIsolates } from '../../../ui/isolate.tsx'
import { Button, PostButton } from '../../../ui/form.tsx'
import type { NudgeWord } from '../actions.ts'
import type { DeskRow, RowKind } from '../row.ts'
import { leftAlone } from '../rows/declined.ts'
import { meetingPath } from '../rows/group-meeting.ts'
import { clashPath } from '../rows/season-clash.ts'
import type { TieMember } from '../tie.ts'
import { exchangeWords } from '../exchange-words.ts'
import { words } from '../words.ts'
import type { Acting } from './acting.ts'

type ActsProps = Acting & { row: DeskRow; what: string }

/** Which of our texts a nudge from a row of this kind carries. */
export function nudgeWordOf(kind: RowKind): NudgeWord {
  if (kind === 'stuck') return 'answer'
  if (kind === 'unsigned') return 'sign'
  return kind === 'untouched' || kind === 'review' ? 'ask' : 'nudge'
}

/** Whom a row of the desk leads on to: the members of a proposal for whom the next best are looked for. */
export function toBeHelped({ kind, overview }: DeskRow): TieMember[] {
  if (!overview) return []
  if (kind === 'declined') return leftAlone(overview)
  return kind === 'stuck' ? overview.members.filter((member) => member.answer === 'yes') : []
}

/** What can be done about a row with one click. */
export const Acts: FC<ActsProps> = (props) => {
  const { row, home } = props
  switch (row.kind) {
    case 'callAsked':
      return <CallMade {...props} />
    case 'authorityLapsed':
    case 'authorityLapsing':
      return (
        <>
          <Way {...props} act="sendReport" href={`${home}/authority/${row.authorityId}/report`} />
          <Aside {...props} />
        </>
      )
    case 'unanswered':
      return (
        <>
          <Way {...props} act="openPeople" href={`${home}/people?state=invited`} />
          <Aside {...props} />
        </>
      )
    case 'authorityMissing':
      return (
        <>
          <Way {...props} act="openAuthority" href={missingHref(props)} />
          <Aside {...props} />
        </>
      )
    case 'mailFailed':
      return (
        <>
          <FailedMailWay {...props} />
          <Aside {...props} />
        </>
      )
    case 'minutesDue':
    case 'programmeLong':
    case 'placeFree':
      return (
        <>
          <Way {...props} act="openMeeting" href={meetingPath(row.kind, row.about, home)} />
          <Aside {...props} />
        </>
      )
    case 'declined':
      return (
        <>
          <Rematch {...props} />
          <Aside {...props} />
        </>
      )
    case 'stuck':
      return (
        <>
          <Nudge {...props} />
          <Rematch {...props} />
        </>
      )
    case 'review':
      return <Post {...props} act="review" path="review" />
    case 'unsigned':
    case 'untouched':
      return <Nudge {...props} />
    case 'noTime':
    case 'missed':
      return (
        <>
          <Post {...props} act="times" path="times" />
          <Nudge {...props} />
        </>
      )
    case 'seasonClash':
      return (
        <>
          <Way {...props} act="openMeeting" href={clashPath(row, home)} />
          <Aside {...props} />
        </>
      )
    case 'seasonSilent':
      return (
        <>
          <AskAgain {...props} />
          <Nudge {...props} />
        </>
      )
    case 'amber':
    case 'red':
    case 'lapsed':
      return (
        <>
          <Nudge {...props} />
          <Post {...props} act="times" path="times" />
        </>
      )
  }
}

// Spoken, a button says whom it is about; what it shows comes first.
function labelOf({ locale, what }: ActsProps, act: string): string {
  return withoutIsolates(words(locale).about({ act, what }))
}

const Post: FC<ActsProps & { act: 'review' | 'times'; path: string }> = (props) => {
  const act = words(props.locale)[props.act]
  const action = `${props.home}/desk/${props.row.about}/${props.path}`
  return (
    <PostButton action={action} small wide label={labelOf(props, act)}>
      {act}
    </PostButton>
  )
}

const Nudge: FC<ActsProps> = (props) => {
  const { locale, home, row } = props
  const word = nudgeWordOf(row.kind)
  const act = words(locale)[`nudge ${word}`]
  return (
    <PostButton action={`${home}/desk/${row.about}/nudge`} hidden={{ word }} small wide label={labelOf(props, act)}>
      {act}
    </PostButton>
  )
}

/** The season's times once more, to each who has not answered them. */
const AskAgain: FC<ActsProps> = ({ locale, home, row }) => (
  <>
    {(row.people ?? []).map(({ personId, name }) => (
      <PostButton
        action={`${home}/season/${row.planId}/asking`}
        hidden={{ person: personId ?? '', back: 'desk' }}
        small
        wide
      >
        {words(locale).askSeason({ name })}
      </PostButton>
    ))}
  </>
)

const CallMade: FC<ActsProps> = (props) => {
  const { locale, home, row } = props
  const act = words(locale).callMade
  const action = `${home}/authority/${row.authorityId}/reports/${row.reportId}/call`
  return (
    <PostButton action={action} small wide label={labelOf(props, act)}>
      {act}
    </PostButton>
  )
}

const Way: FC<
  ActsProps & {
    act: 'sendReport' | 'openMeeting' | 'openPeople' | 'openAuthority' | 'openOutbox' | 'correctAddress'
    href: string
  }
> = (props) => {
  const act = words(props.locale)[props.act]
  return (
    <Button small wide href={props.href} label={labelOf(props, act)}>
      {act}
    </Button>
  )
}

/** Only administrators can have a mail tried again; the others put the address right. */
const FailedMailWay: FC<ActsProps> = (props) => {
  if (props.isAdministrator) return <Way {...props} act="openOutbox" href="/outbox?state=failed" />
  const person = props.row.people?.find(({ personId }) => personId)
  const href = person ? `${props.home}/people/${person.personId}` : `${props.home}/authority`
  return <Way {...props} act="correctAddress" href={href} />
}

function missingHref({ home, row }: ActsProps): string {
  const [only, another] = row.people ?? []
  return only?.personId && !another ? `${home}/authority/new?person=${only.personId}` : `${home}/authority`
}

const Aside: FC<ActsProps> = (props) => {
  const { locale, home, row } = props
  const act = words(locale).aside
  return (
    <PostButton action={`${home}/desk/aside`} hidden={{ row: row.key }} small wide bare label={labelOf(props, act)}>
      {act}
    </PostButton>
  )
}

/** The next best for whoever has nobody, each one click away, the best with its first reason. */
const Rematch: FC<ActsProps> = (props) => {
  const { locale, home, row, candidates } = props
  const t = words(locale)
  const ways = exchangeWords(locale)
  const isOpen = row.kind === 'stuck'
  return (
    <>
      {toBeHelped(row).map(({ personId, name }) => {
        const best = candidates.get(personId)
        if (!best) return null
        return (
          <div class="stack stack-2">
            <p class="small muted">{best.length > 0 ? t.nextBest({ name }) : t.nobodyFree({ name })}</p>
            {best.map((candidate, index) => {
              const of = { name: candidate.name, fit: candidate.fit }
              return (
                <>
                  <PostButton
                    action={`${home}/desk/${row.about}/rematch`}
                    hidden={{ person: personId, with: candidate.personId }}
                    small
                    wide
                    label={isOpen ? t.insteadLabel({ ...of, with: name }) : t.rematchLabel({ ...of, with: name })}
                  >
                    {isOpen ? t.instead(of) : t.rematch(of)}
                  </PostButton>
                  {index === 0 && candidate.reasons[0] && <p class="small muted">{candidate.reasons[0]}</p>}
                </>
              )
            })}
          </div>
        )
      })}
      {toBeHelped(row).length > 0 && (
        <a class="more small" href={`${home}/desk/${row.about}/exchange`} aria-label={labelOf(props, ways.more)}>
          {ways.more}
        </a>
      )}
    </>
  )
}
