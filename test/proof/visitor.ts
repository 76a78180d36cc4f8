import { setTimeout as sleep } from 'node:timers/promises'
import type { Change, History } from './history.ts'
import { filled, formOn, type PageForm } from './page-form.ts'

/** How a request reaches the system: over the network, or straight into it. */
export type Reach = (path: string, init: RequestInit) => Promise<Response>

/** What a writer gives up with: the proof is over, or the system refused something it must not refuse. */
export class GivenUp extends Error {}

/** What all visitors share: the history, who is under way with what, and when it is all over. */
export interface Field {
  reach: Reach
  history: History
  /** The changes on their way right now. */
  underWay: Map<string, string>
  /** Answers of 500, which no kill excuses. */
  broken: string[]
  isOver: () => boolean
}

/**
 * Somebody at a browser. They are patient: a page that does not come is asked for again, and a form whose answer did not
 * come is sent again as it was, with the same key, as a browser's 'resend' does.
 */
export class Visitor {
  readonly #field: Field
  #cookies = new Map<string, string>()

  constructor(field: Field, cookies = new Map<string, string>()) {
    this.#field = field
    this.#cookies = cookies
  }

  /** Another tab of the same browser, for somebody else's work. */
  beside(): Visitor {
    return new Visitor(this.#field, this.#cookies)
  }

  async page(path: string): Promise<string> {
    const answer = await this.#patiently(path, () => ({ method: 'GET' }))
    const html = await answer.text()
    if (answer.status !== 200) throw new GivenUp(`GET ${path}: ${answer.status} ${wordsOf(html)}`)
    return html
  }

  /** Opens a page, fills in one of its forms and sends it until it is answered. @returns where the answer leads */
  async fillIn(
    path: string,
    actionEnds: string,
    answers: { [name: string]: string | File | null },
    change: Change,
  ): Promise<string> {
    return this.send(formOn(await this.page(path), actionEnds), answers, change)
  }

  async send(form: PageForm, answers: { [name: string]: string | File | null }, change: Change): Promise<string> {
    const { history, underWay } = this.#field
    history.tell({ says: 'sent', id: form.key, ...change })
    underWay.set(form.key, change.change)
    try {
      const answer = await this.#patiently(form.action, () => ({ method: 'POST', body: filled(form, answers) }))
      const location = answer.headers.get('location') ?? ''
      if (answer.status === 303 && !location.startsWith('/sign-in')) {
        history.tell({ says: 'acknowledged', id: form.key, location })
        return location
      }
      const words = `${change.change}: ${location} ${wordsOf(await answer.text())}`
      history.tell({ says: 'refused', id: form.key, status: answer.status, words })
      throw new GivenUp(words)
    } finally {
      underWay.delete(form.key)
    }
  }

  async #patiently(path: string, init: () => RequestInit): Promise<Response> {
    while (!this.#field.isOver()) {
      const answer = await this.#once(path, init()).catch(() => null)
      if (answer && answer.status < 500) return answer
      if (answer?.status === 500) this.#field.broken.push(path.replace(/[\w-]{36,43}/g, '…'))
      await sleep(50 + Math.random() * 100)
    }
    throw new GivenUp('it is over')
  }

  async #once(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.#field.reach(path, {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      signal: AbortSignal.timeout(20_000),
    })
    for (const header of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      this.#cookies.set(name, value)
    }
    return answer
  }
}

function wordsOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  return main
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}
