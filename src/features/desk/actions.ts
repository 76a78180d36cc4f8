import { record } from '../../platform/audit/record.ts'
import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import { makeLink } from '../../platform/links/links.ts'
import { writeMail } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { isolate } from '../../ui/isolate.tsx'
import { button, heading, paragraph } from '../../ui/mail/blocks.ts'
import { noteTouch } from '../connections/reviewing.ts'
import { note } from '../connections/trail.ts'
import { membersOf } from '../connections/members.ts'
import { removeSnooze, saveSnooze } from './store.ts'
import { words } from './words.ts'

/**
 * Sends each member a short word from the facilitator, in their own language, with the way to their own page.
 * @param texts what the facilitator wrote; our own text in a language without one
 * @param word which of our texts: for a silent connection, or to ask how it goes
 */
export async function nudge(
  work: Work,
  connectionId: string,
  texts: Partial<Record<Locale, string>> = {},
  word: 'nudge' | 'ask' = 'nudge',
): Promise<void> {
  const connection = await touch(work, connectionId, 'connection.nudge')
  const members = await membersOf(work.db, connectionId)
  for (const member of members) {
    const t = words(member.locale)
    const others = members.filter((other) => other.personId !== member.personId).map((other) => isolate(other.name))
    const text = texts[member.locale]?.trim() || t[`${word}Text`]
    const home = await makeLink(work, {
      agencyId: connection.agency_id,
      purpose: 'home',
      personId: member.personId,
      days: 90,
    })
    await writeMail(work, {
      agencyId: connection.agency_id,
      kind: 'connection.nudge',
      to: { address: member.email, name: member.name, locale: member.locale, personId: member.personId },
      subject: t.nudgeSubject({ partner: list(member.locale, others) }),
      preheader: t.nudgePreheader,
      blocks: [
        heading(t.nudgeHeading({ name: isolate(member.name) })),
        ...text.split(/\n\s*\n/).map((part) => paragraph(part.trim())),
        button(home, t.nudgeButton),
        paragraph(work.actor.name),
      ],
    })
  }
}

/** Notes that a facilitator talked to the members; what was said is kept with the touch, for staff alone. */
export async function noteCall(work: Work, connectionId: string, noteText: string): Promise<void> {
  const connection = await touch(work, connectionId, 'connection.call')
  await work.db
    .insertInto('desk_calls')
    .values({
      agency_id: connection.agency_id,
      connection_id: connectionId,
      note: noteText,
      noted_by: work.actor.kind === 'staff' ? work.actor.id : null,
      noted_at: work.now,
    })
    .execute()
}

/** Puts a row of the desk aside until a moment; it comes back by itself. */
export async function snooze(
  work: Work,
  place: { agencyId: string; initiativeId: string },
  key: string,
  until: Temporal.Instant,
): Promise<void> {
  await saveSnooze(work.db, place, key, until)
  await record(work, {
    verb: 'desk.put-aside',
    subjectKind: 'initiative',
    subjectId: place.initiativeId,
    initiativeId: place.initiativeId,
    agencyId: place.agencyId,
    details: { row: key, until: until.toString() },
  })
}

/** Brings a row that was put aside back at once. */
export async function bringBack(work: Work, initiativeId: string, key: string): Promise<void> {
  await removeSnooze(work.db, initiativeId, key)
}

async function touch(work: Work, connectionId: string, verb: 'connection.nudge' | 'connection.call') {
  const connection = await noteTouch(work, connectionId)
  await note(work, connection, verb)
  return connection
}
