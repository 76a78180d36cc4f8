import type { FC } from 'hono/jsx'
import { formatTime } from '../../../platform/clock.ts'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Zones, type ZonesRow } from '../../../ui/zones.tsx'
import { burdenAt } from '../burden.ts'
import type { Member } from '../store.ts'
import { words } from '../words.ts'

interface Props {
  locale: Locale
  self: Member
  others: Member[]
  poll: { minutes: number; options: { starts_at: Temporal.Instant }[] }
}

const dayMinutes = 1440

/** Everybody's day on one line of time, in minutes of the reader's own day, with the proposed times marked. */
export const EverybodysDay: FC<Props> = ({ locale, self, others, poll }) => {
  const t = words(locale)
  const { minutes, options } = poll
  const first = options[0]?.starts_at
  if (!first) return null
  const line = [self, ...others]
  const offset = Math.round(first.toZonedDateTimeISO(self.zone).offsetNanoseconds / 6e10)
  const minuteOf = (at: Temporal.Instant) =>
    (((at.epochMilliseconds / 60_000 + offset) % dayMinutes) + dayMinutes) % dayMinutes
  const midnight = first.subtract({ seconds: Math.round(minuteOf(first) * 60) })
  // Options at one time of day, on different days, share one mark: 'A, C'.
  const marks = [...Map.groupBy(options.entries(), ([, option]) => minuteOf(option.starts_at))].map(([at, shared]) => ({
    at,
    label: shared.map(([index]) => optionLetter(index)).join(', '),
    startsAt: shared[0]?.[1].starts_at ?? first,
  }))
  return (
    <Zones
      label={t.dayLabel}
      from={0}
      to={dayMinutes}
      rows={line.map((member) => ({
        name: member === self ? t.you({ name: member.name }) : member.name,
        place: member.city,
        segments: segmentsOf(member.zone, midnight),
        times: marks.map(({ startsAt }) => ({
          text: formatTime(locale, member.zone, startsAt),
          awkward: burdenAt(startsAt, minutes, member.zone, member.weekendDays).kind !== 'core',
        })),
      }))}
      options={marks}
      words={{ core: t.core, edge: t.edge, night: t.night }}
    />
  )
}

/** The letter an option goes by: A, B, C. */
export function optionLetter(index: number): string {
  return String.fromCodePoint(65 + index)
}

/** The parts of one person's day: nine to six, the edges from seven and until nine, and the rest. */
function segmentsOf(zone: string, midnight: Temporal.Instant): ZonesRow['segments'] {
  const segments: ZonesRow['segments'] = []
  for (let minute = 0; minute < dayMinutes; minute += 30) {
    const { hour } = midnight.add({ minutes: minute }).toZonedDateTimeISO(zone)
    const kind = hour >= 9 && hour < 18 ? 'core' : hour >= 7 && hour < 21 ? 'edge' : 'night'
    const last = segments.at(-1)
    if (last?.kind === kind) last.to = minute + 30
    else segments.push({ from: minute, to: minute + 30, kind })
  }
  return segments
}
