/** Coming events by time, earliest first: a binary heap on flat arrays. Times of equal size come in a fixed order. */
export class Events {
  size = 0
  #times = new Float64Array(1024)
  #items = new Int32Array(1024)

  /** When the next event falls due; only where size > 0. */
  nextTime(): number {
    return this.#times[0]!
  }

  clear(): void {
    this.size = 0
  }

  add(time: number, item: number): void {
    let hole = this.size++
    if (hole === this.#times.length) this.#enlarge()
    const times = this.#times
    const items = this.#items
    while (hole > 0) {
      const above = (hole - 1) >> 1
      if (times[above]! <= time) break
      times[hole] = times[above]!
      items[hole] = items[above]!
      hole = above
    }
    times[hole] = time
    items[hole] = item
  }

  /** Takes the next event out and returns its item; only where size > 0. */
  take(): number {
    const times = this.#times
    const items = this.#items
    const taken = items[0]!
    const size = --this.size
    const time = times[size]!
    const item = items[size]!
    let hole = 0
    for (let below = 1; below < size; below = 2 * hole + 1) {
      if (below + 1 < size && times[below + 1]! < times[below]!) below++
      if (times[below]! >= time) break
      times[hole] = times[below]!
      items[hole] = items[below]!
      hole = below
    }
    times[hole] = time
    items[hole] = item
    return taken
  }

  #enlarge(): void {
    const times = new Float64Array(2 * this.#times.length)
    const items = new Int32Array(times.length)
    times.set(this.#times)
    items.set(this.#items)
    this.#times = times
    this.#items = items
  }
}
