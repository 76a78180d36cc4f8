import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Db } from './database.ts'
import { preparedName, startPreparing } from './prepared.ts'
import { inTransaction } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
})
beforeEach(async () => {
  startPreparing()
  await database.pool.query(
    'drop table if exists marks; create table marks (number integer); insert into marks values (7)',
  )
})
afterAll(() => database.close())

const read = async (db: Db, above: number) =>
  (await sql<object>`select * from marks where number > ${above}`.execute(db)).rows
const inUse = async (db: Db) =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows.map(
    ({ statement }) => statement,
  )

/** Reads often enough on one connection for the statement to be prepared there. */
async function readOften(db: Db) {
  for (let time = 0; time < 30; time++) await read(db, time % 5)
}

describe('a frequent statement', () => {
  it('is prepared, and gives the same as before', async () => {
    await database.db.connection().execute(async (db) => {
      await read(db, 1)
      expect(await inUse(db)).toEqual([])
      await readOften(db)
      expect(await inUse(db)).toEqual(['select * from marks where number > $1'])
      expect(await read(db, 6)).toEqual([{ number: 7 }])
      expect(await read(db, 7)).toEqual([])
    })
  })

  it('still gives the right answer when its table is changed under it', async () => {
    await database.db.connection().execute(async (db) => {
      await readOften(db)
      await database.pool.query(`alter table marks add column colour text not null default 'red'`)
      expect(await read(db, 1)).toEqual([{ number: 7, colour: 'red' }])
      expect(preparedName('select $1', [1])).toBeUndefined()
    })
  })

  it('is asked again in a transaction begun anew when its table is changed under it', async () => {
    await database.db.connection().execute(async (db) => {
      await readOften(db)
      await database.pool.query(`alter table marks add column colour text not null default 'red'`)
      const found = await inTransaction(db, async (trx) => {
        await sql`insert into marks values (8)`.execute(trx)
        return read(trx, 1)
      })
      expect(found).toHaveLength(2)
    })
    expect(await read(database.db, 1)).toHaveLength(2)
  })

  it('is still refused for what is wrong with its values', async () => {
    await readOften(database.db)
    await expect(sql`select * from marks where number > ${'many'}`.execute(database.db)).rejects.toThrow(
      'invalid input syntax',
    )
    expect(await read(database.db, 1)).toEqual([{ number: 7 }])
  })
})

describe('a name', () => {
  it('is given to no statement that is rare, long, or has no values', () => {
    for (let time = 0; time < 20; time++) expect(preparedName('select 1 where 1 = $1', [1])).toBeUndefined()
    expect(preparedName('select 1 where 1 = $1', [1])).toBe('perennial_0')
    for (let time = 0; time < 30; time++) {
      expect(preparedName('commit', [])).toBeUndefined()
      expect(preparedName(`select ${'$1, '.repeat(3_000)}`, [1])).toBeUndefined()
    }
  })

  it('is given to no more statements than the server can keep', () => {
    const names = new Set<string>()
    for (let statement = 0; statement < 1_000; statement++) {
      for (let time = 0; time < 30; time++) names.add(preparedName(`select ${statement}, $1`, [1]) ?? '')
    }
    names.delete('')
    expect(names.size).toBe(150)
  })
})
