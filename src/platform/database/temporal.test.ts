import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
})
afterAll(() => database.close())

async function value(expression: string, parameters: unknown[] = []): Promise<unknown> {
  const { rows } = await database.pool.query<{ value: unknown }>(`select ${expression} as value`, parameters)
  return rows[0]?.value
}

test('a moment comes back as the instant it was, to the microsecond', async () => {
  const moment = Temporal.Instant.from('2026-03-29T01:59:59.123456Z')
  const found = await value('$1::timestamptz', [moment])
  expect(found).toBeInstanceOf(Temporal.Instant)
  expect(String(found)).toBe(String(moment))
})

test('a moment is the same whatever zone the connection speaks', async () => {
  const client = await database.pool.connect()
  await client.query(`set timezone = 'Asia/Kathmandu'`)
  const { rows } = await client.query<{ at: Temporal.Instant }>(`select '2026-11-24T09:00Z'::timestamptz as at`)
  client.release(true)
  expect(rows[0]?.at.toString()).toBe('2026-11-24T09:00:00Z')
})

test('a date has no hour and no zone', async () => {
  expect(String(await value('$1::date', [Temporal.PlainDate.from('2027-02-28')]))).toBe('2027-02-28')
})

test('lists of moments and dates keep their gaps', async () => {
  const moments = await value(`array['2026-11-24T09:00Z', null]::timestamptz[]`)
  expect((moments as unknown[]).map(String)).toEqual(['2026-11-24T09:00:00Z', 'null'])
  expect(((await value(`array['2026-11-24']::date[]`)) as unknown[]).map(String)).toEqual(['2026-11-24'])
})

test('a list of moments can be asked for', async () => {
  const moments = [Temporal.Instant.from('2026-11-24T09:00:00Z')]
  expect(await value('now() = any($1::timestamptz[])', [moments])).toBe(false)
})

test('counts are numbers', async () => {
  expect(await value('count(*)')).toBe(1)
  expect(await value('array[1, null]::int8[]')).toEqual([1, null])
})

test('a number too large to be exact is refused, not rounded', async () => {
  await expect(value('9007199254740993::int8')).rejects.toThrow('9007199254740993, too large for an exact number')
})

test('json keeps its shape', async () => {
  expect(await value('$1::jsonb', [{ a: [1, { b: null }] }])).toEqual({ a: [1, { b: null }] })
})

test('a length of time can be added to a moment', async () => {
  const later = await value(`'2026-11-24T09:00Z'::timestamptz + $1::interval`, [Temporal.Duration.from({ hours: 36 })])
  expect(String(later)).toBe('2026-11-25T21:00:00Z')
})
