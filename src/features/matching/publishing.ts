import { list } from '../../platform/i18n/catalogue.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { proposeConnections } from '../connections/proposing.ts'
import { readTopics } from '../initiatives/profiles.ts'
import { type Letter, writeLetters } from './letters.ts'
import { everyTwo } from './pins.ts'
import { refuse } from './refusing.ts'
import { type Field, readField } from './solving.ts'
import { tellRound } from './steps.ts'
import { lockInitiative, lockRound, type Round, setState } from './store.ts'
import { note } from './trail.ts'
import { listProposals, readParts } from './workbench-store.ts'

/** One proposal as it will be sent. */
export interface Outgoing {
  personIds: string[]
  fit: number
  letters: Letter[]
}

/** Everything a round will send, with the best fit first, and who can no longer be proposed as it stands. */
export async function readOutgoing(db: Db | Tx, round: Round, now: Temporal.Instant) {
  const field = await readField(db, round, now)
  const topics = new Map((await readTopics(db, round.initiative_id)).map(({ id, name }) => [id, name]))
  const proposals = (await listProposals(db, round.id)).toReversed()
  const parts = await readParts(
    db,
    proposals.map(({ id }) => id),
  )
  const broken = new Set<string>()
  const outgoing = proposals.map(({ id, person_ids: personIds, fit }): Outgoing => {
    for (const personId of whoChanged(field, personIds)) broken.add(personId)
    const members = personIds.flatMap(
      (personId) => field.cohort.peers[field.cohort.placeOf.get(personId) ?? -1]?.profile ?? [],
    )
    const letters = writeLetters(members, parts.get(id)?.reasons ?? [], (topicId) => topics.get(topicId) ?? '')
    return { personIds, fit, letters }
  })
  return { outgoing, names: field.names, broken: [...broken].map((personId) => field.names.get(personId) ?? '?') }
}

/** Members of a group who no longer take part, or whom a hard rule has come to part. */
function whoChanged({ cohort }: Field, personIds: readonly string[]): string[] {
  const gone = personIds.filter((personId) => !cohort.placeOf.has(personId))
  if (gone.length > 0) return gone
  return everyTwo(personIds)
    .filter(([one, other]) => cohort.worth(cohort.placeOf.get(one) ?? -1, cohort.placeOf.get(other) ?? -1) < 0)
    .flat()
}

/**
 * Proposes every pair of a round to its members, all of them or none. A second time has no effect.
 * @param revision which solving the facilitator looked at; another one is refused
 * @returns whether anything was sent
 */
export async function publishRound(work: Work, roundId: string, revision: number): Promise<boolean> {
  const round = await lockRound(work.db, roundId)
  if (round.state === 'published') return false
  if (round.state !== 'draft') await refuse(work, (t) => t.roundIsOver)
  if (round.revision !== revision) await refuse(work, (t) => t.lookAgain)
  await lockInitiative(work.db, round.initiative_id)
  const { outgoing, broken } = await readOutgoing(work.db, round, work.now)
  if (outgoing.length === 0) await refuse(work, (t) => t.nothingToPublish)
  if (broken.length > 0) await refuse(work, (t, locale) => t.changedMeanwhile({ names: list(locale, broken) }))
  await setState(work.db, round.id, 'published', work.now)
  await tellRound(work, round.id)
  await proposeConnections(
    work,
    { agencyId: round.agency_id, initiativeId: round.initiative_id },
    outgoing.map(({ personIds, fit, letters }) => ({
      roundId: round.id,
      personIds,
      fit,
      members: letters.map(({ personId, gives, wants, why }) => ({ personId, gives, wants, why })),
    })),
  )
  await note(work, round, 'round.publish', { proposals: outgoing.length })
  return true
}
