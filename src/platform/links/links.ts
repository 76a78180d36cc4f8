import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../database/database.ts'
import { inParts } from '../database/in-parts.ts'
import { daysAfter } from '../clock.ts'
import type { Tx, Work } from '../work.ts'

/** What a signed link is for; its page lives under the path of the same name, so a link does one thing. */
export const linkPaths = {
  home: '/my',
  profile: '/profile',
  proposal: '/proposal',
  choice: '/choice',
  agreement: '/agreement',
  times: '/times',
  checkin: '/checkin',
  series: '/series',
  reply: '/reply',
  report: '/report',
  feed: '/calendar',
  meeting: '/meeting',
  connectionFeed: '/connection-calendar',
  initiativeFeed: '/initiative-calendar',
  availability: '/availability',
  projector: '/projector',
  poll: '/poll',
  pollAnswer: '/answer',
} as const
export type LinkPurpose = keyof typeof linkPaths

export interface SignedLink {
  id: string
  agencyId: string
  purpose: LinkPurpose
  personId: string | null
  subjectId: string | null
  expiresAt: Temporal.Instant
}

export interface NewLink {
  agencyId: string
  purpose: LinkPurpose
  personId?: string | null
  subjectId?: string | null
  /** The member of staff who holds it: it ends with their access. */
  staffId?: string | null
  /** Days the link stays good. */
  days: number
}

const hash = (token: string) => createHash('sha256').update(token).digest()

/**
 * Makes a signed link: 256 random bits, kept only as a SHA-256. The address returned is the one time it can be seen.
 * @returns the whole address, under BASE_URL
 */
export async function makeLink(work: Work, link: NewLink): Promise<string> {
  const [address = ''] = await makeLinks(work, [link])
  return address
}

/** The same for many at once; the addresses come in the order of `links`. */
export async function makeLinks(work: Work, links: readonly NewLink[]): Promise<string[]> {
  const made = links.map((link) => ({ link, token: randomBytes(32).toString('base64url') }))
  for (const part of inParts(made)) {
    const rows = part.map(({ link, token }) => ({
      agency_id: link.agencyId,
      token_hash: hash(token),
      purpose: link.purpose,
      person_id: link.personId ?? null,
      subject_id: link.subjectId ?? null,
      staff_id: link.staffId ?? null,
      expires_at: daysAfter(work.now, link.days),
      created_at: work.now,
    }))
    await work.db.insertInto('links').values(rows).execute()
  }
  return made.map(({ link, token }) => `${work.world.settings.baseUrl}${linkPaths[link.purpose]}/${token}`)
}

/** The link behind a token if it is for this purpose, not expired, revoked or spent, nor its staff gone or a funder now; otherwise null. */
export async function findLink(
  db: Db | Tx,
  purpose: LinkPurpose,
  token: string,
  now: Temporal.Instant,
): Promise<SignedLink | null> {
  if (!/^[\w-]{43}$/.test(token)) return null
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('token_hash', '=', hash(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .where('spent_at', 'is', null)
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('staff_id', 'is', null),
        not(
          exists(
            selectFrom('staff')
              .select('staff.id')
              .whereRef('staff.id', '=', 'links.staff_id')
              .where((staff) => staff.or([staff('deactivated_at', 'is not', null), staff('role', '=', 'funder')])),
          ),
        ),
      ]),
    )
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        agencyId: row.agency_id,
        purpose,
        personId: row.person_id,
        subjectId: row.subject_id,
        expiresAt: row.expires_at,
      }
    : null
}

/** Takes back every link of a purpose for a person, a subject, a member of staff, or several of these. */
export async function revokeLinks(
  work: Work,
  which: { purpose?: LinkPurpose; personId?: string; subjectId?: string; staffId?: string },
): Promise<void> {
  let query = work.db.updateTable('links').set({ revoked_at: work.now }).where('revoked_at', 'is', null)
  if (which.purpose) query = query.where('purpose', '=', which.purpose)
  if (which.personId) query = query.where('person_id', '=', which.personId)
  if (which.subjectId) query = query.where('subject_id', '=', which.subjectId)
  if (which.staffId) query = query.where('staff_id', '=', which.staffId)
  await query.execute()
}
