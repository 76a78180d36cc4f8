import { parentPort, workerData } from 'node:worker_threads'

/** Work that can run in a thread of its own: a function of plain data that may tell how far it is. */
export type Work = (input: never, tell: (progress: unknown) => void) => unknown

/** What it tells on its way. */
export type ToldBy<W> = W extends (input: never, tell: (progress: infer P) => void) => unknown ? P : never

/** What a thread says: how far it is, or the answer. */
export type FromThread = { progress: unknown } | { answer: unknown }

// The thread's own beginning: it loads the one file it was started for, and says what that answers.
if (parentPort) {
  const port = parentPort
  const say = (said: FromThread) => port.postMessage(said)
  const { module, input } = workerData as { module: string; input: unknown }
  const { default: work } = (await import(module)) as {
    default: (input: unknown, tell: (p: unknown) => void) => unknown
  }
  say({ answer: await work(input, (progress) => say({ progress })) })
}
