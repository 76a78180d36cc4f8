const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // shut down by its administrator; crashed; starting or stopping; database dropped
  '57P01',
  '57P02',
  '57P03',
  '57P04',
  // idle in transaction for too long, which cuts the connection
  '25P03',
])
// connection trouble; no room on the disk, in memory or for connections; the disk itself fails
const awayClasses = ['08', '53', '58']
const awaySentences =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed)|not queryable/

/**
 * Whether an error means that the database cannot be reached, or cannot take more, now and may be back soon: the answer
 * is 'try again in a moment' (503), not 'something is broken'.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'EPIPE')
    return 'syscall' in error && (error.syscall === 'connect' || error.syscall === 'write')
  return (
    (code !== undefined && (awayCodes.has(code) || awayClasses.includes(code.slice(0, 2)))) ||
    awaySentences.test(error.message)
  )
}

/** Whether an error means that the disk of the database is full: nothing was saved, nothing old is lost. */
export function isDiskFull(error: unknown): boolean {
  const code = codeOf(error)
  return code === '53100' || code === 'ENOSPC' || code === 'EDQUOT'
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
