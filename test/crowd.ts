import { sampleCohort } from '../src/features/matching/sample-peers.ts'
import type { World } from '../src/platform/work.ts'

/** Peers of a sample cohort, straight into the tables: 500 forms would take longer than all that is tested with them. */
export async function insertCrowd(
  { db, clock }: Pick<World, 'db' | 'clock'>,
  scene: { agencyId: string; initiativeId: string },
  count: number,
): Promise<void> {
  const now = clock.now()
  const base = { agency_id: scene.agencyId, created_at: now }
  const cohort = sampleCohort(count, 1)
  const topicNames = [...new Set(cohort.flatMap(({ offers, wants }) => [...offers, ...wants]))]
  const topics = await db
    .insertInto('topics')
    .values(topicNames.map((name) => ({ agency_id: scene.agencyId, initiative_id: scene.initiativeId, name })))
    .returning(['id', 'name'])
    .execute()
  const topicId = (name: string) => topics.find((topic) => topic.name === name)?.id ?? ''
  const persons = await db
    .insertInto('persons')
    .values(
      cohort.map(({ personId, zone }) => ({
        ...base,
        name: personId,
        email: `${personId.replace(' ', '')}@peers.example`,
        zone,
        updated_at: now,
      })),
    )
    .returning(['id', 'name'])
    .execute()
  const personId = new Map(persons.map(({ id, name }) => [name, id]))
  const idOf = (name: string) => personId.get(name) ?? ''
  await db
    .insertInto('person_languages')
    .values(cohort.flatMap((peer) => peer.languages.map((spoken) => ({ person_id: idOf(peer.personId), ...spoken }))))
    .execute()
  const parts = await db
    .insertInto('participations')
    .values(
      cohort.map((peer) => ({
        ...base,
        initiative_id: scene.initiativeId,
        person_id: idOf(peer.personId),
        state: 'active',
        hours_per_month: peer.hoursPerMonth,
        problem_topic_id: topicId(peer.offers[0] ?? ''),
        answered_at: now,
        updated_at: now,
      })),
    )
    .returning(['id', 'person_id'])
    .execute()
  const partOf = new Map(parts.map(({ id, person_id }) => [person_id, id]))
  const kinds = cohort.flatMap((peer) => {
    const participation_id = partOf.get(idOf(peer.personId)) ?? ''
    return [
      ...peer.offers.map((name) => ({ participation_id, topic_id: topicId(name), kind: 'offer' })),
      ...peer.wants.map((name) => ({ participation_id, topic_id: topicId(name), kind: 'want' })),
    ]
  })
  await db.insertInto('participation_topics').values(kinds).execute()
  const weeks = cohort.map((peer) => ({
    agency_id: scene.agencyId,
    person_id: idOf(peer.personId),
    week: peer.week,
    said_at: now,
  }))
  await db.insertInto('availabilities').values(weeks).execute()
}
