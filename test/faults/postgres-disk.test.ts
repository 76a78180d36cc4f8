import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { isDatabaseAway, isDiskFull } from '../../src/platform/database/away.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { openHome } from '../../src/platform/database/embedded/home.ts'
import { explain } from '../../src/platform/database/embedded/program.ts'
import { isRoot, temporaryFolder } from './embedded.ts'

const sentence = /^The disk that holds .* is full; make room on it and start again: nothing that was saved is lost\.$/
const folder = temporaryFolder()
const disk = join(folder, 'disk')
mkdirSync(disk)
const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140m,mode=0755', 'none', disk]).status === 0

afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', disk])
  rmSync(folder, { recursive: true, force: true })
})

test('the words of a full disk become one sentence, and a full disk is not a broken query', () => {
  const home = openHome(join(folder, 'words'))
  expect(explain('FATAL:  could not write lock file "postmaster.pid": No space left on device', home).message).toMatch(
    sentence,
  )
  expect(explain('initdb: error: could not create directory: Disk quota exceeded', home).message).toMatch(sentence)
  expect(explain('FATAL:  something else', home).message).toMatch(
    /did not start on .*: FATAL: {2}something else \(more in/,
  )
  const full = Object.assign(new Error('could not extend file'), { code: '53100' })
  expect(isDiskFull(full)).toBe(true)
  expect(isDatabaseAway(full)).toBe(true)
  expect(isDiskFull(Object.assign(new Error('no such column'), { code: '42703' }))).toBe(false)
})

if (mounted) describe('on a disk of 140 MB', onSmallDisk)
else
  test('this machine does not let us mount a small disk: only the words were tried', () => expect(mounted).toBe(false))

function onSmallDisk(): void {
  const ballast = join(disk, 'ballast')

  function fill(leaveBytes: number): void {
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)))
    chmodSync(ballast, 0o600)
  }

  test('a first start on a full disk says so, leaves nothing, and works when there is room', async () => {
    const dataDir = join(disk, 'first')
    fill(8 << 20)
    await expect(startEmbedded(dataDir)).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringMatching(sentence),
    })
    rmSync(ballast)
    const server = await startEmbedded(dataDir)
    await server.stop()
    rmSync(dataDir, { recursive: true })
  })

  test('a disk that fills while people write refuses the write, keeps the rest, and heals by itself', async () => {
    const troubles: string[] = []
    const dataDir = join(disk, 'second')
    const { pool, close } = await openDatabase({ dataDir, onTrouble: (trouble) => troubles.push(trouble) })
    await pool.query('create table written (number integer primary key, words text not null)')
    fill(1 << 20)
    const { acknowledged, refused } = await write(pool, 4_000)
    expect(acknowledged.length).toBeGreaterThan(30)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.filter((error) => !isDatabaseAway(error))).toEqual([])
    expect(troubles).toEqual([expect.stringMatching('has died'), expect.stringMatching(sentence)])
    rmSync(ballast)
    const healed = performance.now()
    await until(async () => pool.query(`insert into written values (0, 'back')`))
    expect(performance.now() - healed).toBeLessThan(10_000)
    const { rows } = await pool.query<{ number: number }>('select number from written where number > 0 order by number')
    const kept = new Set(rows.map(({ number }) => number))
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
    await close()
    rmSync(dataDir, { recursive: true })
  })

  test('a start on a disk that became full says so and loses nothing', async () => {
    const dataDir = join(disk, 'third')
    const first = await openDatabase({ dataDir })
    await first.pool.query(`create table kept as select 'here' as word`)
    await first.close()
    fill(0)
    const outcome = await startEmbedded(dataDir).then(
      (server) => server.stop().then(() => 'started'),
      (error: unknown) => (error instanceof Error ? error.message : 'failed'),
    )
    // With nothing to recover PostgreSQL may need no room at all to start; if it does, it says so.
    if (outcome !== 'started') expect(outcome).toMatch(sentence)
    rmSync(ballast)
    const again = await openDatabase({ dataDir })
    expect((await again.pool.query('select word from kept')).rows).toEqual([{ word: 'here' }])
    await again.close()
  })
}

// From some write on each asks for a new piece of PostgreSQL's log as well, so that the log, too, finds no room in the end.
async function write(pool: pg.Pool, milliseconds: number): Promise<{ acknowledged: number[]; refused: unknown[] }> {
  const acknowledged: number[] = []
  const refused: unknown[] = []
  const end = Date.now() + milliseconds
  for (let number = 1; Date.now() < end; number++) {
    try {
      await pool.query('insert into written values ($1, $2)', [number, 'words '.repeat(1000)])
      acknowledged.push(number)
      if (number > 30) await pool.query('select pg_switch_wal()')
    } catch (error) {
      refused.push(error)
      await sleep(5)
    }
  }
  return { acknowledged, refused }
}

async function until(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act()
      return
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      await sleep(100)
    }
  }
}
