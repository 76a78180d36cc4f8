/** How well a stretch of time suits: 2 good, 1 if need be, 0 not at all; and whether that is known or guessed by the clock. */
export interface Suits {
  level: 0 | 1 | 2
  isKnown: boolean
}

/** Somebody who may come. */
export interface Attender {
  zone: string
  suitsAt(from: Temporal.Instant, to: Temporal.Instant): Suits
}

/** How many a time suits, and how. */
export interface Counts {
  good: number
  ifNeedBe: number
  cannot: number
}

/** A start with how many it suits, and what hour it is in each zone. */
export interface RankedTime {
  startsAt: Temporal.Instant
  /** Of those who said something of their time, or whose holidays and calendars rule the time out. */
  known: Counts
  /** Of those who said nothing, by the clock on their wall. */
  guessed: Counts
  zones: { zone: string; people: number }[]
}

/** Starts shown of one day, so that the list is not one long morning. */
const mostADay = 2

/**
 * The starts at full hours that suit most: first by how many can come at all, then by how many of them without a burden,
 * then the sooner. A guess weighs as much as what is known, or a time at night would look free. Among many who need not all come there is no time without somebody left out, so nobody has a veto.
 * People may share one attender: it is asked once for all of them.
 * @param asked.from the first day, in the organiser's zone
 */
export function rankTimes(
  attenders: readonly Attender[],
  asked: { from: Temporal.PlainDate; days: number; zone: string; minutes: number; now: Temporal.Instant; most: number },
): RankedTime[] {
  const zones = [...Map.groupBy(attenders, ({ zone }) => zone)]
    .map(([zone, people]) => ({ zone, people: people.length }))
    .toSorted((a, b) => b.people - a.people || (a.zone < b.zone ? -1 : 1))
  const alike = [...Map.groupBy(attenders, (one) => one)].map(([one, { length: people }]) => ({ one, people }))
  const first = asked.from.toZonedDateTime(asked.zone)
  const hours = Array.from({ length: asked.days * 24 }, (_, hour) => first.add({ hours: hour }).toInstant())
  const ranked = hours
    .filter((startsAt) => Temporal.Instant.compare(startsAt, asked.now) > 0)
    .map((startsAt): RankedTime => {
      const endsAt = startsAt.add({ minutes: asked.minutes })
      return { startsAt, ...countSuits(alike, startsAt, endsAt), zones }
    })
    .filter((time) => both(time, 'good') + both(time, 'ifNeedBe') > 0)
    .toSorted(
      (a, b) =>
        both(a, 'cannot') - both(b, 'cannot') ||
        both(b, 'good') - both(a, 'good') ||
        Temporal.Instant.compare(a.startsAt, b.startsAt),
    )
  const shown = new Map<string, number>()
  return ranked
    .filter(({ startsAt }) => {
      const day = startsAt.toZonedDateTimeISO(asked.zone).toPlainDate().toString()
      shown.set(day, (shown.get(day) ?? 0) + 1)
      return (shown.get(day) ?? 0) <= mostADay
    })
    .slice(0, asked.most)
}

const both = ({ known, guessed }: RankedTime, kind: keyof Counts): number => known[kind] + guessed[kind]

const kinds = ['cannot', 'ifNeedBe', 'good'] as const

function countSuits(
  alike: readonly { one: Attender; people: number }[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Pick<RankedTime, 'known' | 'guessed'> {
  const known = { good: 0, ifNeedBe: 0, cannot: 0 }
  const guessed = { good: 0, ifNeedBe: 0, cannot: 0 }
  for (const { one, people } of alike) {
    const { level, isKnown } = one.suitsAt(from, to)
    ;(isKnown ? known : guessed)[kinds[level]] += people
  }
  return { known, guessed }
}

/** Somebody of whom nothing is known but the clock on their wall. */
export function byLocalHour(zone: string, weekendDays: readonly number[] = [6, 7]): Attender {
  return {
    zone,
    suitsAt(from, to) {
      const start = from.toZonedDateTimeISO(zone)
      const end = to.toZonedDateTimeISO(zone)
      const begins = start.hour + start.minute / 60
      const ends = end.hour + end.minute / 60
      const isOneDay = start.toPlainDate().equals(end.toPlainDate())
      if (!isOneDay || begins < 7 || ends > 21) return { level: 0, isKnown: false }
      const isWorkday = !weekendDays.includes(start.dayOfWeek)
      return { level: isWorkday && begins >= 9 && ends <= 18 ? 2 : 1, isKnown: false }
    },
  }
}
