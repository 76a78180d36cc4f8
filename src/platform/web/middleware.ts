import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { chooseLocale, locales } from '../i18n/catalogue.ts'
import { foreignPage, missingPage, tooLargePage, unreadablePage } from './answers.tsx'
import type { Guard, Visit, VisitContext } from './visit.ts'

const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

/** Headers every answer carries; what is not said to be public is not stored. */
export const secured: Guard = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) c.res.headers.set(name, value)
  if (c.var.mailPreview) {
    c.res.headers.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    )
  }
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  if (c.var.world.settings.baseUrl.startsWith('https:')) {
    c.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
  }
}

/** Chooses the language: asked for in the address, remembered, the viewer's own, the browser's. */
export const localised: Guard = async (c, next) => {
  const asked = locales.find((locale) => locale === c.req.query('lang'))
  if (asked) setCookie(c, 'lang', asked, { path: '/', sameSite: 'Lax', maxAge: 31_536_000 })
  c.set('locale', chooseLocale(asked, getCookie(c, 'lang'), c.req.header('accept-language')))
  await next()
}

/** Takes the viewer's language unless another was chosen by hand. */
export function preferLocale(c: VisitContext, own: string): void {
  if (!c.req.query('lang') && !getCookie(c, 'lang')) c.set('locale', chooseLocale(own))
}

/** Refuses a POST that another site's page sent. */
export const sameOrigin: Guard = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const host = origin && URL.canParse(origin) ? new URL(origin).host : origin
  const own = host === c.req.header('host') || origin === new URL(c.var.world.settings.baseUrl).origin
  if (origin ? !own : site !== undefined && site !== 'same-origin' && site !== 'none') return foreignPage(c)
  await next()
}

/** Refuses a body of more than 6 MB. */
export const bounded = bodyLimit({ maxSize: 6 * 1024 * 1024, onError: (c) => tooLargePage(c as VisitContext) })

/** Reads a sent form into `c.var.typed`, without NUL; a body that cannot be read is answered with 400. */
export const typed: Guard = async (c, next) => {
  if (c.req.url.includes('%00')) return missingPage(c)
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    c.req.header('content-type') ?? '',
  )
  const body = c.req.method === 'POST' && isForm ? await readBody(c) : {}
  if (!body) return unreadablePage(c)
  c.set('typed', withoutNul(body))
  await next()
}

async function readBody(c: VisitContext): Promise<Visit['Variables']['typed'] | null> {
  try {
    return await c.req.parseBody({ all: true })
  } catch {
    return null
  }
}

// PostgreSQL keeps every character but this one.
function withoutNul(body: Visit['Variables']['typed']): Visit['Variables']['typed'] {
  const clean = <T>(value: T) => (typeof value === 'string' ? value.replaceAll('\0', '') : value)
  const entries = Object.entries(body).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(clean) : clean(value),
  ])
  return Object.fromEntries(entries) as Visit['Variables']['typed']
}

/** Compresses pages and styles: brotli where the browser takes it, else gzip. */
export const compressed: Guard = async (c, next) => {
  await next()
  const accepts = c.req.header('accept-encoding') ?? ''
  const kind = c.res.headers.get('content-type') ?? ''
  if (!/^(text\/(?!event-stream)|application\/(json|javascript))/.test(kind) || c.res.headers.has('content-encoding'))
    return
  const brotli = /\bbr\b/.test(accepts)
  if (!brotli && !/\bgzip\b/.test(accepts)) return
  const body = Buffer.from(await c.res.arrayBuffer())
  if (body.length < 600) {
    c.res = new Response(body, c.res)
    return
  }
  const packed = brotli
    ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : gzipSync(body, { level: 6 })
  const headers = new Headers(c.res.headers)
  headers.set('Content-Encoding', brotli ? 'br' : 'gzip')
  headers.set('Content-Length', String(packed.length))
  headers.append('Vary', 'Accept-Encoding')
  const status = c.res.status
  c.res = undefined
  c.res = new Response(packed, { status, headers })
}
