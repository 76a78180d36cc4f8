/** How one comes to a meeting. */
export type How = 'room' | 'online'

/** A party in the queue of one way of coming, the first to ask first. */
export interface Party {
  personId: string
  size: number
  /** How many parties behind it were let past because it did not fit. */
  passedOver: number
}

/** How often a party may be let past before free seats are kept for it. */
export const mostPassedOver = 2

/** Hours at most for which an offered place is kept. */
const mostHoursKept = 48

/**
 * Who gets the seats that are free: the first in the queue that fits whole, because a party is not parted. A party that
 * does not fit keeps its place in front; once two were let past it, free seats are kept until it fits. One larger than
 * all the seats there are is let past without end.
 * @param free seats nobody has; null where there is no limit
 * @param all seats there are; null where there is no limit
 */
export function nextInLine(
  queue: readonly Party[],
  free: number | null,
  all: number | null,
): { next: Party; passed: Party[] } | null {
  const passed: Party[] = []
  for (const party of queue) {
    if (free === null || party.size <= free) return { next: party, passed }
    const couldEver = all === null || party.size <= all
    if (couldEver && party.passedOver >= mostPassedOver) return null
    passed.push(party)
  }
  return null
}

/** Until when a freed place is kept for whom it is offered to: a third of the time that is left, at most two days. */
export function keepUntil(now: Temporal.Instant, startsAt: Temporal.Instant): Temporal.Instant {
  const minutes = Math.max(0, Math.floor(now.until(startsAt).total('minutes') / 3))
  return now.add({ minutes: Math.min(minutes, mostHoursKept * 60) })
}

/** Seats that nobody has; null where there is no limit. */
export function freeSeats(capacity: number | null, taken: number): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken)
}
