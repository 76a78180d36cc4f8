import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { backup } from '../../src/platform/backup/backup.ts'
import { restore } from '../../src/platform/backup/restore.ts'
import { tarEnd, tarEntry } from '../../src/platform/backup/tar-writer.ts'
import { makePool } from '../../src/platform/database/database.ts'
import { armFault, disarmFaults, faultCount, startCounting } from '../../src/platform/database/faultpoints.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { everyRule, everything, fillDatabase, writeMigrations } from './backup-schema.ts'

let folder: string
let migrations: string
let good: Buffer
let source: TestDatabase
let target: TestDatabase
let files: string
let damaged: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-refused-'))
  migrations = writeMigrations(join(folder, 'migrations'))
  source = await testDatabase({ empty: true })
  await fillDatabase(source.pool, migrations)
  const uploads = join(folder, 'uploads')
  mkdirSync(join(uploads, 'ab'), { recursive: true })
  writeFileSync(join(uploads, 'ab', 'photo'), 'the photograph of a town hall')
  await backup(source.connection, uploads, join(folder, 'good.tar.gz'))
  good = readFileSync(join(folder, 'good.tar.gz'))
})
afterAll(async () => {
  await source.close()
  rmSync(folder, { recursive: true })
})

beforeEach(async () => {
  target = await testDatabase({ empty: true })
  await migrate(target.pool, { folder: migrations })
  files = mkdtempSync(join(folder, 'files-'))
  damaged = join(folder, 'damaged.tar.gz')
})
afterEach(async () => {
  disarmFaults()
  await target.close()
})

async function state(): Promise<unknown> {
  return {
    rows: await everything(target.pool),
    rules: await everyRule(target.pool),
    files: readdirSync(files, { recursive: true }).filter((name) => name !== 'ab'),
  }
}

async function expectRefused(sentence: RegExp): Promise<void> {
  const before = await state()
  await expect(restore(damaged, target.connection, files, { migrations })).rejects.toMatchObject({
    name: 'BackupError',
    message: expect.stringMatching(sentence),
  })
  expect(await state()).toEqual(before)
}

/** Changes the uncompressed archive and compresses it again, so that only our own checks can notice. */
function altered(change: (tar: Buffer) => Buffer): Buffer {
  return gzipSync(change(gunzipSync(good)))
}

function flip(tar: Buffer, text: string): Buffer {
  const at = tar.indexOf(text)
  expect(at).toBeGreaterThan(0)
  tar[at] = (tar[at] ?? 0) ^ 1
  return tar
}

test('a backup that is cut off anywhere is refused', async () => {
  for (const length of [good.length - 1, good.length - 9, Math.floor(good.length / 2), 300, 20]) {
    writeFileSync(damaged, good.subarray(0, length))
    await expectRefused(/^The backup damaged\.tar\.gz cannot be used: it is (cut off|damaged); nothing was changed\.$/)
  }
  const tar = gunzipSync(good)
  for (const length of [tar.length - 1024 - 512, Math.floor(tar.length / 2), 600]) {
    writeFileSync(damaged, gzipSync(tar.subarray(0, length)))
    await expectRefused(/cannot be used: it is cut off; nothing was changed\.$/)
  }
})

test('a single changed bit is found wherever it is', async () => {
  for (let at = 50; at < good.length; at += Math.floor(good.length / 12)) {
    const bytes = Buffer.from(good)
    bytes[at] = (bytes[at] ?? 0) ^ 4
    if (isHarmless(bytes)) continue
    writeFileSync(damaged, bytes)
    await expectRefused(/^The backup damaged\.tar\.gz cannot be used: it is (damaged|cut off|not a backup)/)
  }
})

// Text that repeats itself can be copied from one repetition or from another: then the same comes out.
function isHarmless(bytes: Buffer): boolean {
  try {
    return gunzipSync(bytes).equals(gunzipSync(good))
  } catch {
    return false
  }
}

test('the damaged part is named', async () => {
  writeFileSync(
    damaged,
    altered((tar) => flip(tar, '{"text": "')),
  )
  await expectRefused(/it is damaged \(the table people does not fit its checksum\)/)
  writeFileSync(
    damaged,
    altered((tar) => flip(tar, 'photograph of a town')),
  )
  await expectRefused(/it is damaged \(the file ab\/photo does not fit its checksum\)/)
  writeFileSync(
    damaged,
    altered((tar) => flip(tar, 'tables/public.no_key')),
  )
  await expectRefused(/it is damaged \(a header does not fit its checksum\)/)
  writeFileSync(
    damaged,
    altered((tar) =>
      Buffer.concat([
        tarEntry('perennial-backup.json', Buffer.from('{"format":1,"schema":1,"createdAt":""}')),
        tarEntry('files/x', Buffer.from('x')),
        tar.subarray(1024),
      ]),
    ),
  )
  await expectRefused(/it is damaged \(x is not in its list\)/)
})

test('something that is no backup is called so', async () => {
  for (const content of [
    Buffer.from('dear reader'),
    gzipSync('dear reader'.repeat(100)),
    gzipSync(Buffer.concat([tarEntry('notes.txt', Buffer.from('x')), tarEnd()])),
  ]) {
    writeFileSync(damaged, content)
    await expectRefused(/cannot be used: it is (not a backup of Perennial|damaged \(a header)/)
  }
  damaged = join(folder, 'missing.tar.gz')
  await expectRefused(/^There is no file .*missing\.tar\.gz\.$/)
  damaged = folder
  await expectRefused(/^The file .* cannot be read\.$/)
})

test('a backup of a newer format, schema or queue is refused with its numbers', async () => {
  const changed = (change: (text: string) => string) =>
    altered((tar) => {
      const parts = change(tar.toString('latin1'))
      return Buffer.from(parts, 'latin1')
    })
  writeFileSync(
    damaged,
    changed((text) => text.replace('"format": 1', '"format": 2')),
  )
  await expectRefused(/it is written in format 2, and this Perennial reads formats up to 1/)
  writeFileSync(
    damaged,
    changed((text) => text.replaceAll('"schema": 2', '"schema": 9')),
  )
  await expectRefused(/was made by a newer Perennial \(schema 9\); this one knows 2\./)
  const version = /"queueSchema": (\d+)/.exec(gunzipSync(good).toString('latin1'))?.[1] ?? ''
  writeFileSync(
    damaged,
    changed((text) => text.replace(`"queueSchema": ${version}`, '"queueSchema": 99')),
  )
  await expectRefused(/newer job queue \(99\) than this Perennial has/)
})

test('a path that leads out of the folder of uploaded files is refused', async () => {
  for (const path of ['../photo', '/b/photo', 'ab/../../a', './photos', 'a\\\\photo']) {
    writeFileSync(
      damaged,
      altered((tar) =>
        Buffer.from(tar.toString('latin1').replace('"path": "ab/photo"', `"path": "${path}"`), 'latin1'),
      ),
    )
    await expectRefused(/cannot be used: it is (damaged|cut off)/)
  }
})

test('a database with rows is refused, and they stay', async () => {
  writeFileSync(damaged, good)
  await target.pool.query(`insert into "Odd ""Name""" values ('mine', 1)`)
  await expectRefused(/^This database is not empty \(there are rows in Odd "Name"\); restore into a new DATA_DIR/)
})

test('a database on which a Perennial runs is refused', async () => {
  writeFileSync(damaged, good)
  const running = makePool({ ...target.connection }, 1)
  const client = await running.connect()
  await client.query(`set application_name = 'perennial 4711'`)
  await expectRefused(/^Perennial is running on this database \(process 4711\); stop it first\.$/)
  client.release(true)
  await running.end()
})

test('an uploaded file that is there already is kept when it is the same, and stops the restoration when it is not', async () => {
  writeFileSync(damaged, good)
  mkdirSync(join(files, 'ab'))
  writeFileSync(join(files, 'ab', 'photo'), 'another picture')
  await expectRefused(/cannot be restored: the file .*photo exists already and is another one; nothing was changed\.$/)
  expect(readFileSync(join(files, 'ab', 'photo'), 'utf8')).toBe('another picture')
  writeFileSync(join(files, 'ab', 'photo'), 'the photograph of a town hall')
  await restore(damaged, target.connection, files, { migrations })
  expect(readdirSync(join(files, 'ab'))).toEqual(['photo'])
})

test(
  'a restoration that fails at any database call or file operation leaves nothing behind',
  { timeout: 300_000 },
  async () => {
    writeFileSync(damaged, good)
    const before = await state()
    const trial = await testDatabase({ empty: true })
    startCounting()
    await restore(damaged, trial.connection, join(folder, 'trial'), { migrations })
    const calls = faultCount()
    disarmFaults()
    await trial.close()
    expect(calls).toBeGreaterThan(60)
    // The last call is the commit: whoever fails after it has restored.
    for (let at = 1; at <= calls; at += at < 12 || at > calls - 12 ? 1 : 7) {
      armFault({ at, kind: 'throw' })
      await expect(restore(damaged, target.connection, files, { migrations })).rejects.toThrow(/^fault \d+/)
      disarmFaults()
      expect([at, await state()]).toEqual([at, before])
    }
    await restore(damaged, target.connection, files, { migrations })
    const { rows } = await target.pool.query('select count(*) as count from people')
    expect(rows).toEqual([{ count: 6003 }])
  },
)

test('jobs of an older job queue come along, its book-keeping does not', async () => {
  const old = await testDatabase({ empty: true })
  await fillDatabase(old.pool, migrations)
  await old.pool
    .query(`alter table pgboss.job add column of_old text default 'x'; update pgboss.version set version = version - 1;
    alter table pgboss.queue drop column notify; create table pgboss.forgotten (n integer); insert into pgboss.forgotten values (1)`)
  await backup(old.connection, join(folder, 'none'), damaged)
  await old.close()
  await restore(damaged, target.connection, files, { migrations })
  const { rows } = await target.pool.query(
    `select count(*) as count, min(data ->> 'n') as first from pgboss.job where name = 'letters'`,
  )
  expect(rows).toEqual([{ count: 100, first: '1' }])
  expect((await target.pool.query('select version from pgboss.version')).rows).toEqual(
    (await source.pool.query('select version from pgboss.version')).rows,
  )
  expect((await target.pool.query('select notify from pgboss.queue')).rows).toEqual([{ notify: false }])
})

test('a backup that cannot be written says so and leaves an older one alone', async () => {
  const out = join(folder, 'mine.tar.gz')
  writeFileSync(out, 'the older backup')
  await expect(backup(source.connection, files, join(folder, 'no', 'such', 'place'))).rejects.toThrow(
    /does not exist; nothing was written/,
  )
  startCounting()
  await backup(source.connection, files, join(folder, 'trial.tar.gz'))
  const calls = faultCount()
  for (const at of [1, 5, Math.floor(calls / 2), calls]) {
    armFault({ at, kind: 'throw' })
    await expect(backup(source.connection, files, out)).rejects.toThrow(/^fault/)
    expect(readFileSync(out, 'utf8')).toBe('the older backup')
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
  }
})
