import pg from 'pg'
import { isOutdated, preparedName, stopPreparing } from './prepared.ts'

/** What happens at the chosen call: an error as if the call had failed, or the death of the process. */
export interface Fault {
  /** The call at which it happens, counted from 1. */
  at: number
  kind: 'throw' | 'exit'
}

/** Thrown by a fault of kind `throw`. */
export class FaultError extends Error {
  override name = 'FaultError'
}

let armed: Fault | undefined
let counting = false
let calls: string[] = []

/** Counts from zero again and makes the given call fail; each fault happens once. For tests only. */
export function armFault(fault: Fault): void {
  startCounting()
  armed = fault
}

/** Counts calls from zero without failing any. For tests only. */
export function startCounting(): void {
  armed = undefined
  counting = true
  calls = []
}

/** Ends counting and failing. */
export function disarmFaults(): void {
  armed = undefined
  counting = false
}

/** How many database calls and file operations there were since counting began. */
export function faultCount(): number {
  return calls.length
}

/** The names of those calls, in their order, to be shown when a test fails. */
export function faultCalls(): readonly string[] {
  return calls
}

/**
 * Marks a place where the process may die: before each database call and each file operation. Does nothing unless
 * a test counts or has armed a fault.
 * @param name what is about to be done, in a few words
 */
export function faultPoint(name: string): void {
  if (!counting) return
  calls.push(name)
  if (!armed || calls.length !== armed.at) return
  const { kind } = armed
  armed = undefined
  if (kind === 'exit') process.kill(process.pid, 'SIGKILL')
  throw new FaultError(`fault ${calls.length}: ${name}`)
}

/** A client of which every query is a fault point, and the frequent ones are prepared. */
export class CountedClient extends pg.Client {
  // pg has seven signatures for `query`; this only passes through whatever it is given.
  override query = ((...args: unknown[]) => {
    try {
      faultPoint(nameOf(args[0]))
    } catch (error) {
      const [query] = args
      // A stream (COPY) is handed back as it came: its caller expects no promise.
      if (typeof query === 'object' && query !== null && 'submit' in query) throw error
      const callback = args.at(-1)
      if (typeof callback !== 'function') return Promise.reject(error)
      queueMicrotask(() => callback(error))
      return undefined
    }
    const ask = (...asked: unknown[]) => Reflect.apply(pg.Client.prototype.query, this, asked)
    const [text, values] = args
    if (args.length !== 2 || typeof text !== 'string' || !Array.isArray(values)) return ask(...args)
    const name = preparedName(text, values)
    return name === undefined ? ask(...args) : askAgainIfOutdated(ask({ name, text, values }), () => ask(...args))
  }) as pg.Client['query']
}

// Within a transaction the second try fails as well; the first error then says why, and `inTransaction` begins anew.
async function askAgainIfOutdated<T>(answer: Promise<T>, again: () => Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!isOutdated(error)) throw error
    stopPreparing()
    return again().catch(() => {
      throw error
    })
  }
}

function nameOf(query: unknown): string {
  const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : query
  return String(text).trim().slice(0, 80)
}
