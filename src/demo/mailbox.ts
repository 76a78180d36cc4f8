import { findLink, type LinkPurpose, linkPaths, type SignedLink } from '../platform/links/links.ts'
import type { Stage } from './stage.ts'

/** A mail that asks its reader for something, with the link in it. */
export interface AskingMail {
  kind: string
  to: string
  subject: string
  /** The same words for the same mail in every play. */
  key: string
  at: Temporal.Instant
  purpose: LinkPurpose
  token: string
}

/** What each kind of mail asks to open. Mails of other kinds only tell something. */
const asks: Record<string, LinkPurpose> = {
  'profile.invite': 'profile',
  'profile.remind': 'profile',
  'proposal.ask': 'proposal',
  'proposal.remind': 'proposal',
  'proposal.again': 'proposal',
  'choice.ask': 'choice',
  'choice.remind': 'choice',
  'connection.on': 'agreement',
  'agreement.changed': 'agreement',
  'times.ask': 'times',
  'times.remind': 'times',
  'session.checkin': 'checkin',
  'connection.nudge': 'home',
  'series.ask': 'series',
  'series.remind': 'series',
  'authority.report': 'report',
}

/** The mails that arrived since a moment and ask for something, in an order that is the same in every play. */
export async function newMail(stage: Stage, since: Temporal.Instant): Promise<AskingMail[]> {
  const rows = await stage.db
    .selectFrom('mails')
    .select(['kind', 'to_address', 'subject', 'body_text', 'created_at'])
    .where('agency_id', '=', stage.agencyId)
    .where('kind', 'in', Object.keys(asks))
    .where('created_at', '>', since)
    .where('created_at', '<=', stage.now)
    .orderBy('created_at')
    .orderBy('to_address')
    .orderBy('kind')
    .orderBy('subject')
    .execute()
  return rows.flatMap(({ kind, to_address: to, subject, body_text, created_at: at }) => {
    const purpose = asks[kind]
    const token = purpose && new RegExp(`${linkPaths[purpose]}/([\\w-]{43})`).exec(body_text)?.[1]
    return purpose && token ? [{ kind, to, subject, key: `${to} ${kind} ${subject} ${at}`, at, purpose, token }] : []
  })
}

/** Opens the link of a mail: null when it is no longer good. */
export function openLink(stage: Stage, mail: AskingMail): Promise<SignedLink | null> {
  return findLink(stage.db, mail.purpose, mail.token, stage.now)
}
