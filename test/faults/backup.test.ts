import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { backup } from '../../src/platform/backup/backup.ts'
import { restore } from '../../src/platform/backup/restore.ts'
import { makePool } from '../../src/platform/database/database.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate, schemaVersion } from '../../src/platform/database/migrate.ts'
import { query, withDatabase } from '../cluster.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { everyRule, everything, fillDatabase, writeMigrations } from './backup-schema.ts'

let folder: string
let migrations: string
let file: string
let files: string
let embedded: EmbeddedServer
let opened: TestDatabase[]

const dataDir = mkdtempSync(join(tmpdir(), 'perennial-backup-server-'))
beforeAll(async () => {
  embedded = await startEmbedded(dataDir)
})
afterAll(async () => {
  await embedded.stop()
  rmSync(dataDir, { recursive: true })
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-backup-'))
  migrations = writeMigrations(join(folder, 'migrations'))
  file = join(folder, 'backup.tar.gz')
  files = join(folder, 'files')
  opened = []
})
afterEach(async () => {
  for (const database of opened) await database.close()
  rmSync(folder, { recursive: true })
})

async function empty(): Promise<TestDatabase> {
  const database = await testDatabase({ empty: true })
  opened.push(database)
  return database
}

test(
  'everything comes back the same on another server, and the same again on the first',
  { timeout: 120_000 },
  async () => {
    const first = makePool(embedded.connection, 3)
    await fillDatabase(first, migrations)
    mkdirSync(join(files, 'ab'), { recursive: true })
    writeFileSync(join(files, 'ab', 'photo.jpg'), Buffer.from([0, 1, 2, 255]))
    writeFileSync(join(files, `${'long '.repeat(30)}é.txt`), 'words '.repeat(50_000))
    writeFileSync(join(files, 'empty'), '')
    const before = await everything(first)
    expect(await backup(embedded.connection, files, file)).toMatchObject({ schema: 2, files: 3 })

    const second = await empty()
    const there = await restore(file, second.connection, join(folder, 'files there'), { migrations })
    const { sequences: _, 'pgboss.job_common': __, ...counted } = before
    expect(there).toMatchObject({ schema: 2, files: 3, rows: Object.values(counted).flat().length })
    expect(await everything(second.pool)).toEqual(before)
    expect(await everyRule(second.pool)).toEqual(await everyRule(first))

    const back = join(folder, 'back.tar.gz')
    await backup(second.connection, join(folder, 'files there'), back)
    await first.query('drop schema public cascade; create schema public; drop schema pgboss cascade')
    await first.end()
    await restore(back, embedded.connection, join(folder, 'files back'), { migrations })
    const again = makePool(embedded.connection, 1)
    expect(await everything(again)).toEqual(before)
    await again.end()
    for (const entry of readdirSync(files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name)
      expect(readFileSync(path.replace(files, join(folder, 'files back')))).toEqual(readFileSync(path))
    }
  },
)

test('a backup of an earlier schema is restored at that schema and then migrated', async () => {
  const old = await empty()
  await fillDatabase(old.pool, migrations, 1)
  await backup(old.connection, files, file)
  const next = await empty()
  await migrate(next.pool, { folder: migrations })
  await restore(file, next.connection, files, { migrations })
  expect(await schemaVersion(next.pool)).toBe(2)
  const { rows } = await next.pool.query(`select count(*) as count from people where later = 'later'`)
  expect(rows).toEqual([{ count: 6003 }])
})

test('new rows get new numbers, and triggers work again, after a restoration', async () => {
  const old = await empty()
  await fillDatabase(old.pool, migrations)
  await backup(old.connection, files, file)
  const next = await empty()
  await restore(file, next.connection, files, { migrations })
  const { rows } = await next.pool.query(`insert into people (name) values ('new') returning id, initial`)
  expect(rows).toEqual([{ id: 6004, initial: 'n' }])
  expect((await next.pool.query(`select id from changes where note = 'new'`)).rows).toEqual([{ id: 6004 }])
  await expect(next.pool.query('update people set boss = 999999 where id = 1')).rejects.toMatchObject({ code: '23503' })
})

test('a backup made while people write is one moment, not several', async () => {
  const busy = await empty()
  await fillDatabase(busy.pool, migrations)
  await busy.pool.query('create table debit (n integer); create table credit (n integer)')
  let writing = true
  const writers = [1, 2, 3].map(async () => {
    for (let n = 1; writing; n++) {
      const client = await busy.pool.connect()
      await client.query('begin')
      await client.query('insert into debit values ($1)', [n])
      await client.query(`insert into people (name) values ($1)`, [`busy ${Math.random()}`])
      await client.query('insert into credit values ($1)', [n])
      await client.query('commit')
      client.release()
    }
  })
  for (const number of [1, 2, 3]) await backup(busy.connection, files, join(folder, `${number}.tar.gz`))
  writing = false
  await Promise.all(writers)
  const counts: number[] = []
  for (const number of [1, 2, 3]) {
    const next = await empty()
    await migrate(next.pool, { folder: migrations })
    await next.pool.query('create table debit (n integer); create table credit (n integer)')
    await restore(join(folder, `${number}.tar.gz`), next.connection, files, { migrations })
    const { rows } = await next.pool.query<{ debit: number; credit: number; people: number; highest: number }>(
      `select (select count(*) from debit) as debit, (select count(*) from credit) as credit,
         (select count(*) from people) as people, (select last_value from people_id_seq) as highest`,
    )
    const [row] = rows
    expect(row?.debit).toBe(row?.credit)
    expect(row?.people).toBe(6003 + (row?.debit ?? 0))
    expect(row?.highest).toBeGreaterThanOrEqual(row?.people ?? 0)
    counts.push(row?.debit ?? 0)
  }
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? 0)
})

test('the schema of Perennial itself comes back with its rows', async () => {
  const source = await testDatabase()
  opened.push(source)
  await source.pool.query(`
    insert into agencies (id, name, created_at) values ('00000000-0000-4000-8000-00000000000a', 'Ministry — École', now());
    insert into installation values ('clock', '{"at": "2026-11-24T09:00:00Z"}');
    insert into links (agency_id, token_hash, purpose, expires_at, created_at)
      values ('00000000-0000-4000-8000-00000000000a', '\\x00ff', 'report', now(), now());
    insert into audit_events (agency_id, at, actor_kind, actor_name, verb, subject_kind)
      select '00000000-0000-4000-8000-00000000000a', now(), 'system', 'Perennial', 'try', 'agency' from generate_series(1, 500)`)
  await backup(source.connection, files, file)
  const target = await testDatabase()
  opened.push(target)
  expect(await restore(file, target.connection, files)).toMatchObject({ schema: await schemaVersion(source.pool) })
  expect(await everything(target.pool)).toEqual(await everything(source.pool))
  expect(await everyRule(target.pool)).toEqual(await everyRule(source.pool))
})

test('a user who is no superuser of the server can make and restore backups', async () => {
  const { connection, prefix } = inject('cluster')
  const superuser = await query<{ super: boolean }>(
    connection,
    'select rolsuper as super from pg_roles where rolname = current_user',
  )
  const role = `${prefix}_owner`
  const names = [`${role}_a`, `${role}_b`]
  // Where we are no superuser ourselves, the other tests have shown it already.
  if (superuser.rows[0]?.super) await query(connection, `create role ${role} login password 'plain'`)
  const owner = superuser.rows[0]?.super ? role : 'current_user'
  const connectionTo = (name: string) => ({
    ...new Client(withDatabase(connection, name)).parts,
    ...(owner === role ? { user: role, password: 'plain' } : {}),
  })
  for (const name of names) await query(connection, `create database ${name} template template0 owner ${owner}`)
  const [from = '', to = ''] = names.map((name) => name)
  const source = makePool(connectionTo(from), 2)
  await fillDatabase(source, migrations)
  await backup(connectionTo(from), files, file)
  await restore(file, connectionTo(to), files, { migrations })
  const target = makePool(connectionTo(to), 2)
  expect(await everything(target)).toEqual(await everything(source))
  await Promise.all([source.end(), target.end()])
  for (const name of names) await query(connection, `drop database ${name} with (force)`)
  if (owner === role) await query(connection, `drop role ${role}`)
})

test('the archive is one that any tar can open, readable by its owner only', async () => {
  const database = await empty()
  await fillDatabase(database.pool, migrations)
  mkdirSync(files)
  writeFileSync(join(files, `${'ü'.repeat(60)}.txt`), 'hello')
  await backup(database.connection, files, file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const listed = spawnSync('tar', ['-tzf', file], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  const names = listed.stdout.toString().trim().split('\n')
  expect(listed.status).toBe(0)
  expect(names[0]).toBe('perennial-backup.json')
  expect(names.at(-1)).toBe('manifest.json')
  expect(names.filter((name) => name.startsWith('tables/public.people/')).length).toBeGreaterThan(1)
  expect(names).not.toContain('tables/public.nothing_inside/000001')
  const unpacked = spawnSync('tar', ['-xzOf', file, 'tables/public.no_key/000001'])
  expect(unpacked.stdout.toString()).toBe('\t4\n\\N\t3\nsame\t1\nsame\t2\n')
})

class Client extends pg.Client {
  get parts(): pg.ClientConfig {
    const { host, port, user, password, database } = this
    return {
      host,
      port,
      ...(user ? { user } : {}),
      ...(password ? { password } : {}),
      ...(database ? { database } : {}),
    }
  }
}
