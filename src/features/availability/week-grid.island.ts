/**
 * Draws on the boxes of a week: one of three levels by tap, drag or keyboard. What is drawn is sent as 336 marks in place
 * of the boxes; a box is ticked where it is good, half ticked where it is 'if need be'.
 */
class WeekGrid extends HTMLElement {
  #marks: string[] = []
  #brush = '2'
  #boxes = new Map<number, HTMLInputElement>()

  connectedCallback(): void {
    const form = this.closest('form')
    if (!form) return
    for (const box of this.querySelectorAll<HTMLInputElement>(cells)) {
      const slot = slotOf(box)
      this.#boxes.set(slot, box)
      this.#marks[slot] = { f3: '2', f2: '1' }[box.parentElement?.className ?? ''] ?? '0'
      box.ariaLabel = (box.ariaLabel ?? '').split(', ')[0] ?? ''
      this.#show(slot)
    }
    this.#offerBrushes()
    this.querySelector('[hidden]')?.removeAttribute('hidden')
    for (const table of this.querySelectorAll('table')) {
      moveByArrows(table)
      this.#drawByDragging(table)
    }
    this.addEventListener('change', ({ target }) => target instanceof HTMLInputElement && this.#press(target))
    form.addEventListener('formdata', ({ formData }) => {
      for (const name of 's0 s1 s2 s3 s4 s5 s6 d h'.split(' ')) formData.delete(name)
      formData.set('week', this.#marks.join(''))
    })
  }

  #offerBrushes(): void {
    const brushes = [...this.querySelectorAll<HTMLButtonElement>('button[name=level]')]
    const press = (chosen: string) => {
      this.#brush = chosen
      for (const brush of brushes) brush.ariaPressed = String(brush.value === chosen)
    }
    for (const brush of brushes) {
      brush.type = 'button'
      brush.addEventListener('click', () => press(brush.value))
    }
    press('2')
    const group = brushes[0]?.closest('fieldset')
    const hint = this.querySelector('.hint')
    if (!group || !hint) return
    hint.textContent = group.ariaLabel = this.dataset.how ?? ''
    group.querySelector('legend')?.remove()
    hint.after(group)
  }

  #press(box: HTMLInputElement): void {
    const slots = slotsOf(box)
    const isSet = slots.every((slot) => this.#marks[slot] === this.#brush)
    this.#set(slots, isSet ? '0' : this.#brush)
    if (!box.matches(cells)) box.checked = false
    this.#say(box.ariaLabel ?? '', isSet ? '0' : this.#brush)
  }

  #drawByDragging(table: HTMLTableElement): void {
    let from = -1
    let to = -1
    let before: string[] = []
    let mark = '2'
    table.style.touchAction = 'pan-y'
    table.addEventListener('pointerdown', (event) => {
      from = to = slotAt(event)
      before = [...this.#marks]
      mark = before[from] === this.#brush ? '0' : this.#brush
    })
    table.addEventListener('pointermove', (event) => {
      const over = from < 0 || event.buttons === 0 ? -1 : slotAt(event)
      if (over < 0 || over === to) return
      to = over
      this.#marks = [...before]
      const drawn = between(from, to)
      for (const slot of this.#boxes.keys()) if (drawn.has(slot)) this.#marks[slot] = mark
      for (const slot of this.#boxes.keys()) this.#show(slot)
    })
    const end = () => {
      if (from >= 0 && to !== from) {
        const name = (slot: number) => this.#boxes.get(slot)?.ariaLabel ?? ''
        this.#say(`${name(from)} – ${name(to)}`, mark)
        addEventListener('click', (event) => event.preventDefault(), { capture: true, once: true })
        setTimeout(() => (to = -1))
      }
      from = -1
    }
    addEventListener('pointerup', end)
    table.addEventListener('pointercancel', end)
  }

  #set(slots: number[], mark: string): void {
    for (const slot of slots) {
      this.#marks[slot] = mark
      this.#show(slot)
    }
  }

  #show(slot: number): void {
    const box = this.#boxes.get(slot)
    const label = box?.parentElement
    if (!box || !label) return
    const mark = this.#marks[slot]
    box.checked = mark === '2'
    box.indeterminate = mark === '1'
    label.className = mark === '1' ? 'f2' : ''
    if (label.lastChild !== box) label.lastChild?.remove()
    if (mark === '1') label.append('~')
  }

  #say(where: string, mark: string): void {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = `${where}: ${this.dataset.said?.split('|')[Number(mark)]}`
  }
}

const cells = 'input[name^=s]'

/** 's1' at '9:30' is the twentieth half-hour of Tuesday. */
function slotOf(box: HTMLInputElement): number {
  return Number(box.name[1]) * 48 + halfOf(box.value)
}

function halfOf(time: string): number {
  const [hour, minutes] = time.split(':')
  return Number(hour) * 2 + (minutes === '30' ? 1 : 0)
}

/** The half-hours a box stands for: itself, or those of its table below or beside it. */
function slotsOf(box: HTMLInputElement): number[] {
  if (box.matches(cells)) return [slotOf(box)]
  const boxes = box.closest('table')?.querySelectorAll<HTMLInputElement>(cells) ?? []
  const belongs = (other: HTMLInputElement) =>
    box.name === 'd' ? other.name === `s${box.value}` : other.value === box.value
  return [...boxes].filter(belongs).map(slotOf)
}

function slotAt({ clientX, clientY }: PointerEvent): number {
  const label = document.elementFromPoint(clientX, clientY)?.closest('label')
  const box = label?.querySelector<HTMLInputElement>(cells)
  return box ? slotOf(box) : -1
}

/** The half-hours of the rectangle between two corners. */
function between(one: number, other: number): Set<number> {
  const [days, halves] = [(slot: number) => Math.floor(slot / 48), (slot: number) => slot % 48].map((of) =>
    [of(one), of(other)].sort((a, b) => a - b),
  ) as [[number, number], [number, number]]
  const found = new Set<number>()
  for (let day = days[0]; day <= days[1]; day += 1)
    for (let half = halves[0]; half <= halves[1]; half += 1) found.add(day * 48 + half)
  return found
}

/** One box of the table is in the order of the Tab key; arrows lead to the others. */
function moveByArrows(table: HTMLTableElement): void {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.querySelector('input')))
  const all = rows.flat().filter((box) => box !== null)
  const enter = (box: HTMLInputElement) => {
    for (const other of all) other.tabIndex = -1
    box.tabIndex = 0
  }
  const first = rows[1]?.[1]
  if (first) enter(first)
  table.addEventListener('focusin', ({ target }) => target instanceof HTMLInputElement && enter(target))
  table.addEventListener('keydown', (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
    const row = rows.findIndex((boxes) => boxes.includes(event.target as HTMLInputElement))
    const column = rows[row]?.indexOf(event.target as HTMLInputElement) ?? -1
    if (!step || column < 0) return
    event.preventDefault()
    rows[row + (step[0] ?? 0)]?.[column + (step[1] ?? 0)]?.focus()
  })
}

customElements.define('week-grid', WeekGrid)
