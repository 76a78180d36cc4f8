import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import type { Settings } from '../../platform/settings.ts'
import type { CalendarSession, Organiser } from './calendar.ts'
import { asReply } from './reply.ts'
import { replyWords } from './reply-words.ts'
import type { SessionRow } from './store.ts'
import { mediumName, words } from './words.ts'

/**
 * A session as the calendar of one of its members sees it, in the words of their language. The members of a connection
 * know each other; of a larger meeting each sees only themselves.
 */
export function asCalendarSession(session: SessionRow, locale: Locale, forPersonId?: string): CalendarSession {
  const t = words(locale)
  const shown = session.activity_id
    ? session.members.filter((member) => member.person_id === forPersonId)
    : session.members
  return {
    uid: session.uid,
    sequence: session.sequence,
    state: session.state,
    startsAt: session.starts_at,
    minutes: session.minutes,
    zone: session.place ? session.zone : null,
    changedAt: session.changed_at,
    summary: session.activity ?? t.calendarSummary({ names: namesOf(session, locale) }),
    description: t.calendarText({ initiative: session.initiative }),
    location: session.place || mediumName(t, session.medium),
    attendees: shown.map((member) => ({
      name: member.name,
      email: member.email,
      reply: asReply(member.reply),
      isOptional: member.is_optional,
    })),
  }
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

/** Who invites: the sender of all mail, so that replies come back to where they can be read. */
export function organiserOf(settings: Settings): Organiser {
  const found = /^(.*?)\s*<?([^\s<>]+@[^\s<>]+?)>?$/.exec(settings.mailFrom)
  return { name: found?.[1]?.replaceAll('"', '') || 'Perennial', email: found?.[2] ?? 'perennial@localhost' }
}
