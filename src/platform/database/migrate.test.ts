import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { makePool } from './database.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { readMigrations } from './migration-files.ts'

let database: TestDatabase
let pool: pg.Pool
let folder: string

beforeEach(async () => {
  database = await testDatabase({ empty: true })
  pool = database.pool
  folder = mkdtempSync(join(tmpdir(), 'perennial-migrations-'))
  write('0001-people.sql', 'create table people (name text);')
  write('0002-places.sql', `create table places (name text); insert into places values ('Tunis');`)
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql)
}

async function tables(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map(({ name }) => name)
}

test('an empty database is brought to the newest schema, and a second time nothing happens', async () => {
  expect(await schemaVersion(pool)).toBe(0)
  expect(await migrate(pool, { folder })).toEqual({ applied: [1, 2], version: 2 })
  expect(await migrate(pool, { folder })).toEqual({ applied: [], version: 2 })
  expect(await schemaVersion(pool)).toBe(2)
  expect(await tables()).toEqual(['migrations', 'people', 'places'])
})

test('only what is new is applied', async () => {
  await migrate(pool, { folder })
  write('0003-trips.sql', 'create table trips (place text)')
  expect(await migrate(pool, { folder })).toEqual({ applied: [3], version: 3 })
})

test('a schema of an earlier day can be made', async () => {
  expect(await migrate(pool, { folder, upTo: 1 })).toEqual({ applied: [1], version: 1 })
  expect(await tables()).toEqual(['migrations', 'people'])
  expect(await migrate(pool, { folder, upTo: 1 })).toEqual({ applied: [], version: 1 })
})

test('data of a newer Perennial are refused and not touched', async () => {
  await migrate(pool, { folder })
  rmSync(join(folder, '0002-places.sql'))
  write('0001-people.sql', 'create table others (name text);')
  await expect(migrate(pool, { folder })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(/^This data was written by a newer Perennial \(schema 2\); this one knows 1\./),
  })
  expect(await tables()).toEqual(['migrations', 'people', 'places'])
})

test('a file that was changed after it was applied is refused; other line ends are no change', async () => {
  await migrate(pool, { folder })
  write('0003-trips.sql', 'create table trips (place text)')
  write('0001-people.sql', 'create table people (name text, age integer);')
  await expect(migrate(pool, { folder })).rejects.toThrow('The migration 1 (people) was changed after it was applied')
  expect(await tables()).not.toContain('trips')
  write('0001-people.sql', 'create table people (name text);')
  write('0002-places.sql', `create table places (name text); insert into places values ('Tunis');`)
  expect((await migrate(pool, { folder })).applied).toEqual([3])
  write('0003-trips.sql', 'create table trips (place text)\r\n')
  await expect(migrate(pool, { folder })).rejects.toThrow('migration 3 (trips) was changed')
})

test('a migration that fails half way leaves the schema before it', async () => {
  write('0003-trips.sql', 'create table trips (place text); insert into nowhere values (1);')
  await expect(migrate(pool, { folder })).rejects.toThrow(
    'The migration 3 (trips) failed: relation "nowhere" does not exist',
  )
  expect(await tables()).toEqual(['migrations', 'people', 'places'])
  expect(await schemaVersion(pool)).toBe(2)
  write('0003-trips.sql', 'create table trips (place text);')
  expect((await migrate(pool, { folder })).applied).toEqual([3])
})

test('of several processes that migrate at once one works and the others wait for it', async () => {
  write('0003-slow.sql', 'select pg_sleep(0.2); create table slow (name text);')
  const others = [1, 2, 3].map(() => makePool(database.connection, 1))
  const results = await Promise.all([pool, ...others].map((one) => migrate(one, { folder })))
  expect(results.map(({ version }) => version)).toEqual([3, 3, 3, 3])
  expect(results.flatMap(({ applied }) => applied)).toEqual([1, 2, 3])
  await Promise.all(others.map((one) => one.end()))
})

test('a gap, a double number and an unclear name are found', () => {
  write('0004-later.sql', '')
  expect(() => readMigrations(folder)).toThrow('The migration 4 (later) should be number 3.')
  rmSync(join(folder, '0004-later.sql'))
  write('0002-again.sql', '')
  expect(() => readMigrations(folder)).toThrow(/should be number 3/)
  rmSync(join(folder, '0002-again.sql'))
  write('3-trips.sql', '')
  expect(() => readMigrations(folder)).toThrow('The migration 3-trips.sql is not named like 0001-people.sql.')
})

test('the migrations of the project are found from wherever the code lies', () => {
  expect(readMigrations()[0]).toMatchObject({ version: 1 })
})
