import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Db } from '../../platform/database/database.ts'
import { chooseLocale } from '../../platform/i18n/catalogue.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'

/** What the initiative and its agency are called, and the zone in which their days begin. */
export async function readSetting(db: Db | Tx, initiativeId: string) {
  const row = await db
    .selectFrom('initiatives')
    .innerJoin('agencies', 'agencies.id', 'initiatives.agency_id')
    .select(['initiatives.title', 'agencies.name as agency', 'agencies.zone'])
    .where('initiatives.id', '=', initiativeId)
    .executeTakeFirst()
  return orNotHere(row)
}

/** Who was asked, has not answered and still takes part, by name. */
export function listWaiting(db: Db | Tx, round: { id: string; initiative_id: string }) {
  return db
    .selectFrom('matching_asked as asked')
    .innerJoin('persons as person', 'person.id', 'asked.person_id')
    .innerJoin('participations as part', 'part.person_id', 'asked.person_id')
    .select(['asked.person_id', 'asked.asked_at', 'asked.reminded_at', 'person.name'])
    .where('asked.round_id', '=', round.id)
    .where('asked.answered_at', 'is', null)
    .where('part.initiative_id', '=', round.initiative_id)
    .where('part.state', '=', 'active')
    .orderBy('person.name')
    .orderBy('asked.person_id')
    .execute()
}

/** People as a mail to them and a line about them need them, by id. */
export async function readPortraits(db: Db | Tx, personIds: readonly string[]) {
  const rows = await db
    .selectFrom('persons as person')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('posts')
          .innerJoin('organisations', 'organisations.id', 'posts.organisation_id')
          .select(['posts.title as post', 'organisations.name as organisation'])
          .whereRef('posts.person_id', '=', 'person.id')
          .orderBy('posts.ends_on', (order) => order.desc().nullsFirst())
          .orderBy('posts.created_at', 'desc')
          .limit(1)
          .as('now'),
      (join) => join.onTrue(),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.locale', 'person.country', 'person.city'])
    .select(['now.post', 'now.organisation'])
    .where('person.id', '=', anyOf(personIds))
    .execute()
  return new Map(
    rows.map(({ post, organisation, locale, ...row }) => [
      row.id,
      { ...row, locale: chooseLocale(locale), post: post ?? '', organisation: organisation ?? '' },
    ]),
  )
}

/** Everybody a peer may name: the initiative's roster but for who has left, and themselves. */
export function listNameable(db: Db | Tx, initiativeId: string, personId: string) {
  return db
    .selectFrom('participations as part')
    .innerJoin('persons as person', 'person.id', 'part.person_id')
    .select(['person.id', 'person.name'])
    .where('part.initiative_id', '=', initiativeId)
    .where('part.state', '<>', 'left')
    .where('person.merged_into_id', 'is', null)
    .where('person.id', '<>', personId)
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .execute()
}
