/**
 * Makes one element like another, changing only what differs: what stays keeps its focus, its scroll and what is typed into
 * it. Children with an id are known by it wherever they stand.
 */
export function morph(shown: Element, wanted: Element): void {
  if (isBeingUsed(shown)) return
  morphAttributes(shown, wanted)
  morphChildren(shown, wanted)
}

function morphAttributes(shown: Element, wanted: Element): void {
  for (const name of shown.getAttributeNames()) {
    // What is folded open stays open.
    if (!wanted.hasAttribute(name) && !(name === 'open' && shown instanceof HTMLDetailsElement))
      shown.removeAttribute(name)
  }
  for (const { name, value } of wanted.attributes) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value)
  }
  if (shown instanceof HTMLInputElement && wanted instanceof HTMLInputElement) shown.value = wanted.value
}

function morphChildren(shown: Element, wanted: Element): void {
  const named = new Map([...shown.children].filter(({ id }) => id !== '').map((child) => [child.id, child]))
  let at = shown.firstChild
  for (const next of wanted.childNodes) {
    const own = next instanceof Element && next.id !== '' ? named.get(next.id) : undefined
    const found = own ?? (at && isLike(at, next) ? at : null)
    if (!found) {
      shown.insertBefore(document.importNode(next, true), at)
      continue
    }
    if (found === at) at = at.nextSibling
    else place(shown, found, at)
    if (found instanceof Element && next instanceof Element) {
      if (found.tagName === next.tagName) morph(found, next)
      else found.replaceWith(document.importNode(next, true))
    } else if (found.nodeValue !== next.nodeValue) found.nodeValue = next.nodeValue
  }
  while (at) {
    const gone = at
    at = at.nextSibling
    gone.remove()
  }
}

/** Nodes that may become each other: without names, and of one kind. */
function isLike(one: Node, other: Node): boolean {
  if (one.nodeType !== other.nodeType || one.nodeName !== other.nodeName) return false
  return !(one instanceof Element && other instanceof Element) || (one.id === '' && other.id === '')
}

/** Moves without losing the focus inside, where the browser knows how. */
function place(
  parent: Element & { moveBefore?(node: Node, child: Node | null): void },
  child: Node,
  before: Node | null,
) {
  if (parent.moveBefore) parent.moveBefore(child, before)
  else parent.insertBefore(child, before)
}

/** Somebody is typing into it or dragging it. */
function isBeingUsed(element: Element): boolean {
  if (element instanceof HTMLSelectElement) return element === document.activeElement
  if (!(element instanceof HTMLInputElement) || element.type === 'hidden') return false
  return element === document.activeElement || (isTyped(element) && element.value !== element.defaultValue)
}

function isTyped({ type }: HTMLInputElement): boolean {
  return ['text', 'search', 'number'].includes(type)
}
