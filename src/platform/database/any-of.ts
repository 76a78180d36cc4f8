import { sql } from 'kysely'

/**
 * One of these ids, as one value: `where('id', '=', anyOf(ids))` is the same statement however many there are, so that it
 * can stay prepared; `in` is another for each length.
 */
export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`
}
