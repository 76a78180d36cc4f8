import pg from 'pg'

const { builtins, getTypeParser } = pg.types
// pg knows it, its list of names does not.
const textArray = 1009 as Parameters<typeof getTypeParser>[0]
const arraysOf = { timestamptz: 1185, date: 1182, int8: 1016 }

// pg writes an object as JSON, quotes included, unless it has `toPostgres`. Wrapping every value at every call would be
// forgotten somewhere, so the platform's own types learn it here, once. A ZonedDateTime does not: a column cannot hold one.
for (const type of [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainTime,
  Temporal.PlainDateTime,
  Temporal.Duration,
]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    configurable: true,
    value(this: { toString(): string }) {
      return this.toString()
    },
  })
}

function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}

function parseDate(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text)
}

function parseWholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`The database holds ${text}, too large for an exact number.`)
  return number
}

// pg parses arrays of text by itself; each element then goes through the parser of its type.
function parseArray<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  const parseTexts: (text: string) => (string | null)[] = getTypeParser(textArray, 'text')
  return (text) => parseTexts(text).map((element) => (element === null ? null : parse(element)))
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, parseInstant],
  [builtins.DATE, parseDate],
  [builtins.INT8, parseWholeNumber],
  [arraysOf.timestamptz, parseArray(parseInstant)],
  [arraysOf.date, parseArray(parseDate)],
  [arraysOf.int8, parseArray(parseWholeNumber)],
])

/**
 * How values of our own pool become JavaScript: timestamptz -> Temporal.Instant, date -> Temporal.PlainDate,
 * int8 -> number (throws beyond 2^53), json as parsed. Given to one pool, not set globally: pg-boss and better-auth,
 * which have pools of their own, expect Date.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || getTypeParser(oid, format ?? 'text')) as typeof getTypeParser,
}
