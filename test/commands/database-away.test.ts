import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from '../../src/platform/database/embedded.ts'
import { type RunningCommand, startPerennial } from './perennial.ts'

const folder = mkdtempSync(join(tmpdir(), 'perennial-away-'))
let server: EmbeddedServer
let running: RunningCommand

/** Perennial on an outside server that we can take away. */
beforeAll(async () => {
  server = await startEmbedded(join(folder, 'outside'))
  const { host, port, user, password, database } = server.connection
  const query = new URLSearchParams({
    host: String(host),
    port: String(port),
    user: String(user),
    password: String(password),
  })
  running = await startPerennial({
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    DATABASE_URL: `postgresql:///${database}?${query}`,
  })
})
afterAll(async () => {
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
  await server.stop()
  rmSync(folder, { recursive: true })
})

const ask = (path: string) => fetch(running.address + path, { signal: AbortSignal.timeout(5_000) })

test(
  'while the database is away, pages say so within five seconds and everything heals within three',
  { timeout: 60_000 },
  async () => {
    const form = await (await ask('/start')).text()
    expect(form).toContain('name="agency"')
    expect((await ask('/ready')).status).toBe(200)

    await server.stop()
    for (let times = 0; times < 3; times++) {
      const page = await ask('/')
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10'])
      expect(await page.text()).toContain('Back in a moment')
      const ready = await ask('/ready')
      expect(ready.status).toBe(503)
      expect(await ready.json()).toMatchObject({ ready: false, database: false })
      expect((await ask('/health')).status).toBe(200)
      await sleep(300)
    }
    const key = crypto.randomUUID()
    const typed = {
      _key: key,
      agency: 'Agora',
      name: 'Marta',
      email: 'marta@agora.example',
      locale: 'en',
      zone: 'Europe/Lisbon',
    }
    const send = () =>
      fetch(`${running.address}/start`, { method: 'POST', body: new URLSearchParams(typed), redirect: 'manual' })
    expect((await send()).status).toBe(503)

    server = await startEmbedded(join(folder, 'outside'))
    const back = performance.now()
    while ((await ask('/ready')).status !== 200) await sleep(50)
    expect(performance.now() - back).toBeLessThan(3_000)
    expect((await ask('/start')).status).toBe(200)
    const sentAgain = await send()
    expect([sentAgain.status, sentAgain.headers.get('location')]).toEqual([303, '/initiatives/new'])
    expect(running.child.exitCode).toBeNull()
  },
)
