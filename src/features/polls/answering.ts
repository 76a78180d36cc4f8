import { createHash } from 'node:crypto'
import { makeLink } from '../../platform/links/links.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import type { AnswerWords } from './answer-words.ts'
import { cancelEntries } from './deciding.ts'
import { linkDays, mailOwnLink, type Reader } from './mails.tsx'
import {
  countOwnMails,
  findByFormKey,
  findPerson,
  type GivenAnswer,
  insertPerson,
  mostPeople,
  passEntryOn,
  type PollPerson,
  readPeople,
  removePerson,
  saveAnswer,
} from './people-store.ts'
import type { Poll } from './store.ts'
import { note, takePoll } from './taking.ts'
import { timeKey } from '../../platform/web/time-key.ts'

/** So often a day the way back is mailed to one address, whoever typed it; more would be a nuisance to its owner. */
const mostOwnMails = 3

/**
 * Takes an answer through a shared address: always a new one, whoever has the same name or address, so that nobody
 * answers for somebody else. The same form sent twice is one answer: what it said last.
 * @returns the answer's own address, seen here once
 */
export async function answerShared(
  work: Work,
  pollId: string,
  formKey: string,
  given: GivenAnswer,
  t: AnswerWords,
): Promise<string> {
  const poll = await takePoll(work, pollId)
  const formKeyHash = createHash('sha256').update(formKey).digest()
  const before = await findByFormKey(work.db, pollId, formKeyHash)
  const people = await readPeople(work.db, pollId)
  const answered = people.find(({ id }) => id === before)
  if (answered) {
    if (!isWhatWasSaid(poll, answered, given)) await changeAnswer(work, answered.id, given, t)
    return ownLink(work, poll, answered.id)
  }
  const levels = levelsOf(poll, given, t)
  if (people.length >= mostPeople) throw new FormMistake(t.full)
  const { name, email, zone, locale } = given
  const of = { agencyId: poll.agency_id, pollId }
  const id = await insertPerson(work.db, { ...of, name, email, zone, locale, formKeyHash }, work.now)
  await saveAnswer(work.db, { id, agencyId: poll.agency_id }, { ...given, levels }, work.now)
  await note(work, poll, 'poll.answer')
  await mailWayBack(work, poll, { id, name, email, zone, locale })
  return ownLink(work, poll, id)
}

/** Takes or changes the answer of who holds its own address. An address that is new gets the way back by mail. */
export async function changeAnswer(work: Work, personId: string, given: GivenAnswer, t: AnswerWords): Promise<void> {
  const { poll_id: pollId } = orNotHere(await findPerson(work.db, personId))
  const poll = await takePoll(work, pollId)
  const person = orNotHere(await findPerson(work.db, personId))
  const levels = levelsOf(poll, given, t)
  await saveAnswer(work.db, { id: personId, agencyId: poll.agency_id }, { ...given, levels }, work.now)
  await note(work, poll, 'poll.answer')
  const { name, email, zone, locale } = given
  if (email !== person.email) await mailWayBack(work, poll, { id: personId, name, email, zone, locale })
}

/**
 * Forgets one person of a poll with their answer. A decided time goes out of their calendar, unless another answer has
 * the same address: it is that one's entry from now on.
 */
export async function forgetPerson(work: Work, pollId: string, personId: string, verb: string): Promise<void> {
  const poll = await takePoll(work, pollId)
  if (!(await passEntryOn(work.db, pollId, personId))) await cancelEntries(work, poll, personId)
  await removePerson(work.db, personId)
  await note(work, poll, verb)
}

async function mailWayBack(work: Work, poll: Poll, reader: Reader): Promise<void> {
  if (reader.email === '') return
  const lately = await countOwnMails(work.db, reader.email, work.now.subtract({ hours: 24 }))
  if (lately < mostOwnMails) await mailOwnLink(work, poll, reader)
}

function isWhatWasSaid(poll: Poll, said: PollPerson, given: GivenAnswer): boolean {
  const isSame = ({ id, startsAt }: Poll['times'][number]) =>
    said.answers.get(id) === given.levels.get(timeKey(startsAt))
  return said.name === given.name && said.email === given.email && said.zone === given.zone && poll.times.every(isSame)
}

/** What was said by the id of each time, where it was said by its key in the form. */
function levelsOf(poll: Poll, given: GivenAnswer, t: AnswerWords): GivenAnswer['levels'] {
  if (poll.state !== 'open') throw new FormMistake(t.closedNow)
  const ids = new Map(poll.times.map(({ id, startsAt }) => [timeKey(startsAt), id]))
  return new Map(
    [...given.levels].map(([key, level]) => {
      const id = ids.get(key)
      if (id === undefined) throw new FormMistake(t.timesChanged)
      return [id, level]
    }),
  )
}

function ownLink(work: Work, poll: Poll, personId: string): Promise<string> {
  return makeLink(work, { agencyId: poll.agency_id, purpose: 'pollAnswer', subjectId: personId, days: linkDays })
}
