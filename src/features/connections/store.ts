import type { Selectable } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Connections } from '../../platform/database/schema.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { Tx } from '../../platform/work.ts'

export type Connection = Selectable<Connections>

/** The row, kept from everybody else until the change is over: two answers at once come one after the other. */
export async function lockConnection(db: Tx, id: string): Promise<Connection> {
  return orNotHere(await db.selectFrom('connections').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
}

export async function changeConnection(db: Tx, id: string, set: Partial<Omit<Connection, 'id'>>): Promise<void> {
  await db.updateTable('connections').set(set).where('id', '=', id).execute()
}

/** What the agency and the initiative of a connection are called, and how the initiative wants silence judged. */
export async function readSetting(db: Db | Tx, initiativeId: string) {
  return orNotHere(
    await db
      .selectFrom('initiatives')
      .innerJoin('agencies', 'agencies.id', 'initiatives.agency_id')
      .select([
        'initiatives.title',
        'initiatives.rhythm_days',
        'agencies.name as agency',
        'agencies.zone as agencyZone',
      ])
      .select(['initiatives.amber_factor', 'initiatives.red_factor', 'initiatives.lapsed_factor'])
      .where('initiatives.id', '=', initiativeId)
      .executeTakeFirst(),
  )
}
