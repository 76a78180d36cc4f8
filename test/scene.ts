import { weekOf } from '../src/features/availability/half-days.ts'
import type { CastMember } from './cast.ts'
import type { Harness, Who } from './harness.ts'

export interface Scene {
  agencyId: string
  initiativeId: string
  facilitator: Who
  administrator: Who
  staffId: string
}

/** An agency with an administrator, a facilitator and one initiative: where most tests begin. */
export async function playAgency(harness: Pick<Harness, 'world'>, name = 'Agora Fiscal Network'): Promise<Scene> {
  const { world } = harness
  const now = world.clock.now()
  const agency = await world.db
    .insertInto('agencies')
    .values({ name, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const administrator = await playStaff(harness, agency.id, 'administrator', `Marta of ${name}`)
  const facilitator = await playStaff(harness, agency.id, 'facilitator', `Youssef of ${name}`)
  const initiative = await world.db
    .insertInto('initiatives')
    .values({ agency_id: agency.id, title: 'City budgets that people can read', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    agencyId: agency.id,
    initiativeId: initiative.id,
    facilitator: facilitator.who,
    administrator: administrator.who,
    staffId: facilitator.staffId,
  }
}

/** A member of staff who is signed in. */
export async function playStaff(harness: Pick<Harness, 'world'>, agencyId: string, role: string, name: string) {
  const { world } = harness
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@staff.example`
  const user = await world.db
    .insertInto('auth_users')
    .values({ name, email, email_verified: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  const staff = await world.db
    .insertInto('staff')
    .values({ agency_id: agencyId, user_id: user.id, role, created_at: world.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const cookies = await world.signIn.startSession(user.id, new Headers())
  return {
    staffId: staff.id,
    userId: user.id,
    who: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') },
  }
}

/** A person of the cast as a row, with organisation, post and languages, taking part in the initiative. */
export async function playPeer(harness: Harness, scene: Scene, peer: CastMember, state = 'active') {
  const { db, clock } = harness.world
  const now = clock.now()
  const organisation = await db
    .insertInto('organisations')
    .values({
      agency_id: scene.agencyId,
      name: peer.organisation,
      country: peer.country,
      city: peer.city,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const person = await db
    .insertInto('persons')
    .values({
      agency_id: scene.agencyId,
      name: peer.name,
      email: peer.email,
      locale: peer.locale,
      zone: peer.zone,
      country: peer.country,
      city: peer.city,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('posts')
    .values({
      agency_id: scene.agencyId,
      person_id: person.id,
      organisation_id: organisation.id,
      title: 'Budget officer',
      created_at: now,
    })
    .execute()
  const languages = Object.entries(peer.languages).map(([language, level]) => ({
    person_id: person.id,
    language,
    level,
  }))
  await db.insertInto('person_languages').values(languages).execute()
  const participation = await db
    .insertInto('participations')
    .values({
      agency_id: scene.agencyId,
      initiative_id: scene.initiativeId,
      person_id: person.id,
      state,
      hours_per_month: 3,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const week = weekOf('mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am', 'wed-pm', 'thu-am', 'thu-pm')
  await db
    .insertInto('availabilities')
    .values({ agency_id: scene.agencyId, person_id: person.id, week, said_at: now })
    .execute()
  return { personId: person.id, participationId: participation.id, organisationId: organisation.id }
}
