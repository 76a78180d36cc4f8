/** How well a half-hour suits: '2' good, '1' if need be, '0' no. */
export const marks = ['0', '1', '2'] as const
export type Mark = (typeof marks)[number]

export const slotMinutes = 30
export const slotsPerDay = 48
export const slotsPerWeek = 7 * slotsPerDay

/** A week in which nothing suits. It says as little as none at all, and is not kept: see `keptWeek`. */
export const emptyWeek = '0'.repeat(slotsPerWeek)

/** Whether a text is a week: 336 marks, half-hours from Monday 00:00 by the person's own clock. */
export function isWeek(text: string): boolean {
  return /^[012]{336}$/.test(text)
}

/** A week as it is kept: one without a single half-hour is nothing said. */
export function keptWeek(week: string): string | null {
  return week === emptyWeek ? null : week
}

/** The week with some half-hours marked anew; numbers that name none are left out. */
export function withSlots(week: string | null, slots: Iterable<number>, mark: Mark): string {
  const changed = Array.from(week ?? emptyWeek)
  for (const slot of slots) if (Number.isInteger(slot) && slot >= 0 && slot < slotsPerWeek) changed[slot] = mark
  return changed.join('')
}

/** The half-hours people look at first, from 7:00 to 21:00: those of a tick for a whole day. */
export const daytime = [14, 42] as const

/** The half-hours of one day of the week, 0 for Monday; all of them, or a part. */
export function slotsOfDay(day: number, [from, to]: readonly [number, number] = [0, slotsPerDay]): number[] {
  return Array.from({ length: to - from }, (_, index) => day * slotsPerDay + from + index)
}

/** One half-hour of the clock on all seven days: 18 is 9:00. */
export function slotsOfTime(half: number): number[] {
  return Array.from({ length: 7 }, (_, day) => day * slotsPerDay + half)
}

/** A stretch of one day of the week with one mark: from and to in half-hours of the day. */
export interface Stretch {
  day: number
  from: number
  to: number
  mark: Mark
}

/** What of a week is not 'no', in order; a stretch ends with its day. */
export function stretchesOf(week: string): Stretch[] {
  const stretches: Stretch[] = []
  for (let slot = 0; slot < slotsPerWeek; slot += 1) {
    const mark = week[slot] as Mark
    if (mark === '0') continue
    const [day, half] = [Math.floor(slot / slotsPerDay), slot % slotsPerDay]
    const last = stretches.at(-1)
    if (last?.day === day && last.to === half && last.mark === mark) last.to += 1
    else stretches.push({ day, from: half, to: half + 1, mark })
  }
  return stretches
}
