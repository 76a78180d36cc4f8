import type { FC } from 'hono/jsx'
import { dayIn } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import type { Tone } from '../../../ui/status.tsx'
import type { MeetingOfSeason } from '../../activities/overview.ts'
import { mondayOf } from '../board.ts'
import { cellWords } from '../cell-words.ts'
import { weekTime } from './naming.ts'

const looks: Record<MeetingOfSeason['state'], { mark: string; tone: Tone }> = {
  draft: { mark: 'ring', tone: 'idle' },
  open: { mark: 'square', tone: 'info' },
  closed: { mark: 'square', tone: 'info' },
  held: { mark: 'square', tone: 'go' },
}

interface Props {
  locale: Locale
  zone: string
  initiativeHome: string
  meeting: MeetingOfSeason
  mondays: readonly Temporal.PlainDate[]
  closed: ReadonlySet<string>
}

/** A group meeting in its week, to look at only: its time is changed on its own page. */
export const MeetingLine: FC<Props> = ({ locale, zone, initiativeHome, meeting, mondays, closed }) => {
  const t = cellWords(locale)
  const href = `${initiativeHome}/meetings/${meeting.id}`
  const week = mondayOf(dayIn(zone, meeting.starts_at))
  const { mark, tone } = looks[meeting.state]
  return (
    <tr>
      <th scope="row">
        <a href={href}>
          <bdi>{meeting.title}</bdi>
        </a>
        <span class="small muted">{t.groupMeeting}</span>
      </th>
      {mondays.map((monday) => (
        <td data-closed={closed.has(monday.toString()) ? 'yes' : undefined}>
          {monday.equals(week) && (
            <a class="slot" data-tone={tone} data-mark={mark} href={href} draggable="false">
              <b>{weekTime(locale, zone, meeting.starts_at)}</b> <span>{t[`meeting ${meeting.state}`]}</span>
            </a>
          )}
        </td>
      ))}
    </tr>
  )
}
