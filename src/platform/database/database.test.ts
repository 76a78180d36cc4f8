import { once } from 'node:events'
import { type Server, type Socket, createServer } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { isDatabaseAway } from './away.ts'
import { makePool, openDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
})
afterAll(() => database.close())

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

test('a connection that is cut between two queries is replaced without a word', async () => {
  const pool = makePool(database.connection, 2)
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('a connection that is cut in the middle of a transaction fails that work only', async () => {
  const pool = makePool(database.connection, 2)
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(isDatabaseAway(await caught(client.query('select 1')))).toBe(true)
  client.release(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('a statement that takes too long is ended by the server', async () => {
  const pool = makePool(database.connection, 1)
  const { rows } = await pool.query(`select current_setting('statement_timeout') as limit`)
  expect(rows).toEqual([{ limit: '30s' }])
  await pool.end()
})

test('a server that accepts and then says nothing is given up after five seconds', { timeout: 15_000 }, async () => {
  const sockets = new Set<Socket>()
  const silent: Server = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const pool = makePool({ host: '127.0.0.1', port, user: 'nobody', database: 'nothing' }, 1)
  const before = performance.now()
  expect(isDatabaseAway(await caught(pool.query('select 1')))).toBe(true)
  expect(performance.now() - before).toBeLessThan(6_000)
  for (const socket of sockets) socket.destroy()
  silent.close()
  await pool.end()
})

test('the world may hold a connection to the same database with the parsers of pg', async () => {
  const client = new pg.Client(database.connection)
  await client.connect()
  const { rows } = await client.query<{ at: unknown }>('select now() as at')
  expect(rows[0]?.at).toBeInstanceOf(Date)
  await client.end()
})

const refusals: [string, string, RegExp][] = [
  ['an address of something else', 'mysql://localhost/perennial', /^DATABASE_URL is not an address such as/],
  ['no address at all', 'perennial', /^DATABASE_URL is not an address such as/],
  [
    'nobody listening',
    'postgresql://me:secret@127.0.0.1:1/perennial',
    /^DATABASE_URL: no connection to 127\.0\.0\.1:1 \(ECONNREFUSED\)\.$/,
  ],
  [
    'an unknown host',
    'postgresql://me:secret@nowhere.invalid/perennial',
    /^DATABASE_URL: there is no host nowhere\.invalid\.$/,
  ],
]
for (const [name, databaseUrl, sentence] of refusals) {
  test(`DATABASE_URL with ${name} is refused in a sentence that keeps the password`, async () => {
    const error = await caught(openDatabase({ databaseUrl, dataDir: '/nonexistent' }))
    expect(error).toMatchObject({ name: 'StartError', message: expect.stringMatching(sentence) })
    expect(String(error)).not.toContain('secret')
  })
}

test('an outside server that refuses us, lacks the database or does not flush says so', async () => {
  const url = (parts: { name?: string }) => outsideUrl(database.connection, parts)
  const open = (databaseUrl: string) => caught(openDatabase({ databaseUrl, dataDir: '/nonexistent' }))
  expect(await open(url({ name: 'no_such_thing' }))).toMatchObject({
    message: 'DATABASE_URL: the server has no database no_such_thing; create it first.',
  })
  // The tests' own server runs without fsync, for speed; a true outside one with it.
  const { rows } = await database.pool.query<{ fsync: string }>('show fsync')
  if (rows[0]?.fsync === 'off') expect(String(await open(url({})))).toMatch(/runs with fsync = off/)
  else expect(await open(url({}))).toBeUndefined()
})

function outsideUrl(connection: pg.PoolConfig, { name }: { name?: string }): string {
  const { user, password, host, port, database: own } = new pg.Client(connection)
  const credentials = `${encodeURIComponent(user ?? '')}:${encodeURIComponent(password ?? '')}`
  return `postgresql://${credentials}@/${name ?? own}?host=${encodeURIComponent(host)}&port=${port}`
}
