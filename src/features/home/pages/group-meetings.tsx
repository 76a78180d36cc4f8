import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Section } from '../../../ui/sections.tsx'
import type { Mine } from '../mine.ts'
import { words } from '../words.ts'

/** Group meetings at which a person has a place or waits for one, each with the way to its page. */
export const GroupMeetings: FC<{ locale: Locale; zone: string; path: string; mine: Mine }> = (props) => {
  const { locale, zone, path, mine } = props
  const t = words(locale)
  const shown = mine.meetings.filter(({ state }) => state === 'coming' || state === 'waiting')
  if (shown.length === 0) return null
  return (
    <Section title={t.groupMeetings} id="group-meetings">
      <ul class="lines">
        {shown.map(({ id, title, starts_at: startsAt, state }) => (
          <li class="split">
            <div>
              <h3>
                <bdi>{title}</bdi>
              </h3>
              <p class="small muted">{formatMoment(locale, zone, startsAt)}</p>
              <p class="small">{state === 'coming' ? t.meetingComing : t.meetingWaiting}</p>
            </div>
            <PostButton
              action={`${path}/open`}
              hidden={{ way: 'meeting', subject: id }}
              label={t.openMeeting({ title })}
            >
              {t.open}
            </PostButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
