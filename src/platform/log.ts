import { type DestinationStream, pino } from 'pino'

export type Log = pino.Logger

// What a database error quotes: 'Key (email)=(ana@peers.example) already exists', the row of a failed check, a statement.
const quoting = ['detail', 'where', 'internalQuery', 'hint', 'parameters']
const personal = ['email', 'token', 'name', 'to']

/**
 * Structured log lines. Call it with ids, never with names, addresses or texts.
 * @param destination standard output when not given
 */
export function openLog(level: string, destination?: DestinationStream): Log {
  const paths = [...personal, ...quoting].map((name) => `*.${name}`)
  const options = { level, base: null, redact: { paths, censor: '…' } }
  return destination ? pino(options, destination) : pino(options)
}
