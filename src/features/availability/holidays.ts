import type { Exception } from './free-time.ts'

const known = new Map<string, readonly Temporal.PlainDate[]>()

/**
 * Public holidays of a whole country in some years; none where the country is unknown or its holidays are. Those by the
 * moon are foretold, and may come a day earlier or later.
 */
export async function holidaysOf(country: string | null, years: readonly number[]): Promise<Temporal.PlainDate[]> {
  if (country === null) return []
  const days: Temporal.PlainDate[] = []
  for (const year of years) {
    const key = `${country} ${year}`
    const found = known.get(key) ?? (await compute(country, year))
    known.set(key, found)
    days.push(...found)
  }
  return days
}

/** Holidays as exceptions, but for days on which a person works all the same. */
export function asExceptions(
  days: readonly Temporal.PlainDate[],
  works: (day: Temporal.PlainDate) => boolean,
): Exception[] {
  return days.filter((day) => !works(day)).map((day) => ({ from: day, to: day, level: 0 }))
}

// The library and what it builds on take 50 MB: nobody pays for them who asks for nobody's holidays.
async function compute(country: string, year: number): Promise<Temporal.PlainDate[]> {
  const { default: Holidays } = await import('date-holidays')
  const found = new Holidays(country).getHolidays(year)
  const days = new Set<string>()
  for (const { type, date, start, end } of found) {
    if (type !== 'public') continue
    const first = Temporal.PlainDate.from(date.slice(0, 10))
    const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
    for (let index = 0; index < count; index += 1) days.add(first.add({ days: index }).toString())
  }
  return [...days].toSorted().map((day) => Temporal.PlainDate.from(day))
}
