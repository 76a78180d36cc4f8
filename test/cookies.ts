/** The Cookie header a browser would send after an answer: what it was given, without what it was told to forget. */
export function cookieFrom(answer: Response): { cookie: string } {
  const kept = answer.headers.getSetCookie().filter((cookie) => !/Max-Age=0/.test(cookie))
  return { cookie: kept.map((cookie) => cookie.split(';')[0]).join('; ') }
}
