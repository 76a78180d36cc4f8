import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/database/database.ts'
import { attachEmbedded, startEmbedded } from '../../src/platform/database/embedded.ts'
import { canEnter, whoRuns } from '../../src/platform/database/embedded/run-as.ts'
import { type Checkout, copyCheckout, here } from './checkout.ts'
import { ask, cleanUp, isRoot, startProcess, temporaryFolder } from './embedded.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => cleanUp(folder))

async function refusal(dataDir: string): Promise<string> {
  const error = await startEmbedded(dataDir).then(
    async (server) => {
      await server.stop()
      return undefined
    },
    (reason: unknown) => reason,
  )
  expect(error).toMatchObject({ name: 'StartError' })
  return error instanceof Error ? error.message : ''
}

function fingerprint(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [file, `${statSync(file).mtimeMs} ${readFileSync(file).toString('base64').length}`]
    }),
  )
}

test('what was written is there after a stop and a start, which takes less than half a second', async () => {
  const first = await startEmbedded(folder)
  await ask(first.connection, `create table kept as select 'été' as word`)
  await first.stop()
  const before = performance.now()
  const second = await startEmbedded(folder)
  expect(await ask(second.connection, 'select word from kept')).toEqual([{ word: 'été' }])
  expect(performance.now() - before).toBeLessThan(500)
  await second.stop()
})

test('the server listens on no network, checks its pages, sorts plainly and keeps what it acknowledges', async () => {
  const server = await startEmbedded(folder)
  const rows = await ask<{ name: string; setting: string }>(
    server.connection,
    `select name, setting from pg_settings where name in
     ('listen_addresses', 'data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit', 'server_encoding')`,
  )
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
  })
  expect(await ask(server.connection, 'select datcollate from pg_database where datname = current_database()')).toEqual(
    [{ datcollate: 'C' }],
  )
  await server.stop()
})

test('nobody gets in without the password', async () => {
  const server = await startEmbedded(folder)
  await expect(ask({ ...server.connection, password: 'guess' }, 'select 1')).rejects.toThrow(
    'password authentication failed',
  )
  await server.stop()
})

test('a server that does not flush to disk is refused and not left running', async () => {
  const server = await startEmbedded(folder)
  await server.stop()
  const configuration = join(folder, 'postgres', 'postgresql.conf')
  writeFileSync(configuration, `${readFileSync(configuration, 'utf8')}\nfsync = off\n`)
  expect(await refusal(folder)).toMatch(/runs with fsync = off, so a power cut would lose what people saved/)
  expect(await attachEmbedded(folder)).toBeUndefined()
})

test('a path far longer than a socket allows works, through openDatabase too', async () => {
  const dataDir = join(folder, 'a-folder-with-a-very-long-name'.repeat(5), 'and-another-one'.repeat(10))
  const database = await openDatabase({ dataDir, poolSize: 3 })
  const answers = await Promise.all([1, 2, 3].map((n) => database.pool.query('select $1::int as n', [n])))
  expect(answers.map(({ rows }) => rows[0].n)).toEqual([1, 2, 3])
  await database.close()
})

test('data of another PostgreSQL major version is refused by name and not touched', async () => {
  const server = await startEmbedded(folder)
  await server.stop()
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n')
  const before = fingerprint(join(folder, 'postgres'))
  expect(await refusal(folder)).toMatch(
    /was written by PostgreSQL 15 and this Perennial brings PostgreSQL 18: .* nothing was changed\.$/,
  )
  expect(fingerprint(join(folder, 'postgres'))).toEqual(before)
})

test('a folder postgres that holds something else is refused and not touched', async () => {
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres', 'letter.txt'), 'dear reader')
  expect(await refusal(folder)).toMatch(/holds files but no database/)
  expect(readdirSync(join(folder, 'postgres'))).toEqual(['letter.txt'])
})

test('a data folder that is a file is refused in a sentence', async () => {
  writeFileSync(join(folder, 'file'), '')
  expect(await refusal(join(folder, 'file'))).toMatch(/^DATA_DIR: .*file is not a folder/)
  expect(await refusal(join(folder, 'file', 'inside'))).toMatch(/^DATA_DIR: .* is not a folder/)
})

test('the user is the one who owns the data, else postgres, else nobody', () => {
  const list = join(folder, 'passwd')
  const nobody = 'nobody:x:65534:65533:nobody:/:/usr/sbin/nologin'
  writeFileSync(list, `root:x:0:0:root:/root:/bin/sh\n${nobody}\n`)
  const missing = join(folder, 'missing')
  expect(whoRuns(missing, list)).toEqual(isRoot ? { uid: 65534, gid: 65533 } : undefined)
  writeFileSync(list, `${nobody}\npostgres:x:101:104::/:/bin/sh\n`)
  expect(whoRuns(missing, list)).toEqual(isRoot ? { uid: 101, gid: 104 } : undefined)
  writeFileSync(list, 'root:x:0:0:root:/root:/bin/sh\n')
  const look = () => whoRuns(missing, list)
  if (isRoot) expect(look).toThrow('neither a user postgres nor a user nobody')
  else expect(look()).toBeUndefined()
})

if (isRoot) describe('as root', asRoot)
else {
  test('as another user than root, PostgreSQL runs as that user', async () => {
    const server = await startEmbedded(folder)
    expect(statSync(join(folder, 'postgres')).uid).toBe(process.getuid?.())
    await server.stop()
  })
}

function asRoot(): void {
  const nobody = { uid: 65534, gid: 65534 }

  // The tests themselves may run in a folder that only root can enter.
  function reachableFor(user: { uid: number; gid: number }): Checkout {
    return canEnter(here.folder, user) ? here : copyCheckout(join(folder, 'checkout'))
  }

  test('the data stay in a folder that only root can enter, though PostgreSQL runs as somebody else', async () => {
    chmodSync(folder, 0o700)
    const dataDir = join(folder, 'closed', 'data')
    const server = await startEmbedded(dataDir)
    const { uid } = statSync(join(dataDir, 'postgres', 'PG_VERSION'))
    expect(uid).not.toBe(0)
    expect(statSync(`/proc/${server.pid}`).uid).toBe(uid)
    expect(canEnter(dataDir, { uid, gid: uid })).toBe(false)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await ask(server.connection, 'create table kept as select 1 as number')
    await server.stop()
    const again = await startEmbedded(dataDir)
    expect(await ask(again.connection, 'select number from kept')).toEqual([{ number: 1 }])
    await again.stop()
  })

  test('a whole checkout that only root can enter works as well', async () => {
    const copiesBefore = existsSync('/var/lib/perennial')
    const checkout = copyCheckout(join(folder, 'checkout'))
    spawnSync('chmod', ['-R', 'go-rwx', checkout.folder])
    const one = startProcess(join(folder, 'data'), '', {}, checkout)
    const { pid } = await one.next((event) => event.ready === true)
    const binary = spawnSync('readlink', [`/proc/${pid}/exe`])
      .stdout.toString()
      .trim()
    expect(binary.startsWith(folder)).toBe(false)
    expect(statSync(binary)).toMatchObject({ uid: 0 })
    expect(statSync(binary).mode & 0o022).toBe(0)
    one.child.kill('SIGTERM')
    expect(await one.ended).toBe(0)
    if (!copiesBefore) rmSync('/var/lib/perennial', { recursive: true, force: true })
  })

  test('data that root copied from elsewhere are given to the user that runs PostgreSQL', async () => {
    const first = await startEmbedded(join(folder, 'first'))
    await ask(first.connection, 'create table kept as select 1 as number')
    await first.stop()
    mkdirSync(join(folder, 'second'))
    cpSync(join(folder, 'first', 'postgres'), join(folder, 'second', 'postgres'), { recursive: true })
    spawnSync('chown', ['-R', '0:0', join(folder, 'second')])
    const second = await startEmbedded(join(folder, 'second'))
    expect(await ask(second.connection, 'select number from kept')).toEqual([{ number: 1 }])
    await second.stop()
  })

  test('data of a user are run as that user when root starts', async () => {
    const dataDir = join(folder, 'theirs')
    mkdirSync(dataDir)
    chownSync(dataDir, nobody.uid, nobody.gid)
    chmodSync(folder, 0o755)
    const theirs = startProcess(dataDir, '', nobody, reachableFor(nobody))
    const { pid } = await theirs.next((event) => event.ready === true || event.refused !== undefined)
    theirs.child.kill('SIGTERM')
    await theirs.ended
    expect(pid).toBeGreaterThan(0)
    const server = await startEmbedded(dataDir)
    expect(statSync(`/proc/${server.pid}`).uid).toBe(nobody.uid)
    await server.stop()
  })

  test('a user who may not use the folder is told whose it is to start', async () => {
    const server = await startEmbedded(join(folder, 'ours'))
    await server.stop()
    chmodSync(folder, 0o755)
    const theirs = startProcess(join(folder, 'ours'), '', nobody, reachableFor(nobody))
    const { refused, isStartError } = await theirs.next((event) => event.refused !== undefined)
    expect(refused).toMatch(
      /^DATA_DIR: this user may not use .*ours; start Perennial as the user it belongs to, or as root\.$/,
    )
    expect(isStartError).toBe(true)
    expect(await theirs.ended).toBe(1)
  })

  test('a user without a name in this system is told that PostgreSQL needs one', async () => {
    const dataDir = join(folder, 'nameless')
    const nameless = { uid: 54321, gid: 54321 }
    mkdirSync(dataDir)
    chownSync(dataDir, nameless.uid, nameless.gid)
    chmodSync(folder, 0o755)
    const theirs = startProcess(dataDir, '', nameless, reachableFor(nameless))
    const { refused } = await theirs.next((event) => event.refused !== undefined)
    expect(refused).toMatch(/needs the user that runs it to be in \/etc\/passwd/)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    rmSync(dataDir, { recursive: true })
  })
}
