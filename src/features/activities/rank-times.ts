/** Somebody who may come, and how well a stretch of time suits them: 2 good, 1 if need be, 0 not at all. */
export interface Attender {
  zone: string
  levelAt(from: Temporal.Instant, to: Temporal.Instant): 0 | 1 | 2
}

/** A start with how many it suits, and what hour it is in each zone. */
export interface RankedTime {
  startsAt: Temporal.Instant
  good: number
  ifNeedBe: number
  cannot: number
  zones: { zone: string; people: number }[]
}

/** Starts shown of one day, so that the list is not one long morning. */
const mostADay = 2

/**
 * The starts at full hours that suit most: first by how many can come at all, then by how many of them without a burden,
 * then the sooner. Among many who need not all come there is no time without somebody left out, so nobody has a veto.
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
      const [cannot, ifNeedBe, good] = countLevels(alike, startsAt, endsAt)
      return { startsAt, good, ifNeedBe, cannot, zones }
    })
    .filter(({ good, ifNeedBe }) => good + ifNeedBe > 0)
    .toSorted((a, b) => a.cannot - b.cannot || b.good - a.good || Temporal.Instant.compare(a.startsAt, b.startsAt))
  const shown = new Map<string, number>()
  return ranked
    .filter(({ startsAt }) => {
      const day = startsAt.toZonedDateTimeISO(asked.zone).toPlainDate().toString()
      shown.set(day, (shown.get(day) ?? 0) + 1)
      return (shown.get(day) ?? 0) <= mostADay
    })
    .slice(0, asked.most)
}

function countLevels(
  alike: readonly { one: Attender; people: number }[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): [cannot: number, ifNeedBe: number, good: number] {
  const counts: [number, number, number] = [0, 0, 0]
  for (const { one, people } of alike) counts[one.levelAt(from, to)] += people
  return counts
}

/** How well a time suits somebody of whom nothing is known but the clock on their wall. */
export function byLocalHour(zone: string): Attender {
  return {
    zone,
    levelAt(from, to) {
      const start = from.toZonedDateTimeISO(zone)
      const end = to.toZonedDateTimeISO(zone)
      const begins = start.hour + start.minute / 60
      const ends = end.hour + end.minute / 60
      const isOneDay = start.toPlainDate().equals(end.toPlainDate())
      if (!isOneDay || begins < 7 || ends > 21) return 0
      const isWorkday = start.dayOfWeek <= 5
      return isWorkday && begins >= 9 && ends <= 18 ? 2 : 1
    },
  }
}
