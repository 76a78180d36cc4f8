import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bearer } from '../../../platform/web/bearer.ts'
import { orNotHere } from '../../../platform/web/mistakes.ts'
import { linkOf, type Visit, type VisitContext } from '../../../platform/web/visit.ts'
import { memberConnection } from '../../connections/access.ts'
import { accessOwnSession } from '../access.ts'
import { feed } from './calendar.ts'
import { asFeedSession, organiserOf } from './calendar-session.ts'
import { type FeedScope, readFeed } from './feed-store.ts'
import { words } from '../words.ts'

/** Calendars to subscribe to, and one session to add by hand. */
export const feeds = new Hono<Visit>()

feeds.get('/calendar/:token', bearer('feed'), (c) => {
  const personId = orNotHere(linkOf(c).link.personId)
  return answerFeed(c, { personId }, words(c.var.locale).feedName)
})

feeds.get('/connection-calendar/:token', bearer('connectionFeed'), async (c) => {
  const { link } = linkOf(c)
  const { connection, member } = await memberConnection(c.var.world.db, link)
  const scope = { personId: member.person_id, connectionId: connection.id }
  return answerFeed(c, scope, words(c.var.locale).connectionFeedName)
})

feeds.get('/initiative-calendar/:token', bearer('initiativeFeed'), (c) => {
  const initiativeId = orNotHere(linkOf(c).link.subjectId)
  return answerFeed(c, { initiativeId }, words(c.var.locale).initiativeFeedName)
})

feeds.get('/reply/:token/event.ics', bearer('reply'), async (c) => {
  const { session, self } = await accessOwnSession(c)
  if (session.state === 'cancelled') orNotHere(null)
  const shown = asFeedSession(session, c.var.locale, self.person_id)
  const text = feed(words(c.var.locale).feedName, [shown], organiserOf(c.var.world.settings))
  return c.body(text, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Disposition': 'attachment; filename="meeting.ics"',
  })
})

// A calendar asks again and again, so it hears 304 while nothing changed; and nobody in between may keep what it hears, so
// that an address that was taken back is dead at once.
async function answerFeed(c: VisitContext, scope: FeedScope, name: string): Promise<Response> {
  const { world, locale } = c.var
  const sessions = await readFeed(world.db, scope, world.clock.now())
  const reader = 'personId' in scope ? scope.personId : null
  const shown = sessions
    .filter((session) => !session.members.some((member) => member.person_id === reader && member.reply === 'no'))
    .map((session) => asFeedSession(session, locale, reader))
  const text = feed(name, shown, organiserOf(world.settings))
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    ETag: etag,
  }
  if (isKnown(c, etag)) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'Content-Disposition': 'inline; filename="perennial.ics"' })
}

/**
 * The tag alone says whether anything changed (RFC 9110, 13.1.2): a time of change would have to know of what was deleted.
 */
function isKnown(c: VisitContext, etag: string): boolean {
  const tags = (c.req.header('if-none-match') ?? '').split(',')
  return tags.some((tag) =>
    ['*', etag].includes(
      tag
        .trim()
        .replace(/^W\//, '')
        .replace(/-gzip"$/, '"'),
    ),
  )
}
