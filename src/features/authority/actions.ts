import { record } from '../../platform/audit/record.ts'
import { dayIn } from '../../platform/clock.ts'
import { revokeLinks } from '../../platform/links/links.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { mailAnswer, mailReport } from './mails.tsx'
import { authorities } from './overview.ts'
import { type ReportContent, writeReport } from './report.ts'
import * as store from './store.ts'
import type { Words } from './words.ts'

export interface Grant {
  authoriserName: string
  authoriserEmail: string
  authoriserTitle: string
  locale: string
  hoursPerMonth: number
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
}

/** Notes a home organisation's permission for one peer; an earlier one of the same initiative ends. */
export async function giveAuthority(
  work: Work,
  whom: { agencyId: string; initiativeId: string; personId: string },
  grant: Grant,
): Promise<string> {
  const organisation = await store.currentOrganisation(work.db, whom.personId)
  await work.db
    .updateTable('authorities')
    .set({ ended_at: work.now, updated_at: work.now })
    .where('person_id', '=', whom.personId)
    .where('initiative_id', '=', whom.initiativeId)
    .where('ended_at', 'is', null)
    .execute()
  const row = await work.db
    .insertInto('authorities')
    .values({
      agency_id: whom.agencyId,
      initiative_id: whom.initiativeId,
      person_id: whom.personId,
      organisation_id: organisation?.id ?? null,
      ...columns(grant),
      created_at: work.now,
      updated_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await note(
    work,
    'authority.give',
    { id: row.id, agency_id: whom.agencyId, initiative_id: whom.initiativeId },
    { until: grant.endsOn.toString() },
  )
  return row.id
}

export async function changeAuthority(work: Work, authorityId: string, grant: Grant): Promise<void> {
  const authority = await read(work, authorityId)
  await work.db
    .updateTable('authorities')
    .set({ ...columns(grant), updated_at: work.now })
    .where('id', '=', authorityId)
    .execute()
  await note(work, 'authority.change', authority, { until: grant.endsOn.toString() })
}

/** Ends an authority by hand: its report links are taken back. */
export async function endAuthority(work: Work, authorityId: string): Promise<void> {
  const authority = await read(work, authorityId)
  await work.db
    .updateTable('authorities')
    .set({ ended_at: work.now, updated_at: work.now })
    .where('id', '=', authorityId)
    .execute()
  for (const report of await store.listReports(work.db, authorityId))
    await revokeLinks(work, { purpose: 'report', subjectId: report.id })
  await note(work, 'authority.end', authority, {})
}

/** The report as it would go out now: from the last report on, or from the authority's start. */
export async function draftReport(db: Db | Tx, authorityId: string, now: Temporal.Instant): Promise<ReportContent> {
  const authority = orNotHere(await authorities(db).where('authorities.id', '=', authorityId).executeTakeFirst())
  const [last] = await store.listReports(db, authorityId)
  const today = dayIn(authority.personZone, now)
  const since = last ? Temporal.PlainDate.from(store.contentOf(last).to).add({ days: 1 }) : authority.starts_on
  const from = Temporal.PlainDate.compare(since, today) < 0 ? since : authority.starts_on
  return writeReport(
    {
      peer: authority.person,
      organisation: authority.organisation ?? '',
      initiative: authority.initiative,
      agency: authority.agency,
      zone: authority.personZone,
      from: Temporal.PlainDate.compare(from, today) <= 0 ? from : today,
      to: today,
      hoursPerMonth: authority.hours_per_month,
    },
    await store.listContactsOf(db, authority.person_id, authority.initiative_id),
  )
}

/** Sends the one page to the authoriser, with the peer's consent; without it nothing leaves. */
export async function sendReport(work: Work, authorityId: string, noteText: string, t: Words): Promise<string> {
  const authority = await read(work, authorityId)
  if (authority.ended_at) throw new FormMistake(t.endedBefore)
  if (!authority.consentAt) throw new FormMistake(t.noConsent({ name: authority.person }))
  const content = await draftReport(work.db, authorityId, work.now)
  for (const earlier of await store.listReports(work.db, authorityId)) {
    await revokeLinks(work, { purpose: 'report', subjectId: earlier.id })
  }
  const row = await work.db
    .insertInto('authority_reports')
    .values({
      agency_id: authority.agency_id,
      authority_id: authorityId,
      content: JSON.stringify(content),
      note: noteText,
      sent_by: work.actor.kind === 'staff' ? work.actor.id : null,
      sent_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await mailReport(work, row.id, authority, content, noteText)
  await note(work, 'authority.report', authority, { reportId: row.id })
  return row.id
}

export type ReportAnswer =
  | { answer: 'renew' | 'change'; hoursPerMonth: number; until: Temporal.PlainDate; note: string }
  | { answer: 'call'; note: string }

/** The authoriser answers once; a renewal takes effect at once and the agency's staff and the peer are told. */
export async function answerReport(work: Work, reportId: string, answer: ReportAnswer, t: Words): Promise<void> {
  const settled = answer.answer === 'call' ? null : { hours: answer.hoursPerMonth, until: answer.until }
  const report = await work.db
    .updateTable('authority_reports')
    .set({
      answer: answer.answer,
      answer_note: answer.note,
      answer_hours: settled?.hours ?? null,
      answer_until_on: settled?.until ?? null,
      answered_at: work.now,
    })
    .where('id', '=', reportId)
    .where('answered_at', 'is', null)
    .returning('authority_id')
    .executeTakeFirst()
  if (!report) throw new FormMistake(t.answeredBefore)
  const authority = await read(work, report.authority_id)
  if (authority.ended_at) throw new FormMistake(t.endedBefore)
  if (settled) {
    await work.db
      .updateTable('authorities')
      .set({ ends_on: settled.until, hours_per_month: settled.hours, updated_at: work.now })
      .where('id', '=', authority.id)
      .execute()
    await mailAnswer(work, authority, settled)
  }
  await note(
    work,
    `authority.answer-${answer.answer}`,
    authority,
    settled ? { until: settled.until.toString(), hours: settled.hours } : {},
  )
}

/** The call an authoriser asked for was made. */
export async function settleCall(work: Work, reportId: string): Promise<void> {
  const report = orNotHere(
    await work.db
      .updateTable('authority_reports')
      .set({ settled_at: work.now })
      .where('id', '=', reportId)
      .where('answer', '=', 'call')
      .returning('authority_id')
      .executeTakeFirst(),
  )
  await note(work, 'authority.call', await read(work, report.authority_id), {})
}

async function read(work: Work, authorityId: string) {
  return orNotHere(await authorities(work.db).where('authorities.id', '=', authorityId).executeTakeFirst())
}

function columns(grant: Grant) {
  return {
    authoriser_name: grant.authoriserName,
    authoriser_email: grant.authoriserEmail,
    authoriser_title: grant.authoriserTitle,
    locale: grant.locale,
    hours_per_month: grant.hoursPerMonth,
    starts_on: grant.startsOn,
    ends_on: grant.endsOn,
  }
}

function note(
  work: Work,
  verb: string,
  authority: { id: string; agency_id: string; initiative_id: string },
  details: Record<string, unknown>,
): Promise<void> {
  return record(work, {
    verb,
    subjectKind: 'authority',
    subjectId: authority.id,
    agencyId: authority.agency_id,
    initiativeId: authority.initiative_id,
    details,
  })
}
