/** Rows an insert takes at once: PostgreSQL allows 65,535 values in a statement, and a mail is a long row. */
const most = 200

/** A list in parts that one insert can take; none for an empty list, which no insert would take. */
export function* inParts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += most) yield rows.slice(from, from + most)
}
