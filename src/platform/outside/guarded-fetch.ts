import { type LookupAddress, promises as dns } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { OutsideError } from './outside-error.ts'
import { isPublicAddress } from './public-address.ts'

export interface OutsideRequest {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** 'user:password' for Basic authentication: sent to the first origin alone, never on to where a redirect leads. */
  credentials?: string
  /** Whether redirects are followed; true unless said otherwise. */
  follow?: boolean
}

export interface OutsideAnswer {
  status: number
  headers: Headers
  /** The address that answered in the end. */
  url: string
  body: Buffer
}

/** Asks a server that somebody named in a form. Throws OutsideError when it may not, cannot, or is asked too much of. */
export type Outside = (address: string, request?: OutsideRequest) => Promise<OutsideAnswer>

export interface OutsideLimits {
  /** Most bytes of an answer's body. */
  bytes: number
  /** For everything together: name, redirects, answer. */
  milliseconds: number
  redirects: number
  /** Whether a host may be asked, by its IP address. Tests open their own machine here; nothing else does. */
  mayReach(address: string): boolean
  /** All addresses of a name. */
  resolve(name: string): Promise<LookupAddress[]>
}

const usual: OutsideLimits = {
  bytes: 2_000_000,
  milliseconds: 10_000,
  redirects: 3,
  mayReach: isPublicAddress,
  resolve: (name) => dns.lookup(name, { all: true }),
}

/**
 * Makes the one way out to addresses that people typed (server-side request forgery: OWASP cheat sheet, 2024). Only http
 * and https; a name is resolved once, every address it has must be public, and the connection goes to the one that was
 * checked; each redirect goes through the same again.
 * @example const outside = guardedFetch(); (await outside('https://example.org/calendar.ics')).body
 */
export function guardedFetch(limits: Partial<OutsideLimits> = {}): Outside {
  const all = { ...usual, ...limits }
  return async (address, request = {}) => {
    const signal = AbortSignal.timeout(all.milliseconds)
    const first = readAddress(address)
    let url = first
    for (let hop = 0; hop <= all.redirects; hop += 1) {
      const answer = await ask(url, headersFor(url, first, request), request, all, signal)
      const next = request.follow === false ? null : redirectOf(answer, url)
      if (!next) return answer
      url = next
    }
    throw new OutsideError('unreachable', 'Too many redirects.')
  }
}

/** The address of a form as a URL: 'webcal://' is https. Throws OutsideError for any other scheme, or a user inside it. */
export function readAddress(address: string): URL {
  const url = URL.parse(address.trim().replace(/^webcals?:/i, 'https:'))
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.hostname === '')
    throw new OutsideError('address', 'Not an address that may be asked.')
  return url
}

function headersFor(url: URL, first: URL, { headers, credentials }: OutsideRequest): Record<string, string> {
  const isSame = url.origin === first.origin
  const authorization = credentials && isSame ? `Basic ${Buffer.from(credentials).toString('base64')}` : null
  return {
    accept: '*/*',
    'accept-encoding': 'identity',
    'user-agent': 'Perennial',
    ...headers,
    ...(authorization ? { authorization } : {}),
  }
}

function redirectOf({ status, headers }: OutsideAnswer, from: URL): URL | null {
  const location = headers.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  const next = URL.parse(location, from.href)
  if (!next) throw new OutsideError('address', 'A redirect to nowhere.')
  // What came over a safe line is not asked for over an open one.
  if (from.protocol === 'https:' && next.protocol === 'http:') throw new OutsideError('address', 'A redirect to http.')
  return readAddress(next.href)
}

async function ask(
  url: URL,
  headers: Record<string, string>,
  { method = 'GET', body }: OutsideRequest,
  limits: OutsideLimits,
  signal: AbortSignal,
): Promise<OutsideAnswer> {
  const pinned = await Promise.race([addressOf(url, limits), whenSlow(signal)])
  const { promise, resolve, reject } = Promise.withResolvers<OutsideAnswer>()
  const client = url.protocol === 'https:' ? https : http
  const asked = client.request(url, {
    method,
    headers,
    signal,
    agent: false,
    maxHeaderSize: 16_384,
    lookup: (_name, options, done) => (options.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family)),
  })
  asked.on('error', (cause) => reject(signal.aborted ? slow() : troubleOf(cause)))
  asked.on('upgrade', () => asked.destroy(new OutsideError('unreachable', 'No answer, but another protocol.')))
  // Whatever else ends the line without a word: a promise that is never settled would stop everything behind it.
  asked.on('close', () => reject(signal.aborted ? slow() : new OutsideError('unreachable', 'No answer.')))
  asked.on('response', (answer) => {
    const parts: Buffer[] = []
    let bytes = 0
    answer.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > limits.bytes) asked.destroy(new OutsideError('large', 'More than may be read.'))
      else parts.push(part)
    })
    answer.on('error', (cause) => reject(signal.aborted ? slow() : troubleOf(cause)))
    answer.on('end', () =>
      resolve({
        status: answer.statusCode ?? 0,
        headers: asHeaders(answer),
        url: url.href,
        body: Buffer.concat(parts),
      }),
    )
  })
  asked.end(body)
  return Promise.race([promise, whenSlow(signal)])
}

/** The one address that is asked; all that the name has must be allowed, so that none can be slipped in. */
async function addressOf({ hostname }: URL, { resolve, mayReach }: OutsideLimits): Promise<LookupAddress> {
  const plain = hostname.replace(/^\[|\]$/g, '')
  const version = isIP(plain)
  const found = version ? [{ address: plain, family: version }] : await resolve(plain).catch(() => [])
  const [first] = found
  if (!first) throw new OutsideError('unreachable', 'The name is not known.')
  if (!found.every(({ address }) => mayReach(address))) throw new OutsideError('address', 'Not a public address.')
  return first
}

function whenSlow(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(slow())
    signal.addEventListener('abort', () => reject(slow()), { once: true })
  })
}

function slow(): OutsideError {
  return new OutsideError('slow', 'No whole answer in time.')
}

function troubleOf(cause: Error): OutsideError {
  return cause instanceof OutsideError ? cause : new OutsideError('unreachable', 'No answer.', { cause })
}

function asHeaders({ headers }: http.IncomingMessage): Headers {
  const given = new Headers()
  for (const [name, value] of Object.entries(headers)) for (const one of [value ?? []].flat()) given.append(name, one)
  return given
}
