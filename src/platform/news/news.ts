import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { newsChannel } from './tell.ts'

/** What happens elsewhere, as it happens (see `tellNews`). */
export interface News {
  /**
   * Hears of a topic, and once after each time the connection was lost, when something may have been missed.
   * @returns ends the hearing
   */
  hear(topic: string, listener: () => void): () => void
  /** Aborted when the process stops: whoever follows lets go. */
  ending: AbortSignal
  close(): Promise<void>
}

const longestWaitMs = 5_000

/**
 * Listens to one channel over one connection of its own, opened when somebody first wants to hear and opened again when it
 * breaks. Where LISTEN does not reach (a pooler in between) nothing is heard, so whoever follows also looks by themselves.
 */
export function openNews(connection: pg.ClientConfig): News {
  const listeners = new Map<string, Set<() => void>>()
  const end = new AbortController()
  let listening: Promise<void> | undefined
  let client: pg.Client | undefined

  async function listen(): Promise<void> {
    for (let waitMs = 100; !end.signal.aborted; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
      try {
        await listenOnce(() => (waitMs = 100))
      } catch {}
      await sleep(waitMs, undefined, { ref: false, signal: end.signal }).catch(() => {})
    }
  }

  /** Resolves when the connection ends, and throws when it cannot be made. */
  async function listenOnce(connected: () => void): Promise<void> {
    const own = new pg.Client({ ...connection, keepAlive: true, application_name: 'perennial-news' })
    client = own
    const ended = new Promise<void>((resolve) => {
      own.on('error', () => resolve())
      own.on('end', () => resolve())
    })
    own.on('notification', ({ payload = '' }) => listeners.get(payload)?.forEach((listener) => listener()))
    try {
      await own.connect()
      await own.query(`listen ${newsChannel}`)
      connected()
      for (const [, heard] of listeners) heard.forEach((listener) => listener())
      await ended
    } finally {
      await own.end().catch(() => {})
    }
  }

  return {
    hear(topic, listener) {
      listening ??= listen()
      const heard = listeners.get(topic) ?? new Set()
      listeners.set(topic, heard.add(listener))
      return () => {
        heard.delete(listener)
        if (heard.size === 0) listeners.delete(topic)
      }
    },
    ending: end.signal,
    async close() {
      end.abort()
      await client?.end().catch(() => {})
      await listening
    },
  }
}
