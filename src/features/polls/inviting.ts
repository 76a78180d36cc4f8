import { makeLink, revokeLinks } from '../../platform/links/links.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { linkDays, mailQuestion } from './mails.tsx'
import { claimReminders, insertPerson, mostPeople, readPeople } from './people-store.ts'
import { note, takePoll } from './taking.ts'
import type { Words } from './words.ts'

/**
 * Invites addresses, each with a link of its own; who was invited before, or left this address with an answer, is not
 * asked again.
 * @returns how many were invited
 */
export async function invite(
  work: Work,
  pollId: string,
  guests: readonly { name: string; email: string }[],
  t: Words,
): Promise<number> {
  const poll = await takePoll(work, pollId)
  if (poll.state !== 'open') throw new FormMistake({ addresses: t.notOpen })
  const there = await readPeople(work.db, pollId)
  const known = new Set(there.map(({ email }) => email))
  const fresh = guests.filter(({ email }, index) => {
    const isFirst = guests.findIndex((guest) => guest.email === email) === index
    return isFirst && !known.has(email)
  })
  if (there.length + fresh.length > mostPeople) throw new FormMistake({ addresses: t.tooMany({ most: mostPeople }) })
  const invited = []
  for (const { name, email } of fresh) {
    const person = { name, email, zone: poll.zone, locale: poll.locale }
    const of = { agencyId: poll.agency_id, pollId, invitedAt: work.now }
    invited.push({ ...person, id: await insertPerson(work.db, { ...person, ...of }, work.now) })
  }
  if (invited.length === 0) return 0
  await mailQuestion(work, 'invite', poll, invited)
  await note(work, poll, 'poll.invite', { count: invited.length })
  return invited.length
}

/**
 * Reminds those who were invited and have not answered, each once a day at most.
 * @returns how many were reminded
 */
export async function remind(work: Work, pollId: string): Promise<number> {
  const poll = await takePoll(work, pollId)
  if (poll.state !== 'open') return 0
  const claimed = new Set(await claimReminders(work.db, pollId, work.now))
  const readers = (await readPeople(work.db, pollId)).filter(({ id }) => claimed.has(id))
  await mailQuestion(work, 'remind', poll, readers)
  if (readers.length > 0) await note(work, poll, 'poll.remind', { count: readers.length })
  return readers.length
}

/** A new address to pass on; those made before work on. It is kept nowhere and shown once. */
export async function shareLink(work: Work, pollId: string): Promise<string> {
  const poll = await takePoll(work, pollId)
  await note(work, poll, 'poll.share')
  return makeLink(work, { agencyId: poll.agency_id, purpose: 'poll', subjectId: pollId, days: linkDays })
}

/** Ends every address that was passed on. Answers stay, and so do the addresses of those who gave them. */
export async function endSharedLinks(work: Work, pollId: string): Promise<void> {
  const poll = await takePoll(work, pollId)
  await revokeLinks(work, { purpose: 'poll', subjectId: pollId })
  await note(work, poll, 'poll.unshare')
}
