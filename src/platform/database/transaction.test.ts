import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { inTransaction } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
  await database.pool.query('create table counters (name text primary key, value integer not null)')
})
beforeEach(async () => {
  await database.pool.query(`truncate counters; insert into counters values ('a', 0), ('b', 0)`)
})
afterAll(() => database.close())

async function total(): Promise<number> {
  const { rows } = await database.pool.query<{ total: number }>('select sum(value)::int as total from counters')
  return rows[0]?.total ?? -1
}

const add = (name: string) => sql`update counters set value = value + 1 where name = ${name}`

test('all of the work is kept, or none of it', async () => {
  expect(await inTransaction(database.db, async (trx) => (await add('a').execute(trx), 'done'))).toBe('done')
  const failing = inTransaction(database.db, async (trx) => {
    await add('a').execute(trx)
    throw new Error('half way')
  })
  await expect(failing).rejects.toThrow('half way')
  expect(await total()).toBe(1)
})

test('work inside a transaction joins it', async () => {
  const outer = inTransaction(database.db, async (trx) => {
    await inTransaction(trx, (inner) => add('a').execute(inner))
    throw new Error('after the inner one')
  })
  await expect(outer).rejects.toThrow('after the inner one')
  expect(await total()).toBe(0)
})

test('two that block each other both get through', async () => {
  let met = 0
  const bothInside = Promise.withResolvers<void>()
  const work = (first: string, second: string) =>
    inTransaction(database.db, async (trx) => {
      await add(first).execute(trx)
      if (++met === 2) bothInside.resolve()
      await bothInside.promise
      await add(second).execute(trx)
    })
  await Promise.all([work('a', 'b'), work('b', 'a')])
  expect(met).toBeGreaterThan(2)
  expect(await total()).toBe(4)
})

test('what the database will never accept is tried once', async () => {
  let tries = 0
  const doubled = inTransaction(database.db, async (trx) => {
    tries += 1
    await sql`insert into counters values ('a', 1)`.execute(trx)
  })
  await expect(doubled).rejects.toMatchObject({ code: '23505' })
  expect(tries).toBe(1)
})

test('work that can never be serialised is given up after four tries', async () => {
  let tries = 0
  const never = inTransaction(database.db, async () => {
    tries += 1
    throw Object.assign(new Error('could not serialize'), { code: '40001' })
  })
  await expect(never).rejects.toThrow('could not serialize')
  expect(tries).toBe(4)
})
