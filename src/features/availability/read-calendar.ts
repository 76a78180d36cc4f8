import { OutsideError } from '../../platform/outside/outside-error.ts'
import { type Outside, type OutsideAnswer, readAddress } from '../../platform/outside/guarded-fetch.ts'
import { busyInCalendars } from './busy-in-calendars.ts'
import type { Reading } from './busy-times.ts'
import type { Window } from './free-time.ts'
import type { Trouble } from './reading-trouble.ts'

/** A calendar as its owner described it, opened. */
export interface Calendar {
  kind: 'ics' | 'caldav'
  address: string
  user?: string
  password?: string
}

/** A calendar could not be read. */
export class CalendarTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(`A calendar could not be read: ${trouble}`)
    this.trouble = trouble
  }
}

const mostCalendars = 10
const mostQuestions = 40
const mostMilliseconds = 30_000

/** Reads what is busy in somebody's calendar. Throws CalendarTrouble where that cannot be done. */
export async function readCalendar(outside: Outside, calendar: Calendar, reading: Reading): Promise<Window[]> {
  try {
    const texts =
      calendar.kind === 'ics' ? [await fileOf(outside, calendar)] : await objectsOf(outside, calendar, reading)
    return await busyInCalendars(texts, reading)
  } catch (cause) {
    if (cause instanceof CalendarTrouble) throw cause
    if (cause instanceof OutsideError) throw new CalendarTrouble(cause.trouble)
    throw new CalendarTrouble('unreadable')
  }
}

async function fileOf(outside: Outside, { address }: Calendar): Promise<string> {
  const answer = await outside(address, { headers: { accept: 'text/calendar' } })
  refuseFailed(answer)
  return answer.body.toString('utf8')
}

function refuseFailed({ status }: OutsideAnswer): void {
  if (status === 401 || status === 403) throw new CalendarTrouble('refused')
  if (status === 404 || status === 410) throw new CalendarTrouble('missing')
  if (status < 200 || status > 299) throw new CalendarTrouble('unreachable')
}

/** Every event of every calendar of an account, each as a text of its own; all questions go through the guard. */
async function objectsOf(outside: Outside, { address, user = '', password = '' }: Calendar, reading: Reading) {
  const { createDAVClient } = await import('tsdav')
  const account = readAddress(address)
  let questions = 0
  const began = performance.now()
  let trouble: unknown = null
  const ask = async (target: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    questions += 1
    if (questions > mostQuestions) throw new CalendarTrouble('large')
    if (performance.now() - began > mostMilliseconds) throw new CalendarTrouble('slow')
    const headers = Object.fromEntries(new Headers(init.headers))
    delete headers.authorization
    try {
      const isTrusted = mayHavePassword(account, readAddress(String(target)))
      const answer = await outside(String(target), {
        method: init.method ?? 'GET',
        headers,
        ...(isTrusted ? { credentials: `${user}:${password}` } : {}),
        follow: init.redirect !== 'manual',
        ...(typeof init.body === 'string' ? { body: init.body } : {}),
      })
      if (answer.status === 401 || answer.status === 403) trouble = new CalendarTrouble('refused')
      if (answer.status >= 500) trouble = new CalendarTrouble('unreachable')
      const isBare = [101, 204, 205, 304].includes(answer.status)
      const body = isBare ? null : new Uint8Array(answer.body)
      return new Response(body, { status: answer.status, headers: answer.headers })
    } catch (cause) {
      trouble = cause
      throw cause
    }
  }
  try {
    const credentials = { username: user, password }
    const asked = { serverUrl: account.href, credentials, authMethod: 'Basic', defaultAccountType: 'caldav' } as const
    const client = await createDAVClient({ ...asked, fetch: ask })
    const timeRange = { start: reading.from.toString(), end: reading.to.toString() }
    const texts: string[] = []
    const calendars = await client.fetchCalendars()
    // To the library a server that fails has no calendars: that must not count as nothing busy.
    if (calendars.length === 0) throw new CalendarTrouble('missing')
    for (const calendar of calendars.slice(0, mostCalendars)) {
      const urlFilter = (url: string) => !url.endsWith('/')
      const objects = await client.fetchCalendarObjects({ calendar, timeRange, urlFilter })
      for (const { data } of objects) if (typeof data === 'string') texts.push(data)
    }
    return texts
  } catch (cause) {
    throw trouble ?? cause
  }
}

/**
 * Whether the password of an account may go to where the library goes next: a large provider keeps calendars on another
 * host than the one that was named, so to others over a safe line. Throws where a safe line would become an open one.
 */
function mayHavePassword(account: URL, target: URL): boolean {
  if (account.protocol === 'https:' && target.protocol === 'http:')
    throw new OutsideError('address', 'From a safe line to an open one.')
  return target.origin === account.origin || target.protocol === 'https:'
}
