import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '../../src/platform/backup/backup.ts'
import { connectOutside } from '../../src/platform/database/outside.ts'
import { makePool } from '../../src/platform/database/database.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { cast } from '../cast.ts'
import { query, withDatabase } from '../cluster.ts'
import { everything, everyRule } from '../faults/backup-schema.ts'
import { useHarness } from '../harness.ts'
import { setSide } from '../security/stage.ts'
import { perennial, startPerennial } from './perennial.ts'

const h = useHarness({}, { resetBetweenTests: false })
const folder = mkdtempSync(join(tmpdir(), 'perennial-backup-command-'))
const dataDir = (name: string) => join(folder, name)
const file = (name: string) => join(folder, `${name}.perennial.tar.gz`)
// Where an outside server is given, the data move to it and back; else between embedded ones.
const outside = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
let target: { [name: string]: string } = {}
let dropTarget = async () => {}

/** Two agencies with one of everything and an uploaded roster each, restored into an installation of their own. */
beforeAll(async () => {
  await setSide(h, 'Agora Fiscal Network', [cast.ana, cast.kofi, cast.leila])
  await setSide(h, 'École des villes', [cast.amadou, cast.luc, cast.grace])
  await backup(h.connection, h.world.files.dir, file('stage'))
  const restored = await perennial(['restore', file('stage')], { DATA_DIR: dataDir('first') })
  expect(restored).toMatchObject({
    code: 0,
    error: '',
    out: expect.stringMatching(/^Restored from .*: \d+ tables, \d{3,} rows, 2 files\.\n$/),
  })
  if (!outside) return
  const name = `perennial_backup_command_${process.pid}`
  await query({ connectionString: outside }, `create database ${name} template template0 encoding 'UTF8' locale 'C'`)
  dropTarget = async () =>
    void (await query({ connectionString: outside }, `drop database if exists ${name} with (force)`))
  target = { DATABASE_URL: withDatabase({ connectionString: outside }, name).connectionString ?? '' }
})
afterAll(async () => {
  await dropTarget()
  rmSync(folder, { recursive: true })
})

/** All rows and rules of an installation that does not run, and the bytes of its files. */
async function contents(name: string, env: { [name: string]: string } = {}) {
  const url = env.DATABASE_URL
  const server = url
    ? { connection: await connectOutside(url), stop: async () => {} }
    : await startEmbedded(dataDir(name))
  const pool = makePool(server.connection, 2)
  const found = { rows: await everything(pool), rules: await everyRule(pool) }
  await pool.end()
  await server.stop()
  const files = readdirSync(join(dataDir(name), 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const bytes = Object.fromEntries(
    files.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')]),
  )
  return { ...found, bytes }
}

// What the job queue notes about itself (when it last looked after its tables) is no data of anybody.
function kept({ rows, rules, bytes }: Awaited<ReturnType<typeof contents>>) {
  const tables = Object.entries(rows).filter(([name]) => name.startsWith('public.') || name === 'pgboss.job')
  return { rows: Object.fromEntries(tables), rules, bytes }
}

test(
  'a backup made beside the running system comes back row for row and file for file, on the other server and again on the first',
  { timeout: 120_000 },
  async () => {
    // Pages only: nothing comes due, so that rows stand still and can be compared.
    const running = await startPerennial({ DATA_DIR: dataDir('first'), PORT: '0', ROLE: 'web' })
    const written = await perennial(['backup', file('running')], { DATA_DIR: dataDir('first') })
    expect(written).toMatchObject({
      code: 0,
      error: '',
      out: expect.stringMatching(/^Written to .*: \d+ tables, \d{3,} rows, 2 files\.\n$/),
    })
    expect(statSync(file('running')).mode & 0o777).toBe(0o600)
    expect((await fetch(`${running.address}/ready`)).status).toBe(200)
    running.child.kill('SIGTERM')
    expect((await running.ended).code).toBe(0)
    const first = kept(await contents('first'))
    expect(Object.keys(first.bytes)).toHaveLength(2)
    expect(Object.values(first.rows).flat().length).toBeGreaterThan(150)

    mkdirSync(dataDir('second'))
    expect(await perennial(['restore', file('running')], { DATA_DIR: dataDir('second'), ...target })).toMatchObject({
      code: 0,
      error: '',
    })
    expect(kept(await contents('second', target))).toEqual(first)

    expect(await perennial(['backup', file('moved')], { DATA_DIR: dataDir('second'), ...target })).toMatchObject({
      code: 0,
      error: '',
    })
    expect(await perennial(['restore', file('moved')], { DATA_DIR: dataDir('third') })).toMatchObject({
      code: 0,
      error: '',
    })
    expect(kept(await contents('third'))).toEqual(first)
  },
)

test('a restored installation runs, with everything on its pages', async () => {
  const running = await startPerennial({ DATA_DIR: dataDir('first'), PORT: '0' })
  const link = await perennial(['sign-in-link', 'youssef.of.agora.fiscal.network@staff.example'], {
    DATA_DIR: dataDir('first'),
    BASE_URL: running.address,
  })
  expect(link).toMatchObject({ code: 0, error: '', out: expect.stringContaining('/sign-in/code?') })
  expect(await (await fetch(running.address)).text()).not.toContain('action="/start"')
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
})

test('a restoration never touches an installation that has rows, and a bad file is named', async () => {
  const full = await perennial(['restore', file('stage')], { DATA_DIR: dataDir('first') })
  expect([full.code, full.error]).toEqual([
    1,
    expect.stringMatching(/^This database is not empty \(there are rows in .*\); restore into a new DATA_DIR/),
  ])
  const missing = await perennial(['restore', file('nowhere')], { DATA_DIR: dataDir('fourth') })
  expect([missing.code, missing.error.trim()]).toEqual([1, `There is no file ${file('nowhere')}.`])
  const elsewhere = await perennial(['backup', join(folder, 'no', 'such', 'folder')], { DATA_DIR: dataDir('first') })
  expect([elsewhere.code, elsewhere.error]).toEqual([
    1,
    expect.stringMatching(/does not exist; nothing was written\.\n$/),
  ])
})
