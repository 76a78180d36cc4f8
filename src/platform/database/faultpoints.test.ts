import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { FaultError, armFault, disarmFaults, faultCalls, faultCount, faultPoint, startCounting } from './faultpoints.ts'
import { inTransaction } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
  await database.pool.query('create table marks (number integer)')
})
beforeEach(() => database.pool.query('truncate marks'))
afterEach(disarmFaults)
afterAll(() => database.close())

function twoMarks(): Promise<void> {
  return inTransaction(database.db, async (trx) => {
    await sql`insert into marks values (1)`.execute(trx)
    faultPoint('write a file')
    await sql`insert into marks values (2)`.execute(trx)
  })
}

async function marks(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>('select count(*) as count from marks')
  return rows[0]?.count ?? -1
}

test('database calls and file operations are counted in their order', async () => {
  startCounting()
  await twoMarks()
  expect(faultCount()).toBe(5)
  expect(faultCalls()).toEqual([
    'begin',
    'insert into marks values (1)',
    'write a file',
    'insert into marks values (2)',
    'commit',
  ])
})

test('a failure at any call leaves all or nothing, and the next attempt works', async () => {
  for (const at of [1, 2, 3, 4, 5]) {
    armFault({ at, kind: 'throw' })
    await expect(twoMarks()).rejects.toBeInstanceOf(FaultError)
    disarmFaults()
    expect([at, await marks()]).toEqual([at, 0])
  }
  await twoMarks()
  expect(await marks()).toBe(2)
})

test('a fault happens once, and never beyond the last call', async () => {
  armFault({ at: 6, kind: 'throw' })
  await twoMarks()
  disarmFaults()
  expect(await marks()).toBe(2)
})

test('plain queries of the pool are counted as well', async () => {
  armFault({ at: 2, kind: 'throw' })
  await database.pool.query('select 1')
  await expect(database.pool.query('select 2')).rejects.toThrow('fault 2: select 2')
  expect((await database.pool.query('select 3 as three')).rows).toEqual([{ three: 3 }])
})

test('nothing is counted or harmed when no test asks for it', async () => {
  startCounting()
  disarmFaults()
  await twoMarks()
  expect(faultCount()).toBe(0)
})

test('an exit is the death of the process, not an error that somebody could catch', () => {
  const source = `import { armFault, faultPoint } from '${join(import.meta.dirname, 'faultpoints.ts')}'
    armFault({ at: 2, kind: 'exit' }); faultPoint('one'); console.log('after one')
    try { faultPoint('two') } finally { console.log('after two') }`
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', source])
  expect(signal).toBe('SIGKILL')
  expect(stdout.toString()).toBe('after one\n')
})
