import { inParts } from '../database/in-parts.ts'
import type { Work } from '../work.ts'

export interface Happening {
  verb: string
  subjectKind: string
  subjectId?: string | null
  agencyId?: string | null
  initiativeId?: string | null
  /** Ids, counts and states only: the audit trail is read by administrators, so nothing confidential goes in. */
  details?: Record<string, unknown>
}

/** Writes who did what when, inside the change itself. */
export async function record(work: Work, happening: Happening): Promise<void> {
  await recordAll(work, [happening])
}

/** The same for many at once, in their order. */
export async function recordAll(work: Work, happenings: readonly Happening[]): Promise<void> {
  for (const part of inParts(happenings)) {
    const rows = part.map((happening) => ({
      agency_id: happening.agencyId ?? work.actor.agencyId,
      initiative_id: happening.initiativeId ?? null,
      at: work.now,
      actor_kind: work.actor.kind,
      actor_id: work.actor.id,
      actor_name: work.actor.name,
      verb: happening.verb,
      subject_kind: happening.subjectKind,
      subject_id: happening.subjectId ?? null,
      details: JSON.stringify(happening.details ?? {}),
    }))
    await work.db.insertInto('audit_events').values(rows).execute()
  }
}
