import type { Locale } from '../../platform/i18n/catalogue.ts'
import { record } from '../../platform/audit/record.ts'
import { revokeLinks } from '../../platform/links/links.ts'
import { endSessions, ensureUser, renameUser } from '../../platform/sessions/sessions.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { StaffViewer } from '../../platform/web/visit.ts'
import { type Actor, carryOut, theSystem, type Work, type World } from '../../platform/work.ts'
import { codeAddress } from './code-address.ts'
import { sendCodeMail, sendInvitation } from './mails.tsx'
import {
  countAdministrators,
  countCodeMails,
  findAgency,
  findColleague,
  findColleagueByUser,
  findPostByEmail,
  insertAgency,
  insertStaff,
  isEmptyInstallation,
  lockAgencies,
  lockAgency,
  updateAgency,
  updateStaff,
  wasMailed,
} from './store.ts'
import { words } from './words.ts'

export type Role = StaffViewer['role']
export const roles = ['administrator', 'facilitator', 'funder'] as const satisfies readonly Role[]

/** Codes that may be mailed to one address within an hour. */
const codesAnHour = 5

export interface NewAgency {
  name: string
  locale: string
  zone: string
  isDemonstration?: boolean
  administrator: { name: string; email: string }
}

/** Makes an agency with its first administrator, who works in the agency's language and time zone. */
export async function createAgency(
  work: Work,
  agency: NewAgency,
): Promise<{ agencyId: string; staffId: string; userId: string }> {
  const { name, locale, zone, administrator } = agency
  const { db, now } = work
  const agencyId = await insertAgency(db, { name, locale, zone, isDemonstration: agency.isDemonstration ?? false, now })
  const userId = await ensureUser(work, administrator)
  const staffId = await insertStaff(db, { agencyId, userId, role: 'administrator', locale, zone, now })
  const founder: Actor = { kind: 'staff', id: staffId, name: administrator.name, agencyId }
  await record({ ...work, actor: founder }, { verb: 'agency.create', subjectKind: 'agency', subjectId: agencyId })
  return { agencyId, staffId, userId }
}

/** The first run: makes the first agency, unless somebody else just did. */
export async function foundAgency(work: Work, agency: NewAgency, asker: Locale) {
  await lockAgencies(work.db)
  if (!(await isEmptyInstallation(work.world, work.db))) throw new FormMistake(words(asker).setUpAlready)
  return createAgency(work, agency)
}

/** What peers read in every mail, and what new staff begin with. */
export async function changeAgency(
  work: Work,
  agencyId: string,
  agency: { name: string; locale: string; zone: string },
): Promise<void> {
  await updateAgency(work.db, agencyId, agency)
  await record(work, { verb: 'agency.change', subjectKind: 'agency', subjectId: agencyId })
}

export interface NewColleague {
  agencyId: string
  name: string
  email: string
  role: Role
  locale?: string
  zone?: string
}

/** Adds somebody to an agency's staff and tells them by mail. There is nothing to accept: they sign in. */
export async function inviteStaff(work: Work, colleague: NewColleague, asker: Locale = 'en'): Promise<string> {
  const { db, now } = work
  const agency = await findAgency(db, colleague.agencyId)
  const userId = await ensureUser(work, colleague)
  const known = await findColleagueByUser(db, agency.id, userId)
  if (known)
    throw new FormMistake({
      email: words(asker)[known.deactivated_at ? 'staffLeft' : 'staffKnown']({ name: known.name }),
    })
  const { role, locale = agency.locale, zone = agency.zone } = colleague
  const staffId = await insertStaff(db, { agencyId: agency.id, userId, role, locale, zone, now })
  await record(work, {
    verb: 'staff.invite',
    subjectKind: 'staff',
    subjectId: staffId,
    agencyId: agency.id,
    details: { role },
  })
  await inviteAgain(work, agency.id, staffId)
  return staffId
}

/** Mails the invitation once more. */
export async function inviteAgain(work: Work, agencyId: string, staffId: string): Promise<void> {
  const agency = await findAgency(work.db, agencyId)
  const colleague = orNotHere(await findColleague(work.db, agencyId, staffId))
  await sendInvitation(work, agency, colleague)
}

export async function changeRole(
  work: Work,
  agencyId: string,
  staffId: string,
  role: Role,
  asker: Locale,
): Promise<void> {
  const colleague = await holdColleague(work, agencyId, staffId)
  if (colleague.role === role) return
  if (role !== 'administrator') await keepAnAdministrator(work, colleague, asker)
  await updateStaff(work.db, staffId, { role })
  await revokeLinks(work, { staffId })
  await record(work, {
    verb: 'staff.role',
    subjectKind: 'staff',
    subjectId: staffId,
    details: { was: colleague.role, role },
  })
}

/** Ends somebody's work here. Their sessions end with the same transaction. */
export async function deactivateStaff(work: Work, agencyId: string, staffId: string, asker: Locale): Promise<void> {
  const colleague = await holdColleague(work, agencyId, staffId)
  if (colleague.deactivated_at) return
  await keepAnAdministrator(work, colleague, asker)
  await updateStaff(work.db, staffId, { deactivated_at: work.now })
  await revokeLinks(work, { staffId })
  const sessions = await endSessions(work, { userId: colleague.user_id })
  await record(work, { verb: 'staff.deactivate', subjectKind: 'staff', subjectId: staffId, details: { sessions } })
}

export async function reactivateStaff(work: Work, agencyId: string, staffId: string): Promise<void> {
  const colleague = await holdColleague(work, agencyId, staffId)
  if (!colleague.deactivated_at) return
  await updateStaff(work.db, staffId, { deactivated_at: null })
  await record(work, { verb: 'staff.reactivate', subjectKind: 'staff', subjectId: staffId })
}

async function holdColleague(work: Work, agencyId: string, staffId: string) {
  await lockAgency(work.db, agencyId)
  return orNotHere(await findColleague(work.db, agencyId, staffId))
}

async function keepAnAdministrator(
  work: Work,
  colleague: { agency_id: string; role: string; deactivated_at: Temporal.Instant | null },
  asker: Locale,
): Promise<void> {
  if (colleague.role !== 'administrator' || colleague.deactivated_at) return
  if ((await countAdministrators(work.db, colleague.agency_id)) === 1)
    throw new FormMistake(words(asker).lastAdministrator)
}

export async function saveAccount(
  work: Work,
  viewer: StaffViewer,
  account: { name: string; locale: string; zone: string },
): Promise<void> {
  await renameUser(work, viewer.userId, account.name)
  await updateStaff(work.db, viewer.staffId, { locale: account.locale, zone: account.zone })
  await record(work, { verb: 'account.change', subjectKind: 'staff', subjectId: viewer.staffId })
}

export interface CodeRequest {
  /** The same request has its effect once. */
  requestId: string
  email: string
  /** Where to go after signing in. */
  next: string
}

/**
 * Mails a sign-in code to a member of staff, at most five an hour. For any other address everything happens but the
 * mail, so that neither the answer nor the time it takes tells who works here.
 */
export async function sendSignInCode(world: World, request: CodeRequest): Promise<void> {
  const email = request.email.trim().toLowerCase()
  const effectKey = `sign-in.code ${request.requestId}`
  await carryOut(world, theSystem, async (work) => {
    if (await wasMailed(work.db, effectKey)) return
    if ((await countCodeMails(work.db, email, work.now.subtract({ hours: 1 }))) >= codesAnHour) return
    const code = await world.signIn.makeCode(email)
    const reader = await findPostByEmail(work.db, email)
    if (reader) await sendCodeMail(work, { ...reader, email }, { code, next: request.next, effectKey })
  })
}

/** Writes on the trail that somebody signed in. */
export async function recordSignIn(
  work: Work,
  post: { id: string; name: string; agency_id: string },
  by: 'code' | 'passkey' | 'first run' | 'demonstration',
): Promise<void> {
  const actor: Actor = { kind: 'staff', id: post.id, name: post.name, agencyId: post.agency_id }
  await record({ ...work, actor }, { verb: 'sign-in.start', subjectKind: 'staff', subjectId: post.id, details: { by } })
}

/**
 * A link that signs a member of staff in, for an operator without mail: good for ten minutes and once.
 * @returns null when no active member of staff has this address
 */
export async function operatorSignInLink(world: World, email: string): Promise<string | null> {
  const post = await findPostByEmail(world.db, email)
  if (!post) return null
  const code = await world.signIn.makeCode(post.email)
  const operator: Actor = { kind: 'operator', id: null, name: 'operator', agencyId: post.agency_id }
  await carryOut(world, operator, (work) =>
    record(work, { verb: 'sign-in.link', subjectKind: 'staff', subjectId: post.id }),
  )
  return codeAddress(world.settings.baseUrl, { email: post.email, code, next: '/' })
}
