export interface AgendaItem {
  title: string
  minutes: number
  who: string
}

/** An item with when it begins. */
export type TimedItem = AgendaItem & { startsAt: Temporal.Instant }

/** The programme with the start of each item: one follows the other from the start of the meeting on. */
export function timed(startsAt: Temporal.Instant, items: readonly AgendaItem[]): TimedItem[] {
  let next = startsAt
  return items.map((item) => {
    const here = next
    next = next.add({ minutes: item.minutes })
    return { ...item, startsAt: here }
  })
}

/** Minutes of all items together. */
export function totalMinutes(items: readonly AgendaItem[]): number {
  return items.reduce((sum, item) => sum + item.minutes, 0)
}
