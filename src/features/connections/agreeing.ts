import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { agreementReached } from './announcements.ts'
import { isUnderWay, type Medium } from './connection-state.ts'
import { sendAgreementChanged } from './mails.tsx'
import { type Member, membersOf } from './members.ts'
import { changeConnection, type Connection, lockConnection } from './store.ts'
import { note, refuse } from './trail.ts'
import { rewatch } from './watching.ts'

export interface AgreementTerms {
  gives: string
  wants: string
  rhythmDays: number
  medium: Medium
  reviewOn: Temporal.PlainDate
}

/**
 * One member writes the agreement anew: their own giving and wanting, and what is common. The writer has accepted it
 * thereby; the others are asked anew, with one mail. Writing the same again changes nothing.
 * @param version the version that was on the page; another one in between is not overwritten unseen
 */
export async function changeAgreement(
  work: Work,
  connectionId: string,
  personId: string,
  version: number,
  terms: AgreementTerms,
): Promise<void> {
  const { connection, members, member } = await underWay(work, connectionId, personId, version)
  if (isSame(connection, member, terms)) return accept(work, connection, members, member)
  if (Temporal.PlainDate.compare(terms.reviewOn, work.now.toZonedDateTimeISO(member.zone).toPlainDate()) <= 0) {
    await refuse(work, (t) => t.reviewInPast, 'review')
  }
  const next = version + 1
  await changeConnection(work.db, connectionId, {
    agreement_version: next,
    rhythm_days: terms.rhythmDays,
    medium: terms.medium,
    review_on: terms.reviewOn,
  })
  await work.db
    .updateTable('connection_members')
    .set({ gives: terms.gives, wants: terms.wants, agreed_version: next, agreed_at: work.now })
    .where('connection_id', '=', connectionId)
    .where('person_id', '=', personId)
    .execute()
  await rewatch(work, connectionId)
  await note(work, connection, 'agreement.change', { personId, version: next })
  for (const other of members.filter((candidate) => candidate.personId !== personId)) {
    await sendAgreementChanged(work, connection, other, member)
  }
}

/** One member accepts the agreement as it stood on the page. When all have, it is reached. */
export async function acceptAgreement(
  work: Work,
  connectionId: string,
  personId: string,
  version: number,
): Promise<void> {
  const { connection, members, member } = await underWay(work, connectionId, personId, version)
  await accept(work, connection, members, member)
}

async function accept(work: Work, connection: Connection, members: Member[], member: Member): Promise<void> {
  const version = connection.agreement_version
  if (member.agreedVersion === version) return
  await work.db
    .updateTable('connection_members')
    .set({ agreed_version: version, agreed_at: work.now })
    .where('connection_id', '=', connection.id)
    .where('person_id', '=', member.personId)
    .execute()
  await note(work, connection, 'agreement.accept', { personId: member.personId, version })
  if (!members.every((other) => other.personId === member.personId || other.agreedVersion === version)) return
  await note(work, connection, 'agreement.reach', { version })
  await agreementReached.tell(work, { connectionId: connection.id })
}

async function underWay(work: Work, connectionId: string, personId: string, version: number) {
  const connection = await lockConnection(work.db, connectionId)
  const members = await membersOf(work.db, connectionId)
  const member = orNotHere(members.find((candidate) => candidate.personId === personId))
  if (!isUnderWay(connection.state)) await refuse(work, (t) => t.notUnderWay)
  if (connection.agreement_version !== version) await refuse(work, (t) => t.agreementMoved)
  return { connection, members, member }
}

function isSame(connection: Connection, member: Member, terms: AgreementTerms): boolean {
  return (
    member.gives === terms.gives &&
    member.wants === terms.wants &&
    connection.rhythm_days === terms.rhythmDays &&
    connection.medium === terms.medium &&
    connection.review_on?.equals(terms.reviewOn) === true
  )
}
