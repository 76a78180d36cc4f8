import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import type { Settings } from '../../platform/settings.ts'
import type { CalendarSession, Organiser } from './calendar.ts'
import type { SessionRow } from './store.ts'
import { mediumName, words } from './words.ts'

/** A session as calendars see it, in the words of one reader's language. */
export function asCalendarSession(session: SessionRow, locale: Locale): CalendarSession {
  const t = words(locale)
  return {
    uid: session.uid,
    sequence: session.sequence,
    state: session.state,
    startsAt: session.starts_at,
    minutes: session.minutes,
    changedAt: session.changed_at,
    summary: session.activity ?? t.calendarSummary({ names: namesOf(session, locale) }),
    description: t.calendarText({ initiative: session.initiative }),
    location: session.place || mediumName(t, session.medium),
    attendees: session.members.map((member) => ({ name: member.name, email: member.email })),
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
