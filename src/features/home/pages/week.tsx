import type { FC } from 'hono/jsx'
import { dayIn, formatDate, formatMoment, formatTime, zoneLabel } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { Card, Section } from '../../../ui/sections.tsx'
import { isMedium } from '../../connections/connection-state.ts'
import { namesOf } from '../../connections/parts.tsx'
import type { Mine } from '../mine.ts'
import type { Coming } from '../store.ts'
import type { Waiting } from '../waiting.ts'
import { type DayPart, words } from '../words.ts'

/** Which greeting fits a reader's own clock. */
export function dayPart(zone: string, now: Temporal.Instant): DayPart {
  const { hour } = now.toZonedDateTimeISO(zone)
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** The next meeting, with everybody's own time, and the ones after it. */
export const NextMeeting: FC<{ locale: Locale; zone: string; mine: Mine }> = ({ locale, zone, mine }) => {
  const t = words(locale)
  const [next, ...later] = mine.coming
  if (!next) return null
  const others = (session: Coming) =>
    (mine.membersOf.get(session.connection_id) ?? []).filter((one) => one.personId !== mine.personId)
  const medium = isMedium(next.medium) ? t[`by ${next.medium}`] : next.medium
  return (
    <Card
      over={formatMoment(locale, zone, next.starts_at)}
      title={t.next({ names: namesOf(locale, others(next)) })}
      id="next"
    >
      <p class="gap-2">{t.nextLong({ minutes: next.minutes, medium })}</p>
      {others(next)
        .filter((one) => one.zone !== zone)
        .map((one) => (
          <p class="muted">
            <Isolated
              text={t.nextThere({
                name: one.name,
                time: formatTime(locale, one.zone, next.starts_at),
                zone: zoneLabel(locale, one.zone),
              })}
            />
          </p>
        ))}
      {next.place && <p>{next.place}</p>}
      {later.length > 0 && (
        <p class="small muted gap-2">
          {t.later}: {later.map((session) => formatMoment(locale, zone, session.starts_at)).join('; ')}
        </p>
      )}
    </Card>
  )
}

/** What waits for an answer, each with the one button that leads to it. */
export const WaitingList: FC<{ locale: Locale; zone: string; path: string; mine: Mine }> = ({
  locale,
  zone,
  path,
  mine,
}) => {
  const t = words(locale)
  if (mine.waiting.length === 0) return null
  return (
    <Section title={t.waits} id="waiting">
      <ul class="lines">
        {mine.waiting.map((one) => {
          const what = whatWaits(locale, zone, mine, one)
          return (
            <li class="split">
              <p>{what}</p>
              <PostButton
                action={`${path}/open`}
                hidden={{ way: one.way, subject: one.subjectId }}
                label={t.answerAbout({ what })}
              >
                {t.answer}
              </PostButton>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function whatWaits(locale: Locale, zone: string, mine: Mine, { way, connectionId, at, title, count }: Waiting): string {
  const t = words(locale)
  const names = namesOf(locale, mine.membersOf.get(connectionId ?? '') ?? [], mine.personId)
  if (way === 'profile' || way === 'choice') return t[`waits ${way}`]({ initiative: title ?? '' })
  if (way === 'meeting')
    return t['waits meeting']({ title: title ?? '', day: at ? formatDate(locale, dayIn(zone, at)) : '' })
  if (way === 'series') return t['waits series']({ count: count ?? 0, initiative: title ?? '' })
  if (way === 'reply') return t['waits reply']({ names, when: at ? formatMoment(locale, zone, at) : '' })
  if (way === 'checkin') return t['waits checkin']({ names, day: at ? formatDate(locale, dayIn(zone, at)) : '' })
  return t[`waits ${way}`]({ names })
}
