import { followNews } from '../../../client/live-news.ts'
import { undoByKeys } from '../../../client/undo-keys.ts'

/**
 * The season board: a session that is dragged to another week opens its page at the times of that week, where what each
 * costs is read before it is moved. A planning that runs, and what colleagues do, show themselves.
 */
class SeasonBoard extends HTMLElement {
  #stopNews: (() => void) | undefined
  #standing = ''
  #dragged: HTMLAnchorElement | null = null

  connectedCallback(): void {
    this.addEventListener('dragstart', (event) => this.#lift(event))
    this.addEventListener('dragover', (event) => this.#over(event))
    this.addEventListener('dragleave', ({ target }) => cellOf(target)?.classList.remove('over'))
    this.addEventListener('drop', (event) => this.#drop(event))
    this.addEventListener('dragend', () => this.#unmark())
    this.#offerPrint()
    document.addEventListener('keydown', this.#shortcut)
    this.#stopNews = followNews(`${this.dataset.here}/news`, (news) => this.#hear(news))
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#shortcut)
    this.#stopNews?.()
  }

  #offerPrint(): void {
    const place = this.querySelector('[data-print]')
    place?.removeAttribute('hidden')
    place?.addEventListener('click', () => print())
  }

  #lift(event: DragEvent): void {
    const slot = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.slot') : null
    this.#dragged = slot?.draggable ? slot : null
    event.dataTransfer?.setData('text/plain', slot?.textContent ?? '')
  }

  #over(event: DragEvent): void {
    const cell = this.#goal(event)
    if (!cell) return
    event.preventDefault()
    cell.classList.add('over')
  }

  #drop(event: DragEvent): void {
    const cell = this.#goal(event)
    if (!cell || !this.#dragged) return
    event.preventDefault()
    const address = new URL(this.#dragged.href)
    address.searchParams.set('week', cell.dataset.week ?? '')
    location.assign(address)
  }

  /** A week of the same connection: sessions do not change whose they are. */
  #goal({ target }: DragEvent): HTMLElement | null {
    const cell = cellOf(target)
    return cell && cell.parentElement === this.#dragged?.closest('tr') ? cell : null
  }

  #unmark(): void {
    for (const cell of this.querySelectorAll('td.over')) cell.classList.remove('over')
    this.#dragged = null
  }

  #shortcut = (event: KeyboardEvent): void => undoByKeys(this, event)

  #hear(news: string): void {
    const [, run, revision] = JSON.parse(news) as [string, string, number]
    const isRunning = run === 'waiting' || run === 'running'
    const isOther = this.#standing !== '' && this.#standing !== news
    this.#standing = news
    if (this.dataset.running) return isRunning ? void (isOther && this.#showProgress()) : location.reload()
    if (isRunning || revision > Number(this.dataset.revision)) location.reload()
  }

  async #showProgress(): Promise<void> {
    const answer = await fetch(location.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [shown, wanted] = [this.querySelector('[role=status]'), page.querySelector('season-board [role=status]')]
    if (shown && wanted) shown.replaceChildren(...wanted.childNodes)
  }
}

function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('td[data-week]') : null
}

customElements.define('season-board', SeasonBoard)
