import { record } from '../../platform/audit/record.ts'
import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import { makeLink } from '../../platform/links/links.ts'
import { writeMail } from '../../platform/mail/write.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { isolate } from '../../ui/isolate.tsx'
import { button, heading, paragraph, small } from '../../ui/mail/blocks.ts'
import { noteTouch } from '../connections/reviewing.ts'
import { type Member, membersOf } from '../connections/members.ts'
import { note } from '../connections/trail.ts'
import { nudgeTexts } from './nudge-words.ts'
import { subjectOf } from './row.ts'
import { lastNudge, removeSnooze, saveCall, saveSnooze, staffAddress } from './store.ts'
import { words } from './words.ts'

/** Which text of ours a nudge carries: about silence, how it goes, an agreement to accept, a proposal to answer. */
export const nudgeWords = ['nudge', 'ask', 'sign', 'answer'] as const
export type NudgeWord = (typeof nudgeWords)[number]

/** Hours after a nudge in which another one is taken for a second click, or for a colleague's first. */
const pauseHours = 1

/**
 * Sends the members a short word from the facilitator, each in their own language, with the way to their own page. About
 * an agreement or a proposal only those hear who still have to say something.
 * @param texts what the facilitator wrote; our own text in a language without one
 * @param options.word which of our texts; by the state of the connection when not given
 * @param options.locale the language refusals are told in
 */
export async function nudge(
  work: Work,
  connectionId: string,
  texts: Partial<Record<Locale, string>> = {},
  options: { word?: NudgeWord | undefined; locale?: Locale } = {},
): Promise<void> {
  const t = words(options.locale ?? 'en')
  const connection = await noteTouch(work, connectionId)
  const { state } = connection
  if (state !== 'proposed' && state !== 'active' && state !== 'quiet') throw new FormMistake(t.endedMeanwhile)
  if (await lastNudge(work.db, connectionId, work.now.subtract({ hours: pauseHours }))) {
    throw new FormMistake(t.nudgedMeanwhile)
  }
  const word = state === 'proposed' ? 'answer' : options.word === 'answer' ? 'nudge' : (options.word ?? 'nudge')
  const members = await membersOf(work.db, connectionId)
  const asked = members.filter((member) => isAsked(word, member, connection))
  if (asked.length === 0) throw new FormMistake(t.saidMeanwhile)
  const from = work.actor.kind === 'staff' && work.actor.id ? await staffAddress(work.db, work.actor.id) : null
  for (const member of asked)
    await sendNudge(work, connection, member, members, { word, text: texts[member.locale], from })
  await note(work, connection, 'connection.nudge', { word, people: asked.length })
}

type Touched = Awaited<ReturnType<typeof noteTouch>>

function isAsked(word: NudgeWord, member: Member, connection: Touched): boolean {
  if (word === 'answer') return member.answer !== 'yes'
  return word !== 'sign' || member.agreedVersion !== connection.agreement_version
}

async function sendNudge(
  work: Work,
  connection: Touched,
  to: Member,
  members: Member[],
  letter: { word: NudgeWord; text: string | undefined; from: string | null },
): Promise<void> {
  const t = nudgeTexts(to.locale)
  const others = members.filter((other) => other.personId !== to.personId).map((other) => isolate(other.name))
  const text = letter.text?.trim() || t[`text ${letter.word}`]
  const home = await makeLink(work, {
    agencyId: connection.agency_id,
    purpose: 'home',
    personId: to.personId,
    days: 90,
  })
  await writeMail(work, {
    agencyId: connection.agency_id,
    kind: 'connection.nudge',
    to: { address: to.email, name: to.name, locale: to.locale, personId: to.personId },
    subject: t.subject({ partner: list(to.locale, others) }),
    preheader: t.preheader,
    blocks: [
      heading(t.heading({ name: isolate(to.name) })),
      ...text.split(/\r?\n\s*\r?\n/).map((part) => paragraph(part.trim())),
      button(home, t.button),
      paragraph(work.actor.name),
      ...(letter.from ? [small(letter.from)] : []),
    ],
  })
}

/** Notes that a facilitator talked to the members; what was said is kept with the touch, for staff alone. */
export async function noteCall(work: Work, connectionId: string, said: string): Promise<void> {
  const connection = await noteTouch(work, connectionId)
  await saveCall(work.db, {
    agencyId: connection.agency_id,
    connectionId,
    note: said,
    notedBy: work.actor.kind === 'staff' ? work.actor.id : null,
    at: work.now,
  })
  await note(work, connection, 'connection.call')
}

interface Place {
  agencyId: string
  initiativeId: string
}

/** Puts a row of the desk aside until a moment; it comes back by itself. */
export async function snooze(work: Work, place: Place, key: string, until: Temporal.Instant): Promise<void> {
  await saveSnooze(work.db, place, key, until)
  await record(work, {
    verb: 'desk.put-aside',
    ...subjectOf(key, place.initiativeId),
    initiativeId: place.initiativeId,
    agencyId: place.agencyId,
    details: { row: key, aside: until.toString() },
  })
}

/** Brings a row that was put aside back at once. */
export async function bringBack(work: Work, place: Place, key: string): Promise<void> {
  if (!(await removeSnooze(work.db, place.initiativeId, key))) return
  await record(work, {
    verb: 'desk.bring-back',
    ...subjectOf(key, place.initiativeId),
    initiativeId: place.initiativeId,
    agencyId: place.agencyId,
    details: { row: key },
  })
}
