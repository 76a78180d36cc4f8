import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FromThread, ToldBy, Work } from './thread.ts'

/** What whoever waits for work in another thread may hear and say. */
export interface AsideOptions<Progress> {
  /** Called with everything the work tells on its way; a plan so far is worth keeping, for after a cancel it is lost. */
  onProgress?: (progress: Progress) => void
  /** Ends the thread at once, whatever it is doing; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal
  /** The most memory its objects may take; beyond it the work fails, not the server. 512 where it is left out. */
  mostMegabytes?: number
}

/**
 * Runs long work in a thread of its own, so that pages are answered meanwhile.
 *
 * The work is the default export of a file `*.aside.ts`, a function of the input and of a way to tell progress; both,
 * and its answer, are copied between threads (plain data, typed arrays, Map, Set, Error; no functions, no instances of
 * own classes). It runs from the sources as from `dist/`, where the build puts every such file into `dist/asides/`.
 * What it throws is thrown here, with its message and kind (RangeError stays RangeError).
 *
 * @throws whatever the work throws; the signal's reason after a cancel; Error where the thread ends without an answer
 * @example
 * import type plan from './plan.aside.ts'
 * const found = await runAside<typeof plan>(new URL('./plan.aside.ts', import.meta.url), season, { onProgress, signal })
 */
export async function runAside<W extends Work>(
  module: URL,
  input: Parameters<W>[0],
  options: AsideOptions<ToldBy<W>> = {},
): Promise<Awaited<ReturnType<W>>> {
  const { onProgress, signal, mostMegabytes = 512 } = options
  signal?.throwIfAborted()
  const worker = new Worker(here('./thread.ts', 'thread.js'), {
    workerData: { module: here(module, `${basename(module.pathname, '.ts')}.js`).href, input: input as unknown },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<W>>>()
  const cancel = () => reject(signal?.reason)
  signal?.addEventListener('abort', cancel, { once: true })
  worker.on('message', (said: FromThread) => {
    if ('answer' in said) resolve(said.answer as Awaited<ReturnType<W>>)
    else if (!signal?.aborted) tell(said.progress as ToldBy<W>)
  })
  worker.on('messageerror', reject)
  worker.on('error', reject)
  worker.on('exit', (code) => reject(new Error(`The work aside ended with ${code} and no answer.`)))
  try {
    return await promise
  } finally {
    signal?.removeEventListener('abort', cancel)
    await worker.terminate()
  }

  function tell(progress: ToldBy<W>): void {
    try {
      onProgress?.(progress)
    } catch (error) {
      reject(error)
    }
  }
}

/** A file of ours: as it stands among the sources, or as the build named it. */
function here(source: string | URL, built: string): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL(source, import.meta.url)
    : new URL(`asides/${built}`, import.meta.url)
}
