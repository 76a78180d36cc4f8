import { serve } from '@hono/node-server'
import { makeApp } from './app.ts'
import { openKeptClock } from './platform/kept-clock.ts'
import type { Settings } from './platform/settings.ts'
import type { World } from './platform/work.ts'
import { startSweeping } from './schedule.ts'
import { type OpenWorld, openWorld } from './world.ts'

export interface Running {
  address: string
  opened: OpenWorld
  stop(): Promise<void>
}

/** Starts the system in the role the settings name, and says where it listens. */
export async function start(settings: Settings, options: { prepare?: (world: World) => Promise<void> } = {}): Promise<Running> {
  const opened = await openWorld(settings)
  const { world } = opened
  if (settings.development) world.clock = await openKeptClock(world.db)
  await options.prepare?.(world)
  const works = settings.role !== 'web'
  const sweeping = works ? startSweeping(world) : null
  if (works) await world.jobs.work(world)
  const server = settings.role === 'worker' ? null : await listen(makeApp(world).fetch, settings)
  const address = server?.address ?? 'nowhere: this process only works jobs'
  let stopping: Promise<void> | undefined
  return {
    address,
    opened,
    stop: () =>
      (stopping ??= (async () => {
        await server?.close()
        await sweeping?.stop()
        await opened.close()
      })()),
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], settings: Settings) {
  return new Promise<{ address: string; close(): Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, (info) => {
      resolve({
        address: settings.baseUrl.replace(/:0$/, `:${info.port}`),
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            // Requests in hand are answered; idle keep-alive connections must not hold the process.
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}
