/**
 * The days of rest of a country as ISO weekday numbers, by Unicode's CLDR as the runtime knows it: Saturday and Sunday
 * where the country is unknown.
 */
export function weekendOf(country: string | null): number[] {
  if (country === null) return [6, 7]
  return otherThanCldr[country] ?? new Intl.Locale(`und-${country}`).getWeekInfo().weekend.toSorted((a, b) => a - b)
}

// Where CLDR says something else than offices of the state do: Bangladesh and the Maldives rest on Friday and Saturday,
// Brunei on Friday and Sunday, India and Uganda on Saturday too.
const otherThanCldr: Record<string, number[]> = {
  BD: [5, 6],
  IN: [6, 7],
  UG: [6, 7],
  BN: [5, 7],
  MV: [5, 6],
}
