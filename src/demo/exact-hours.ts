import type { saySo } from '../features/availability/actions.ts'
import { slotsOfTime, withSlots } from '../features/availability/week.ts'
import type { PeerKey } from './cast.ts'

type Said = Parameters<typeof saySo>[2]

/** Hours of the clock on working days, in half-hours from midnight. */
const onDays = (days: readonly number[], from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => slotsOfTime(from + index)).flatMap((slots) =>
    days.flatMap((day) => slots[day] ?? []),
  )

const weekdays = [0, 1, 2, 3, 4]

/** Peers far from most others who drew their week to the half-hour, after the one-minute form. */
export const exactHours: Partial<Record<PeerKey, Said>> = {
  // Quito, before the office: it is evening in Dhaka.
  paola: ({ week }) => ({ week: withSlots(week, onDays(weekdays, 14, 18), '1'), sessionsPerWeek: 2 }),
  esteban: ({ week }) => ({ week: withSlots(week, onDays([1, 3], 15, 18), '1'), minutesPerMonth: 90 }),
  // Dhaka, after supper, but not on Thursday, when the days of rest begin.
  rahim: ({ week }) => ({ week: withSlots(week, onDays([6, 0, 1, 2], 38, 43), '1') }),
  farida: ({ week }) => ({ week: withSlots(week, onDays([6, 0, 1], 34, 40), '1'), sessionsPerWeek: 1 }),
  // Manila lies between.
  marisol: ({ week }) => ({ week: withSlots(week, onDays(weekdays, 41, 43), '1') }),
}
