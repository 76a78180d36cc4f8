/**
 * Ctrl+Z takes the last step back and Ctrl+Shift+Z makes it again, through the forms `#undo` and `#redo` of an element. In a
 * field that is typed in, the keys are the browser's own.
 */
export function undoByKeys(within: Element, event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey) return
  const { target } = event
  if (target instanceof HTMLInputElement && target.type !== 'range') return
  const form = within.querySelector<HTMLFormElement>(event.shiftKey ? '#redo' : '#undo')
  if (!form) return
  event.preventDefault()
  form.requestSubmit()
}
