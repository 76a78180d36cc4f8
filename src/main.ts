import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { makeApp } from './app.ts'
import { openKeptClock } from './platform/kept-clock.ts'
import { StartError } from './platform/database/start-error.ts'
import type { Settings } from './platform/settings.ts'
import type { World } from './platform/work.ts'
import { openSmtpDoor } from './platform/mail/in/smtp-door.ts'
import { startSweeping } from './schedule.ts'
import { type OpenWorld, openWorld } from './world.ts'

/** How long each part of a stop may take: requests and sweeps in hand, then jobs (see `openJobs`), then connections. */
const patienceMs = 4_000

export interface Running {
  address: string
  opened: OpenWorld
  /** Finishes requests, sweeps and jobs in hand, gives the others back and closes, all within ten seconds. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Runs before anybody is let in. */
  prepare?: (world: World) => Promise<void>
  /** Resolves when the start itself is to be given up. */
  stopAsked?: Promise<void>
}

/** Starts the system in the role the settings name, and says where it listens. What began is ended when the start fails. */
export async function start(settings: Settings, { prepare, stopAsked }: StartOptions = {}): Promise<Running> {
  const opened = await openWorld(settings)
  let isReady = false
  const giveUp = async () => {
    await stopAsked
    if (!isReady) throw new StartError('Stopped before it was ready.')
  }
  try {
    const starting = startWork(settings, opened, prepare)
    await Promise.race(stopAsked ? [starting, giveUp()] : [starting])
    isReady = true
    return await starting
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function startWork(
  settings: Settings,
  opened: OpenWorld,
  prepare?: (world: World) => Promise<void>,
): Promise<Running> {
  const { world } = opened
  if (settings.development) world.clock = await openKeptClock(world.db)
  await prepare?.(world)
  // The port comes first: who cannot have it does no work either.
  const server = settings.role === 'worker' ? null : await listen(makeApp(world).fetch, settings)
  // Who sends mail is answered before it is worked: the door opens in every role that is given a port for it.
  const mailDoor = settings.mailIn ? await openSmtpDoor(world, settings.mailIn) : null
  const works = settings.role !== 'web'
  const sweeping = works ? startSweeping(world) : null
  if (works) await world.jobs.work(world)
  let stopping: Promise<void> | undefined
  return {
    address: server?.address ?? 'nowhere: this process only works jobs',
    opened,
    stop: () =>
      (stopping ??= (async () => {
        // Open streams are let go first: they would hold the server.
        await within(patienceMs, world.news.close())
        await Promise.all([
          server?.close(),
          within(patienceMs, mailDoor?.close()),
          within(patienceMs, sweeping?.stop()),
        ])
        await opened.close()
      })()),
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], settings: Settings) {
  return new Promise<{ address: string; close(): Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }, (info) => {
      resolve({
        address: settings.baseUrl.replace(/:0$/, `:${info.port}`),
        async close() {
          const closed = new Promise<void>((resolve) => server.close(() => resolve()))
          if (!('closeIdleConnections' in server)) return within(patienceMs, closed)
          // Requests in hand are answered; connections kept alive after that must not hold the process, nor a reader
          // who never takes their answer.
          const idle = setInterval(() => server.closeIdleConnections(), 50)
          await within(patienceMs, closed)
          clearInterval(idle)
          server.closeAllConnections()
        },
      })
    })
    server.once('error', reject)
  })
}

function within(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  return Promise.race([work ?? Promise.resolve(), sleep(milliseconds, undefined, { ref: false })])
}
