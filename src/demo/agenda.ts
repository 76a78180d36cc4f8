/** What somebody will do, and when. */
interface Entry {
  at: Temporal.Instant
  /** Tells entries of one moment apart, so that their order never hangs on chance. */
  key: string
  act: () => Promise<void>
}

/** Everything that is still to come in the story, in the order of time. */
export class Agenda {
  readonly #entries: Entry[] = []

  add(at: Temporal.Instant, key: string, act: () => Promise<void>): void {
    const entry = { at, key, act }
    const place = this.#entries.findLastIndex((other) => inOrder(other, entry)) + 1
    this.#entries.splice(place, 0, entry)
  }

  /** Takes out the first entry before a moment. */
  next(before: Temporal.Instant): Entry | undefined {
    const first = this.#entries[0]
    if (!first || Temporal.Instant.compare(first.at, before) >= 0) return undefined
    return this.#entries.shift()
  }
}

function inOrder(one: Entry, other: Entry): boolean {
  const time = Temporal.Instant.compare(one.at, other.at)
  return time < 0 || (time === 0 && one.key <= other.key)
}
