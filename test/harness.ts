import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { makeApp } from '../src/app.ts'
import { SteppedClock } from '../src/platform/clock.ts'
import { openLog } from '../src/platform/log.ts'
import type { MailMessage } from '../src/platform/mail/transport.ts'
import type { Settings } from '../src/platform/settings.ts'
import type { Visit } from '../src/platform/web/visit.ts'
import { type Actor, carryOut, theSystem, type Work, type World } from '../src/platform/work.ts'
import { furnish, type OpenWorld } from '../src/world.ts'
import { testDatabase } from './database.ts'

export interface Harness {
  world: World
  app: Hono<Visit>
  clock: SteppedClock
  /** The same database, for a connection of one's own. */
  connection: pg.PoolConfig
  /** Every mail handed to the outside world, oldest first. */
  post: MailMessage[]
  /** Runs a change as the system, or as somebody. */
  change<T>(work: (work: Work) => Promise<T>, actor?: Actor): Promise<T>
  /** Works all waiting jobs: mails arrive in `post`. */
  settle(): Promise<void>
  get(path: string, who?: Who): Promise<Response>
  /** Posts a form with a fresh key; repeat `_key` yourself to test the second click. */
  submit(path: string, fields: Record<string, string | string[] | File>, who?: Who): Promise<Response>
}

/** A Cookie header, or nothing for somebody who is not signed in (or who holds a link in the path). */
export type Who = { cookie: string } | undefined

const base = 'http://perennial.test'

/**
 * Sets up, once a test file, the real system on a real database of its own, with a clock that stands still and a post
 * office that keeps what it is given. Every test begins with empty tables at 2026-11-24 09:00 UTC, unless they share one
 * stage (`resetBetweenTests: false`).
 */
export function useHarness(options: Partial<Settings> = {}, manner: { resetBetweenTests?: boolean } = {}): Harness {
  const harness = {} as Harness
  const start = '2026-11-24T09:00:00Z'
  let opened: OpenWorld
  let reset: () => Promise<void>

  beforeAll(async () => {
    const database = await testDatabase()
    reset = database.reset
    const settings: Settings = {
      port: 0,
      host: '127.0.0.1',
      baseUrl: base,
      dataDir: mkdtempSync(join(tmpdir(), 'perennial-test-')),
      databaseUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'Perennial <perennial@perennial.test>',
      secret: 'a secret that only the tests know, long enough',
      role: 'all',
      logLevel: process.env.LOG_LEVEL ?? 'error',
      development: false,
      ...options,
    }
    harness.clock = new SteppedClock(start)
    harness.post = []
    harness.connection = database.connection
    opened = await furnish(settings, database, openLog(settings.logLevel), harness.clock)
    harness.world = opened.world
    harness.world.transport = { send: async (message) => void harness.post.push(message) }
    harness.app = makeApp(harness.world)
  })

  beforeEach(async () => {
    if (manner.resetBetweenTests === false) return
    await reset()
    harness.clock.moveTo(Temporal.Instant.from(start))
    harness.post.length = 0
  })

  afterAll(async () => {
    await opened.close()
    rmSync(harness.world.settings.dataDir, { recursive: true, force: true })
  })

  harness.change = (work, actor = theSystem) => carryOut(harness.world, actor, work)
  harness.settle = async () => void (await harness.world.jobs.drain(harness.world))
  harness.get = async (path, who) => harness.app.request(base + path, { headers: { ...who } })
  harness.submit = async (path, fields, who) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ _key: randomUUID(), ...fields })) {
      for (const one of [value].flat()) body.append(name, one)
    }
    const { origin } = new URL(harness.world.settings.baseUrl)
    return harness.app.request(base + path, { method: 'POST', body, headers: { origin, ...who } })
  }
  return harness
}

/** The path of the first link to a page in a mail: linkIn(mail, 'proposal') is '/proposal/…'. */
export function linkIn(mail: { text: string } | undefined, page: string): string {
  const found = mail && new RegExp(`${base}(/${page}/[\\w-]{43})`).exec(mail.text)
  if (!found?.[1]) throw new Error(`No link to /${page} in: ${mail?.text ?? 'no mail'}`)
  return found[1]
}
