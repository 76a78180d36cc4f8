import { type Mark, slotsPerDay, withSlots } from './week.ts'

/** The days of a week as the half-day grid names them, Monday first. */
export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type WeekDay = (typeof weekDays)[number]

/** Wall-clock hours of each half-day, in the person's own zone. */
export const dayParts = { am: [9, 13], pm: [13, 17], ev: [17, 20] } as const
export type DayPart = keyof typeof dayParts
export const partNames: readonly DayPart[] = ['am', 'pm', 'ev']

/** 'mon-am' … 'sun-ev': one field of the half-day grid, which is a coarse view of the week. */
export type HalfDay = `${WeekDay}-${DayPart}`
export const halfDays: readonly HalfDay[] = weekDays.flatMap((day) =>
  partNames.map((part) => `${day}-${part}` as const),
)

/** Whether a text names a field of the grid. */
export function isHalfDay(code: string): code is HalfDay {
  return (halfDays as readonly string[]).includes(code)
}

/** The half-days of which every half-hour is good. */
export function halfDaysOf(week: string | null): HalfDay[] {
  return week === null ? [] : halfDays.filter((code) => slotsOf(code).every((slot) => week[slot] === '2'))
}

/** A week of half-days alone; unknown codes are left out. */
export function weekOf(...codes: string[]): string {
  return withHalfDays(null, codes)
}

/** The week after somebody ticked these half-days: only where a tick changed do the half-hours change. */
export function withHalfDays(week: string | null, codes: readonly string[]): string {
  const before = new Set<string>(halfDaysOf(week))
  const after = new Set(codes)
  const changed = (mark: Mark) =>
    halfDays
      .filter((code) => before.has(code) !== after.has(code) && after.has(code) === (mark === '2'))
      .flatMap((code) => slotsOf(code))
  return withSlots(withSlots(week, changed('2'), '2'), changed('0'), '0')
}

function slotsOf(code: HalfDay): number[] {
  const [day, part] = code.split('-') as [WeekDay, DayPart]
  const [from, to] = dayParts[part]
  const first = weekDays.indexOf(day) * slotsPerDay
  return Array.from({ length: 2 * (to - from) }, (_, index) => first + 2 * from + index)
}
