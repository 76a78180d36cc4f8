import type { FC } from 'hono/jsx'
import { dayIn, formatDate, formatMoment } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { SummaryList } from '../../../ui/lists.tsx'
import { Note, Section } from '../../../ui/sections.tsx'
import { Face, Tag } from '../../../ui/status.tsx'
import { isReviewDue } from '../connection-state.ts'
import { daysAgo } from '../days-ago.ts'
import type { Overview } from '../overview.ts'
import { namesOf } from '../parts.tsx'
import { peerWords } from '../peer-words.ts'
import { portraitLine } from '../portrait.ts'
import type { Member } from '../members.ts'
import { words } from '../words.ts'
import { mediumName, rhythmName } from './agreement.tsx'

/** The finding that heads a connection's page. */
export function connectionFinding(
  locale: Locale,
  zone: string,
  { connection, members }: Overview,
  now: Temporal.Instant,
): string {
  const t = words(locale)
  const names = namesOf(locale, members)
  const { state, last_contact_at: last, closed_at: closed, paused_until_on: until } = connection
  const on = closed ? formatDate(locale, dayIn(zone, closed)) : ''
  if (state === 'proposed')
    return t.headWaits({
      names: namesOf(
        locale,
        members.filter((member) => member.answer !== 'yes'),
      ),
    })
  if (state === 'declined') return t.headDeclined({ names, on })
  if (state === 'closed') return t.headClosed({ names, on })
  if (state === 'paused') return t.headPaused({ names, until: until ? formatDate(locale, until) : '' })
  const since = last ?? connection.started_at ?? now
  if (state === 'quiet') return t.headQuiet({ names, days: daysAgo(zone, since, now) })
  return last ? t.headTouch({ names, days: daysAgo(zone, last, now) }) : t.headNone({ names })
}

/** Each member with what they answered and what time it is there. */
export const MemberCards: FC<{
  locale: Locale
  zone: string
  members: Member[]
  now: Temporal.Instant
}> = ({ locale, zone, members, now }) => {
  const t = words(locale)
  const said = (member: Member) => {
    if (!member.answer || !member.answeredAt) return t.noAnswer
    return `${t[`answer ${member.answer}`]}, ${formatDate(locale, dayIn(zone, member.answeredAt))}`
  }
  return (
    <Section title={t.members} id="members" aside={t.reasonPrivate}>
      <ul class="lines">
        {members.map((member) => (
          <li>
            <div class="media">
              <Face name={member.name} />
              <div>
                <h3>
                  <bdi>{member.name}</bdi>
                </h3>
                <p>{portraitLine(locale, member)}</p>
                <p class="small muted">{t.nowThere({ time: formatMoment(locale, member.zone, now) })}</p>
                <p class="small">
                  {t.answer}: {said(member)}
                </p>
                {member.answerReason && <p class="small prose">{member.answerReason}</p>}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What the members promised each other, in one place. */
export const AgreementFacts: FC<{ locale: Locale; overview: Overview; today: Temporal.PlainDate }> = (props) => {
  const { locale, overview, today } = props
  const { connection, members } = overview
  const t = words(locale)
  const p = peerWords(locale)
  const reviewOn = connection.review_on
  const agreed = members.every((member) => member.agreedVersion === connection.agreement_version)
  const isDue = isReviewDue({ state: connection.state, reviewOn }, today)
  return (
    <Section title={t.agreement} id="agreement" aside={agreed ? undefined : t.agreementOpen}>
      <SummaryList
        rows={[
          ...members.flatMap(({ name, gives, wants }) => [
            { label: <bdi>{name}</bdi>, value: <GivesAndWants p={p} gives={gives} wants={wants} /> },
          ]),
          { label: p.rhythm, value: rhythmName(p, connection.rhythm_days) },
          { label: p.medium, value: mediumName(p, connection.medium) },
          {
            label: p.reviewOn,
            value: reviewOn ? formatDate(locale, reviewOn) : p.noReview,
            aside: isDue ? <Tag tone="wait">{t.reviewDue}</Tag> : undefined,
          },
        ]}
      />
    </Section>
  )
}

const GivesAndWants: FC<{ p: ReturnType<typeof peerWords>; gives: string; wants: string }> = ({ p, gives, wants }) => (
  <>
    <span class="block">
      {p.gives}: {gives || p.notSaid}
    </span>
    <span class="block">
      {p.wants}: {wants || p.notSaid}
    </span>
  </>
)

/** Why it ended, for facilitators. */
export const CloseNote: FC<{ locale: Locale; overview: Overview }> = ({ locale, overview }) => {
  const t = words(locale)
  const { close_reason: reason, close_words: own } = overview.connection
  if (!reason) return null
  const sentences: Record<string, unknown> = t
  return (
    <Note tone="idle">
      <p>{t.closedWhy({ reason: String(sentences[`close ${reason}`] ?? reason) })}</p>
      {own && <p class="prose">{own}</p>}
    </Note>
  )
}
