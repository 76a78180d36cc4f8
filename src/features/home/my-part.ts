import { dayIn } from '../../platform/clock.ts'
import { makeLink, type SignedLink } from '../../platform/links/links.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { leaveConnections } from '../connections/closing.ts'
import { pauseConnection, resumeConnection } from '../connections/pausing.ts'
import { connectionsOf } from '../connections/overview.ts'
import { leaveParticipation, pauseParticipation, returnParticipation } from '../initiatives/actions.ts'
import { accessOwn, selfOf, type Way } from './access.ts'
import { ownPart, readOpenCounters, type Part, type Self } from './store.ts'

/** Days a link is good that is made to be followed at once. */
const wayDays = 30

/** A fresh address to one thing of the person's own. */
export async function openWay(work: Work, link: SignedLink, way: Way, subjectId: string): Promise<string> {
  await accessOwn(work.db, link, way, subjectId, work.now)
  const to = { agencyId: link.agencyId, purpose: way, personId: link.personId, subjectId, days: wayDays }
  const address = await makeLink(work, to)
  if (way !== 'reply') return address
  const counters = await readOpenCounters(work.db, selfOf(link), work.now)
  const counter = counters.find(({ sessionId }) => sessionId === subjectId)
  return `${address}/counter?id=${counter?.id}`
}

/** Pauses a person's own part and lets their connections in that initiative rest as long. */
export async function pausePart(
  work: Work,
  link: SignedLink,
  partId: string,
  untilOn: Temporal.PlainDate,
  visit: { zone: string; wrong: string },
): Promise<void> {
  const part = await ownPart(work.db, selfOf(link), partId)
  const today = dayIn(visit.zone, work.now)
  const inRange =
    Temporal.PlainDate.compare(untilOn, today) > 0 && Temporal.PlainDate.compare(untilOn, today.add({ years: 1 })) <= 0
  if (!inRange || part.state === 'left') throw new FormMistake({ until: visit.wrong })
  await pauseParticipation(work, part.id, untilOn)
  for (const { connection } of await inPart(work, selfOf(link), part)) {
    if (connection.state === 'active' || connection.state === 'quiet')
      await pauseConnection(work, connection.id, untilOn)
  }
}

/** Ends a person's own pause, and the rest of the connections that rested with it. */
export async function endPause(work: Work, link: SignedLink, partId: string): Promise<void> {
  const part = await ownPart(work.db, selfOf(link), partId)
  const until = part.paused_until_on
  if (part.state !== 'paused' || !until) return
  await returnParticipation(work, part.id)
  for (const { connection } of await inPart(work, selfOf(link), part)) {
    if (connection.state === 'paused' && connection.paused_until_on?.equals(until))
      await resumeConnection(work, connection.id)
  }
}

/** A person stops taking part in an initiative. */
export async function stopTakingPart(work: Work, link: SignedLink, partId: string): Promise<void> {
  const self = selfOf(link)
  const part = await ownPart(work.db, self, partId)
  if (part.state === 'left') return
  await leaveConnections(work, { personId: self.personId, initiativeId: part.initiative_id })
  await leaveParticipation(work, part.id)
}

function inPart(work: Work, self: Self, part: Part) {
  return connectionsOf(work.db, { ...self, initiativeId: part.initiative_id }, work.now)
}
