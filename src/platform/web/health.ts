import { Hono } from 'hono'
import { sql } from 'kysely'
import { anyone } from './policy.ts'
import type { Visit } from './visit.ts'

/** For whoever watches the process: is it alive, and can it serve. */
export const health = new Hono<Visit>()

health.get('/health', anyone, (c) => c.json({ alive: true }))

health.get('/ready', anyone, async (c) => {
  const { world } = c.var
  const checks = { database: false, migrations: false, queue: false }
  try {
    await sql`select 1`.execute(world.db)
    checks.database = true
    checks.migrations = (await sql`select 1 from migrations limit 1`.execute(world.db)).rows.length === 1
    checks.queue = (await world.jobs.lag()) < 300
  } catch (error) {
    world.log.warn({ err: error }, 'not ready')
  }
  const ready = Object.values(checks).every(Boolean)
  return c.json({ ready, ...checks }, ready ? 200 : 503)
})
