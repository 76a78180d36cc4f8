/**
 * Keeps what is typed into the one-minute form: on the server while there is a connection, on this device while there
 * is none. Times are the server's: `data-now` when the page was made, plus the time since.
 */
class DraftKeeper extends HTMLElement {
  #timer = 0

  connectedCallback(): void {
    const form = this.querySelector('form')
    const status = this.querySelector('[role=status]')
    if (!form || !status) return
    const name = `draft ${this.dataset.key}`
    const opened = performance.now()
    const now = () => Number(this.dataset.now) + performance.now() - opened
    const say = (words: string | undefined) => (status.textContent = words ?? '')

    this.#restore(form, name)
    const zone = form.querySelector<HTMLSelectElement>('[name=zone]')
    zone?.addEventListener('change', () => zone.value === 'other' && offerAllZones(zone))
    if (zone?.value === 'UTC' && this.dataset.saved === '0') offerAllZones(zone)

    const keep = async () => {
      this.#timer = 0
      const typed = new FormData(form)
      const body = new URLSearchParams([...typed].map(([field, value]) => [field, String(value)]))
      remember(name, { at: now(), typed: [...body].filter(isForDevice) })
      body.set('quiet', 'yes')
      try {
        const answer = await fetch(`${form.getAttribute('action')}/draft`, { method: 'POST', body, keepalive: true })
        if (!answer.ok) throw new Error(String(answer.status))
        remember(name, null)
        say(this.dataset.keeping)
      } catch {
        say(this.dataset.kept)
      }
    }
    form.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void keep(), 1200)
    })
    // Should this sending be lost on the way, the next opening of the page finds what was typed.
    form.addEventListener('submit', () => {
      clearTimeout(this.#timer)
      this.#timer = 0
      remember(name, { at: now(), typed: [...new FormData(form)].filter(isForDevice) })
    })
    addEventListener('pagehide', () => {
      if (this.#timer) void keep()
    })
  }

  #restore(form: HTMLFormElement, name: string): void {
    const kept = recall(name)
    remember(name, null)
    if (!kept || kept.at <= Number(this.dataset.saved)) return
    const { typed } = kept
    for (const field of form.elements) {
      if (!isForDevice([(field as HTMLInputElement).name])) continue
      const values = typed
        .filter(([other]) => other === (field as HTMLInputElement).name)
        .map(([, value]) => String(value))
      if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type))
        field.checked = values.includes(field.value)
      else if (isText(field) && field.type !== 'hidden') field.value = values[0] ?? ''
    }
    form.dispatchEvent(new Event('input'))
  }
}

// A device may be shared: whom somebody would rather not be with is kept on the server alone.
function isForDevice([name]: readonly [string, ...unknown[]]): boolean {
  return name !== 'ratherNots'
}

function isText(field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName)
}

// All zones in the place of 'another', grouped by part of the world, this device's own chosen.
function offerAllZones(select: HTMLSelectElement): void {
  const groups = new Map<string, HTMLOptGroupElement>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const [world = ''] = zone.split('/')
    const group = groups.get(world) ?? document.createElement('optgroup')
    group.label = world
    group.append(new Option(zone))
    groups.set(world, group)
  }
  select.lastElementChild?.replaceWith(...groups.values())
  select.value = Intl.DateTimeFormat().resolvedOptions().timeZone
}

interface Kept {
  at: number
  typed: [string, FormDataEntryValue][]
}

// A browser may forbid its storage, or be full: then there is only the server.
function remember(name: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(name, JSON.stringify(kept))
    else localStorage.removeItem(name)
  } catch {}
}

function recall(name: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

customElements.define('draft-keeper', DraftKeeper)
