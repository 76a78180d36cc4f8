import { followNews } from '../../../client/live-news.ts'
import { morph } from '../../../client/morph.ts'
import { undoByKeys } from '../../../client/undo-keys.ts'

/**
 * The workbench without reloading: its forms are sent as they are, and what comes back takes the place of what changed.
 * What colleagues do arrives by itself. Where anything fails, the forms work as without script.
 */
class WorkBench extends HTMLElement {
  #queue = Promise.resolve()
  #stopNews: (() => void) | undefined
  #timer = 0

  connectedCallback(): void {
    this.addEventListener('submit', (event) => this.#send(event))
    this.addEventListener('input', (event) => this.#weigh(event))
    document.addEventListener('keydown', this.#shortcut)
    this.#stopNews = followNews(`${this.dataset.here}/news`, (news) => this.#hear(news))
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#shortcut)
    this.#stopNews?.()
  }

  /** The page that was shown last: what was asked for before it came is asked for with what it says now. */
  get #revision(): number {
    return Number(this.dataset.revision)
  }

  #send(event: SubmitEvent): void {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.plain !== undefined) return
    const action = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
    // These lead to another page.
    if (/\/(copies|[^/]{36}\/removal)$/.test(action)) return
    event.preventDefault()
    const row = form.closest<HTMLElement>('li[id]')
    this.#after(async () => {
      const typed = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      const isGet = form.method === 'get'
      const address = isGet ? `${action.split('#')[0]}?${typed}` : action
      const answer = await ask(address, isGet ? {} : { method: 'POST', body: typed })
      if (isGet) history.replaceState(null, '', address)
      if (!(await this.#show(answer, row))) {
        form.dataset.plain = ''
        form.requestSubmit(event.submitter)
      }
    })
  }

  #weigh({ target }: Event): void {
    if (!(target instanceof HTMLInputElement) || target.type !== 'range') return
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => target.form?.requestSubmit(), 150)
  }

  #shortcut = (event: KeyboardEvent): void => undoByKeys(this, event)

  #hear(news: string): void {
    const [state, revision] = news.split(' ')
    this.#after(async () => {
      if (state !== 'draft') return location.reload()
      if (Number(revision) <= this.#revision) return
      const address = new URL(location.href)
      address.searchParams.delete('said')
      address.searchParams.set('since', String(this.#revision))
      if (!(await this.#show(await ask(`${address.pathname}${address.search}`), null))) location.reload()
    })
  }

  /** One thing after the other, so that none is sent with what another has made old. */
  #after(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(work).catch(() => location.reload())
  }

  /** @returns false for an answer that is not this page: the browser then goes there by itself */
  async #show(answer: Response, row: HTMLElement | null): Promise<boolean> {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [shown, wanted] = [document.querySelector('main'), page.querySelector('main')]
    if (answer.redirected || !shown || !wanted?.querySelector('work-bench')) return false
    const address = answer.headers.get('content-location')
    if (address) history.replaceState(null, '', withoutSaid(address))
    document.title = page.title
    const focused = document.activeElement
    const stay = keepPlace(this, row)
    morph(shown, wanted)
    stay()
    refocus(focused, row, this)
    return true
  }
}

function ask(address: string, how: RequestInit = {}): Promise<Response> {
  return fetch(address, { ...how, headers: { 'x-in-place': 'yes' } })
}

/** The address to come back to: without the words about what was just done. */
function withoutSaid(address: string): string {
  const [path = '', hash = ''] = address.split('#')
  const url = new URL(path, location.href)
  for (const name of ['said', 'since']) url.searchParams.delete(name)
  return `${url.pathname}${url.search}${hash && `#${hash}`}`
}

/** Remembers what is in sight, and puts it back where it was. The row one acted on counts first. */
function keepPlace(bench: HTMLElement, row: HTMLElement | null): () => void {
  const inSight = [...bench.querySelectorAll<HTMLElement>('li[id], section')].filter((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < innerHeight && (element.tagName === 'LI' || top > 0)
  })
  const places = [row, ...inSight].flatMap((element) =>
    element ? [{ element, top: element.getBoundingClientRect().top }] : [],
  )
  return () => {
    const still = places.find(({ element }) => element.isConnected)
    if (!still) return
    // What was said may have grown over the row.
    const told = bench.querySelector('.told.note')?.getBoundingClientRect().height ?? 0
    const wanted = Math.max(still.top, still.element === row ? told : 0)
    scrollBy({ top: still.element.getBoundingClientRect().top - wanted, behavior: 'instant' })
  }
}

/** Gives the focus back: to where it was, else into the row that was acted on, else to what was said. */
function refocus(focused: Element | null, row: HTMLElement | null, bench: HTMLElement): void {
  if (!(focused instanceof HTMLElement) || focused === document.body || document.activeElement === focused) return
  const still = focused.isConnected ? focused : row?.isConnected ? row.querySelector<HTMLElement>('button, a') : null
  const told = bench.querySelector<HTMLElement>('#told')
  if (!still && told) told.tabIndex = -1
  ;(still ?? told)?.focus({ preventScroll: true })
}

customElements.define('work-bench', WorkBench)
