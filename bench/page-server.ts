import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { makeApp } from '../src/app.ts'
import { readSettings } from '../src/platform/settings.ts'
import { openWorld } from '../src/world.ts'
import { seed } from './seed.ts'

// The measured process: Perennial with a large initiative on one port, bare Hono with pages of the same size on another.
const dataDir = mkdtempSync(join(tmpdir(), 'perennial-bench-'))
const settings = readSettings({ ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'error', PORT: '4831' })
const { world, close } = await openWorld(settings)
const seeded = await seed(world, 500)
const app = makeApp(world)
const bare = new Hono()
bare.get('/:bytes', (c) => c.html('x'.repeat(Number(c.req.param('bytes')))))
const servers = [
  serve({ fetch: app.fetch, port: 4831, hostname: '127.0.0.1' }),
  serve({ fetch: bare.fetch, port: 4832, hostname: '127.0.0.1' }),
]
console.log(JSON.stringify({ ...seeded, pid: process.pid }))
process.on('SIGTERM', () => {
  for (const server of servers) server.close()
  void close().then(() => process.exit(0))
})
