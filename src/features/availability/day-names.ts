import type { Locale } from '../../platform/i18n/catalogue.ts'

const monday = Temporal.PlainDate.from('2024-01-01')

/** 'Monday' or 'Mon' in the language of the page; days are numbered from 0 for Monday. */
export function weekdayName(locale: Locale, day: number, style: 'short' | 'long'): string {
  return monday.add({ days: day }).toLocaleString(locale, { weekday: style })
}

/** The number of a half-hour of the day written as `halfHour` does; null where it is none. */
export function readHalfHour(text: string): number | null {
  const [, hour, minutes] = /^(\d{1,2}):(00|30)$/.exec(text) ?? []
  return hour !== undefined && Number(hour) < 24 ? Number(hour) * 2 + (minutes === '30' ? 1 : 0) : null
}

/** '9:00': a half-hour of the day by its number. */
export function halfHour(half: number): string {
  return `${Math.floor(half / 2)}:${half % 2 === 0 ? '00' : '30'}`
}
