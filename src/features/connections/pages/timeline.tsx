import type { FC } from 'hono/jsx'
import { formatDate, formatMoment, formatShortDay } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Timeline } from '../../../ui/lists.tsx'
import type { TimelineEntry } from '../timeline.ts'
import { timelineWords, type Told } from '../timeline-words.ts'
import { words } from '../words.ts'

export interface TimelineProps {
  locale: Locale
  zone: string
  entries: TimelineEntry[]
  /** Names of all who were ever members, by person id. */
  names: Map<string, string>
  /** Where a contact can be corrected, or null when the viewer did not log it. */
  correctAt: (entry: TimelineEntry) => string | null
}

/** What happened, each with who and when. What has no sentence is left to the audit trail. */
export const ConnectionTimeline: FC<TimelineProps> = (props) => {
  const { locale, zone, entries, correctAt } = props
  const t = timelineWords(locale)
  const items = entries.flatMap((entry) => {
    const sentence = sentenceOf(props, entry)
    if (!sentence) return []
    const correct = correctAt(entry)
    return [
      {
        at: formatShortDay(locale, zone, entry.at),
        datetime: entry.at.toString(),
        children: (
          <>
            <p>
              {sentence} {correct && <a href={correct}>{words(locale).correct}</a>}
            </p>
            {entry.contact?.note && <p class="prose">{entry.contact.note}</p>}
            {entry.note && <p class="prose">{entry.note}</p>}
            <p class="small muted">{t.by({ when: formatMoment(locale, zone, entry.at), who: entry.who })}</p>
          </>
        ),
      },
    ]
  })
  return <Timeline items={items} />
}

const variants: Record<string, string> = {
  'connection.answer': 'answer',
  'connection.watch': 'to',
  'session.reply': 'reply',
}

function sentenceOf({ locale, zone, names }: TimelineProps, { verb, details }: TimelineEntry): string | null {
  const sentences: Record<string, string | ((told: Told) => string)> = { ...timelineWords(locale), by: '' }
  const variant = variants[verb]
  const sentence = sentences[variant ? `${verb} ${String(details[variant])}` : verb]
  if (!sentence) return null
  if (typeof sentence === 'string') return sentence
  const day = details.until ?? details.next
  return sentence({
    name: names.get(String(details.personId)) ?? '',
    on: typeof day === 'string' ? formatDate(locale, Temporal.PlainDate.from(day)) : '',
    when:
      typeof details.startsAt === 'string' ? formatMoment(locale, zone, Temporal.Instant.from(details.startsAt)) : '',
    minutes: Number(details.minutes ?? 0),
  })
}
