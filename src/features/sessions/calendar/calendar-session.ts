import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import type { Settings } from '../../../platform/settings.ts'
import type { CalendarSession, Organiser } from './calendar.ts'
import { asReply } from '../replies/reply.ts'
import { replyWords } from '../replies/words.ts'
import type { SessionRow } from '../store.ts'
import { mediumName, words } from '../words.ts'

/**
 * A session as the calendar of one of its members sees it, in the words of their language. The members of a connection
 * know each other; of a group meeting each sees only themselves, and the place is their own: the room or the link.
 */
export function asCalendarSession(session: SessionRow, locale: Locale, readerId?: string): CalendarSession {
  const t = words(locale)
  const reader = session.members.find((member) => member.person_id === readerId)
  const named = session.activity_id === null ? session.members : reader ? [reader] : []
  return {
    uid: session.uid,
    sequence: session.sequence,
    state: session.state,
    startsAt: session.starts_at,
    minutes: session.minutes,
    zone: zoneOfPlace(session),
    changedAt: session.changed_at,
    summary: session.activity ?? t.calendarSummary({ names: namesOf(session, locale) }),
    description: t.calendarText({ initiative: session.initiative }),
    location: reader?.place || session.place || mediumName(t, session.medium),
    attendees: named.map((member) => ({
      name: member.name,
      email: member.email,
      reply: asReply(member.reply),
      isOptional: member.is_optional,
    })),
  }
}

/** The zone of the room where some of its members meet, if any do. */
function zoneOfPlace(session: SessionRow): string | null {
  if (session.activity_id) return session.activity_mode === 'online' ? null : session.activity_zone
  return session.place ? session.zone : null
}

/**
 * A session as a feed shows it: what is known of who comes stands in its text, since nothing published has attendees.
 * @param readerId the person whose feed it is; null for the facilitator's, which shows everybody
 */
export function asFeedSession(session: SessionRow, locale: Locale, readerId: string | null): CalendarSession {
  const own = session.members.find((member) => member.person_id === readerId)
  const shown = own && session.activity_id ? [own] : session.members
  const t = replyWords(locale)
  const says = { yes: t.saysYes, maybe: t.saysMaybe, no: t.saysNo }
  const lines = shown.map(({ name, reply }) => {
    const said = asReply(reply)
    return said ? says[said]({ name }) : t.saysNothing({ name })
  })
  const { description, ...event } = asCalendarSession(session, locale, readerId ?? undefined)
  return {
    ...event,
    description: [description, ...lines].join('\n'),
    ...(own ? { ownReply: asReply(own.reply) } : {}),
  }
}

function namesOf(session: SessionRow, locale: Locale): string {
  return list(
    locale,
    session.members.map((member) => member.name),
  )
}

/** What all calendars know a session by, whatever becomes of it. */
export function uidOf(settings: Settings, sessionId: string): string {
  return `${sessionId}@${organiserOf(settings).email.split('@')[1] ?? 'localhost'}`
}

/** Who invites: the sender of all mail, so that replies come back to where they can be read. */
export function organiserOf(settings: Settings): Organiser {
  const found = /^(.*?)\s*<?([^\s<>]+@[^\s<>]+?)>?$/.exec(settings.mailFrom)
  return { name: found?.[1]?.replaceAll('"', '') || 'Perennial', email: found?.[2] ?? 'perennial@localhost' }
}
