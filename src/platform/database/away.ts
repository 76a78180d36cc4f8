/** Whether an error says that the database cannot be reached or cannot take more, rather than that a query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (/^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08\d{3}|57P0\d|53\d{3}|58\d{3})$/.test(code)) return true
  return /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message)
}
