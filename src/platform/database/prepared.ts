/** Times a statement is asked for before it is worth a place. */
const usesBefore = 20
/** Statements kept at most: each costs every connection of the server some 20 kB. */
const most = 150
/** Longer texts are mostly lists of values, different each time. */
const longest = 10_000

const uses = new Map<string, number>()
const names = new Map<string, string>()
let isOff = false

/**
 * The name under which a statement is prepared, once it is asked for often: PostgreSQL then parses and plans it once a
 * connection instead of once a page, which is more than half of what a page costs it (docs/decisions/004-prepared-statements.md).
 * @returns undefined for a statement that is rare, long or has no values
 */
export function preparedName(text: string, values: readonly unknown[]): string | undefined {
  if (isOff || values.length === 0 || text.length > longest) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= most) return known
  const count = (uses.get(text) ?? 0) + 1
  if (count > usesBefore) {
    uses.delete(text)
    names.set(text, `perennial_${names.size}`)
  } else {
    if (uses.size >= 2_000) uses.clear()
    uses.set(text, count)
  }
  return names.get(text)
}

/**
 * Whether an error says that a prepared statement no longer holds: its table was changed under it (an update that is
 * being rolled out), or a pooler between us and the server handed the connection to somebody else.
 */
export function isOutdated(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  if (error.code === '26000' || error.code === '42P05') return true
  return error.code === '0A000' && error.message.includes('cached plan')
}

/** Prepares nothing more in this process: slower, and always right. */
export function stopPreparing(): void {
  isOff = true
}

/** Begins anew. For tests only. */
export function startPreparing(): void {
  isOff = false
  uses.clear()
  names.clear()
}
