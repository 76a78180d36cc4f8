import { hurriedPage, missingPage } from './answers.tsx'
import type { VisitContext } from './visit.ts'

/** Streams one session may hold open at once, and all of a process: a browser page holds one. */
const mostOfOne = 6
const mostOfAll = 500
/** How often it is looked whether somebody still may follow, and whether anything was told that did not arrive. */
const lookEveryMs = 700
const signOfLifeMs = 15_000

const eventStream = 'text/event-stream'
const event = (text: string) => `data: ${text}\n\n`

const open = new Map<string, number>()

export interface Followed {
  /** See `tellNews`. */
  topic: string
  /** Whose streams are counted together. */
  session: string
  /** A short word for how it stands now, or null as soon as the viewer may not know any more: the stream then ends. */
  read(): Promise<string | null>
}

/**
 * Answers with a stream of server-sent events: how something stands, again each time it changed, until the viewer leaves, may
 * not see it any more (looked at about once a second) or the process stops. Each event is read with the viewer's rights.
 * Who does not ask for a stream gets one event.
 */
export async function follow(c: VisitContext, followed: Followed): Promise<Response> {
  if (c.req.header('accept')?.includes(eventStream)) return stream(c, followed)
  const now = await followed.read()
  return now === null ? missingPage(c) : c.body(event(now), 200, { 'Content-Type': eventStream })
}

function stream(c: VisitContext, { topic, session, read }: Followed): Response | Promise<Response> {
  const { news } = c.var.world
  const own = open.get(session) ?? 0
  const all = [...open.values()].reduce((sum, count) => sum + count, 0)
  if (own >= mostOfOne || all >= mostOfAll) return hurriedPage(c, 1)
  open.set(session, own + 1)
  const text = new TextEncoder()
  let finish = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let last = ''
      let quietMs = 0
      let looking: Promise<void> | undefined
      let again = false
      const say = (words: string) => {
        quietMs = 0
        controller.enqueue(text.encode(words))
      }
      async function lookNow(): Promise<void> {
        // The database may be away for a moment: nothing is said then.
        const now = await read().catch(() => last)
        if (isOver) return
        if (now === null) return finish()
        if (now !== last) say(event(now))
        else if (quietMs >= signOfLifeMs) say(':\n\n')
        last = now
      }
      function look(): void {
        again = looking !== undefined
        looking ??= lookNow().finally(() => {
          looking = undefined
          if (again && !isOver) look()
        })
      }
      const timer = setInterval(() => {
        quietMs += lookEveryMs
        look()
      }, lookEveryMs)
      timer.unref()
      const deaf = news.hear(topic, look)
      let isOver = false
      finish = () => {
        if (isOver) return
        isOver = true
        clearInterval(timer)
        deaf()
        news.ending.removeEventListener('abort', finish)
        const left = (open.get(session) ?? 1) - 1
        if (left > 0) open.set(session, left)
        else open.delete(session)
        // Whoever went away has closed it already.
        try {
          controller.close()
        } catch {}
      }
      if (news.ending.aborted) return finish()
      news.ending.addEventListener('abort', finish)
      say('retry: 1000\n\n')
      look()
    },
    cancel: () => finish(),
  })
  return c.body(body, 200, { 'Content-Type': eventStream, 'X-Accel-Buffering': 'no' })
}
