import type { Work } from './work.ts'

type Listener<T> = (work: Work, news: T) => Promise<void>

/**
 * Something that happened, which later features may react to within the same transaction. The feature that tells knows
 * nobody who hears; `src/wiring.ts` joins them, so that imports keep pointing one way.
 */
export interface Announcement<T> {
  hear(listener: Listener<T>): void
  tell(work: Work, news: T): Promise<void>
}

/** Makes an announcement without listeners. */
export function announcement<T>(): Announcement<T> {
  const listeners: Listener<T>[] = []
  return {
    hear: (listener) => void listeners.push(listener),
    async tell(work, news) {
      for (const listener of listeners) await listener(work, news)
    },
  }
}
