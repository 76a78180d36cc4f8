import { weekOf } from '../src/features/availability/half-days.ts'
import { sql } from 'kysely'
import { dayIn } from '../src/platform/clock.ts'
import type { World } from '../src/platform/work.ts'
import { carryOut, theSystem } from '../src/platform/work.ts'
import { makeLink } from '../src/platform/links/links.ts'

const zones = [
  'America/Bogota',
  'Africa/Accra',
  'Africa/Tunis',
  'Asia/Amman',
  'Europe/Dublin',
  'Africa/Dakar',
  'Asia/Dhaka',
]
const countries = ['CO', 'GH', 'TN', 'JO', 'IE', 'SN', 'BD']

export interface Seeded {
  cookie: string
  initiative: string
  desk: string
  directory: string
  peer: string
  /** The home pages of every peer. */
  peers: string[]
}

/** An initiative of many peers in pairs, written straight into the tables: for measuring, not for showing. */
export async function seed(world: World, peers: number): Promise<Seeded> {
  const { db } = world
  const now = world.clock.now()
  const today = dayIn('UTC', now)
  const agency = await db
    .insertInto('agencies')
    .values({ name: 'Bench', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const agency_id = agency.id
  const user = await db
    .insertInto('auth_users')
    .values({ name: 'Marta Bench', email: 'marta@bench.example', email_verified: true })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('staff').values({ agency_id, user_id: user.id, role: 'administrator', created_at: now }).execute()
  const initiative = await db
    .insertInto('initiatives')
    .values({ agency_id, title: 'City budgets that people can read', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const initiative_id = initiative.id
  const organisations = await db
    .insertInto('organisations')
    .values(
      Array.from({ length: 100 }, (_, i) => ({
        agency_id,
        name: `City ${i}`,
        country: countries[i % 7] ?? 'GH',
        created_at: now,
      })),
    )
    .returning('id')
    .execute()
  const persons = await db
    .insertInto('persons')
    .values(
      Array.from({ length: peers }, (_, i) => ({
        agency_id,
        name: `Peer Number ${i}`,
        email: `peer${i}@bench.example`,
        zone: zones[i % 7] ?? 'UTC',
        country: countries[i % 7] ?? 'GH',
        city: `Town ${i % 90}`,
        created_at: now,
        updated_at: now,
      })),
    )
    .returning('id')
    .execute()
  await db
    .insertInto('posts')
    .values(
      persons.map((person, i) => ({
        agency_id,
        person_id: person.id,
        organisation_id: organisations[i % 100]?.id ?? '',
        title: 'Budget officer',
        created_at: now,
      })),
    )
    .execute()
  await db
    .insertInto('person_languages')
    .values(
      persons.flatMap((person, i) =>
        ['en', i % 2 ? 'fr' : 'es'].map((language) => ({ person_id: person.id, language, level: 'fluent' })),
      ),
    )
    .execute()
  const topics = await db
    .insertInto('topics')
    .values(Array.from({ length: 15 }, (_, i) => ({ agency_id, initiative_id, name: `Topic ${i}` })))
    .returning('id')
    .execute()
  const parts = await db
    .insertInto('participations')
    .values(
      persons.map((person) => ({
        agency_id,
        initiative_id,
        person_id: person.id,
        state: 'active',
        hours_per_month: 3,
        problem: 'Nobody reads the budget',
        answered_at: now,
        created_at: now,
        updated_at: now,
      })),
    )
    .returning('id')
    .execute()
  const week = weekOf('mon-am', 'tue-pm', 'wed-am', 'thu-pm')
  await db
    .insertInto('availabilities')
    .values(persons.map((person) => ({ agency_id, person_id: person.id, week, said_at: now })))
    .execute()
  await db
    .insertInto('participation_topics')
    .values(
      parts.flatMap((part, i) => [
        { participation_id: part.id, topic_id: topics[i % 15]?.id ?? '', kind: 'offer' },
        { participation_id: part.id, topic_id: topics[(i * 7 + 1) % 15]?.id ?? '', kind: 'want' },
      ]),
    )
    .execute()
  await db
    .insertInto('authorities')
    .values(
      persons.slice(10).map((person, i) => ({
        agency_id,
        initiative_id,
        person_id: person.id,
        authoriser_name: `Head ${i}`,
        authoriser_email: `head${i}@bench.example`,
        hours_per_month: 3,
        starts_on: today.subtract({ months: 5 }),
        // One in thirty lapses within a month.
        ends_on: today.add({ days: i % 30 === 0 ? 20 : 120 }),
        created_at: now,
        updated_at: now,
      })),
    )
    .execute()
  for (let i = 0; i + 1 < persons.length; i += 2) {
    // Contact in each pair was up to 100 days ago: two in five drift.
    const silentDays = (i * 13) % 100
    const started = now.subtract({ hours: 24 * 150 })
    const last = now.subtract({ hours: 24 * silentDays })
    const connection = await db
      .insertInto('connections')
      .values({
        agency_id,
        initiative_id,
        state: silentDays > 60 ? 'quiet' : 'active',
        watch_state: silentDays > 95 ? 'red' : silentDays > 60 ? 'amber' : 'fresh',
        rhythm_days: 30,
        proposed_at: started,
        started_at: started,
        last_contact_at: last,
        last_touch_at: now.subtract({ hours: 24 * ((i * 7) % 45) }),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const members = [persons[i], persons[i + 1]].map((person) => ({
      connection_id: connection.id,
      person_id: person?.id ?? '',
      answer: 'yes',
      agreed_version: 1,
    }))
    await db.insertInto('connection_members').values(members).execute()
    const contacts = Array.from({ length: 4 }, (_, k) => last.subtract({ hours: 24 * 28 * k }))
    await db
      .insertInto('contacts')
      .values(
        contacts.map((happened_at) => ({
          agency_id,
          connection_id: connection.id,
          happened_at,
          kind: 'live',
          minutes: 45,
          reported_by_kind: 'peer',
          reported_by_id: persons[i]?.id ?? '',
          reported_at: happened_at,
        })),
      )
      .execute()
  }
  // As the server does by itself within a minute.
  await sql`analyze`.execute(db)
  const homes = await carryOut(world, theSystem, async (work) => {
    const links: string[] = []
    for (const { id } of persons)
      links.push(await makeLink(work, { agencyId: agency_id, purpose: 'home', personId: id, days: 30 }))
    return links.map((link) => new URL(link).pathname)
  })
  const cookies = await world.signIn.startSession(user.id, new Headers())
  return {
    cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
    initiative: initiative_id,
    desk: `/initiatives/${initiative_id}`,
    directory: `/initiatives/${initiative_id}/people`,
    peer: homes[0] ?? '',
    peers: homes,
  }
}
