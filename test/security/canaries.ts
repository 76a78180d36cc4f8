import type { Harness } from '../harness.ts'
import type { Side } from './stage.ts'

/** Who of one agency's side may read what a confidential field holds. */
export type Reader =
  | 'facilitator'
  | 'administrator'
  | 'owner'
  | 'partner'
  | 'former partner'
  | 'authoriser'
  | 'other authoriser'
  | 'funder'
  | 'asked'
  | 'guest'
  | 'other guest'

export interface Canary {
  marker: string
  field: string
  readers: readonly Reader[]
}

const staff: readonly Reader[] = ['facilitator', 'administrator']

/** Puts a marker of its own into every confidential field of a side. Only those named may ever see it again. */
export async function placeCanaries(h: Harness, side: Side, prefix: string): Promise<Canary[]> {
  const { db } = h.world
  const { connection, person, authority, participation } = side.objects
  const canaries: Canary[] = []
  const canary = (field: string, readers: readonly Reader[]): string => {
    const marker = `canary${prefix}${canaries.length}x`
    canaries.push({ marker, field, readers })
    return marker
  }
  const others = await db
    .selectFrom('connection_members')
    .select(['connection_id', 'person_id'])
    .innerJoin('connections', 'connections.id', 'connection_members.connection_id')
    .where('connections.agency_id', '=', side.scene.agencyId)
    .execute()
  for (const member of others) {
    const mine = member.person_id === person
    const open = member.connection_id === connection
    const both: readonly Reader[] = open ? ['owner', 'partner'] : ['owner', 'former partner']
    const own: readonly Reader[] = mine ? ['owner'] : open ? ['partner'] : ['former partner']
    await db
      .updateTable('connection_members')
      .set({
        answer_reason: canary('connection_members.answer_reason', [...staff, ...own]),
        gives: canary('connection_members.gives', [...staff, ...both]),
        wants: canary('connection_members.wants', [...staff, ...both]),
        why: canary('connection_members.why', [...staff, ...own]),
      })
      .where('connection_id', '=', member.connection_id)
      .where('person_id', '=', member.person_id)
      .execute()
  }
  const persons = await db
    .selectFrom('persons')
    .select(['id', 'email'])
    .where('agency_id', '=', side.scene.agencyId)
    .execute()
  for (const { id } of persons) {
    const own: readonly Reader[] = id === person ? ['owner'] : []
    await db
      .updateTable('persons')
      .set({
        note: canary('persons.note', staff),
        ...(own.length > 0 ? { phone: canary('persons.phone', [...staff, ...own]) } : {}),
      })
      .where('id', '=', id)
      .execute()
  }
  await db
    .updateTable('participations')
    .set({ problem: canary('participations.problem', [...staff, 'owner', 'partner', 'former partner']) })
    .where('id', '=', participation ?? '')
    .execute()
  const asked = await db
    .selectFrom('matching_choices')
    .innerJoin('matching_rounds', 'matching_rounds.id', 'matching_choices.round_id')
    .select(['person_id', 'other_person_id'])
    .where('agency_id', '=', side.scene.agencyId)
    .execute()
  for (const { person_id, other_person_id } of asked) {
    const mine: readonly Reader[] = person_id === person ? ['owner'] : ['partner', 'former partner']
    await db
      .updateTable('matching_choices')
      .set({ why: canary('matching_choices.why', mine) })
      .where('person_id', '=', person_id)
      .where('other_person_id', '=', other_person_id)
      .execute()
  }
  await db
    .insertInto('calendar_sources')
    .values({
      agency_id: side.scene.agencyId,
      person_id: person ?? '',
      kind: 'ics',
      host: canary('calendar_sources.host', ['owner']),
      sealed: canary('calendar_sources.sealed', []),
      next_read_at: h.clock.now(),
      created_at: h.clock.now(),
    })
    .execute()
  await db
    .insertInto('profile_drafts')
    .values({
      participation_id: participation ?? '',
      typed: JSON.stringify({ problem: canary('profile_drafts.typed', ['owner']) }),
      saved_at: h.clock.now(),
    })
    .execute()
  await db
    .updateTable('contacts')
    .set({ note: canary('contacts.note', [...staff, 'owner', 'partner']) })
    .where('connection_id', '=', connection ?? '')
    .execute()
  await db
    .updateTable('authority_reports')
    .set({
      note: canary('authority_reports.note', [...staff, 'authoriser']),
      answer_note: canary('authority_reports.answer_note', [...staff, 'authoriser']),
    })
    .where('authority_id', '=', authority ?? '')
    .execute()
  await db
    .updateTable('authorities')
    .set({ authoriser_title: canary('authorities.authoriser_title', [...staff, 'authoriser']) })
    .where('id', '=', authority ?? '')
    .execute()
  const guests = { guest: side.objects.guest, 'other guest': side.objects['other guest'] }
  for (const [who, id] of Object.entries(guests)) {
    const own: readonly Reader[] = [...staff, who as 'guest' | 'other guest']
    await db
      .updateTable('poll_people')
      .set({ name: canary('poll_people.name', own), email: `${canary('poll_people.email', own)}@peers.example` })
      .where('id', '=', id ?? '')
      .execute()
  }
  await db
    .updateTable('polls')
    .set({ note: canary('polls.note', [...staff, 'asked', 'guest', 'other guest']) })
    .where('id', '=', side.objects.poll ?? '')
    .execute()
  await db
    .updateTable('activities')
    .set({
      telephone: canary('activities.telephone', [...staff, 'owner']),
      link: `https://perennial.test/${canary('activities.link', [...staff, 'owner'])}`,
      notes: canary('activities.notes', staff),
    })
    .where('id', '=', side.objects.meeting ?? '')
    .execute()
  for (const one of ['owner', 'partner'] as const)
    await db
      .updateTable('activity_places')
      .set({ companions: canary('activity_places.companions', [...staff, one]) })
      .where('activity_id', '=', side.objects.meeting ?? '')
      .where('person_id', '=', side.objects[one === 'owner' ? 'one' : 'other'] ?? '')
      .execute()
  return canaries
}
