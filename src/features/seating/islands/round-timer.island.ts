/**
 * Counts the time of a round down, and asks the server every few seconds whether the facilitator moved it. Text only:
 * nothing moves on the screen but the digits.
 */
class RoundTimer extends HTMLElement {
  #endsAt = 0
  #ticking = 0
  #asking = 0

  connectedCallback(): void {
    this.#read(this)
    this.#ticking = window.setInterval(() => this.#show(), 250)
    this.#asking = window.setInterval(() => void this.#ask(), 3000)
  }

  disconnectedCallback(): void {
    clearInterval(this.#ticking)
    clearInterval(this.#asking)
  }

  #read(face: HTMLElement): void {
    this.#endsAt = performance.now() + Number(face.dataset.left) * 1000
  }

  #show(): void {
    const clock = this.querySelector('[role=timer]')
    if (!clock || this.dataset.running !== 'yes') return
    const left = Math.max(0, Math.ceil((this.#endsAt - performance.now()) / 1000))
    const text = `${String(Math.floor(left / 60)).padStart(2, '0')}:${String(left % 60).padStart(2, '0')}`
    if (clock.textContent !== text) clock.textContent = text
  }

  async #ask(): Promise<void> {
    try {
      const answer = await fetch(this.dataset.src ?? location.href, { headers: { accept: 'text/html' } })
      if (!answer.ok) return
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const face = page.querySelector<HTMLElement>('round-timer')
      if (!face) return
      this.#read(face)
      if (face.dataset.state === this.dataset.state) return
      for (const name of ['state', 'left', 'running']) this.dataset[name] = face.dataset[name] ?? ''
      this.replaceChildren(...face.childNodes)
    } catch {
      // The line is down for a moment: go on counting, ask again.
    }
  }
}

customElements.define('round-timer', RoundTimer)
