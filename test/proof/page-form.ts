/** A form as it stands on a page: where it goes, and what a browser would send if nobody typed anything. */
export interface PageForm {
  action: string
  key: string
  fields: [name: string, value: string][]
}

/** The first form of a page whose address ends like this. */
export function formOn(html: string, actionEnds: string): PageForm {
  for (const [, head = '', body = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const action = attribute(head, 'action') ?? ''
    if (!action.endsWith(actionEnds)) continue
    const fields = [...inputs(body), ...selects(body), ...areas(body)]
    const key = fields.find(([name]) => name === '_key')?.[1] ?? ''
    return { action, key, fields: fields.filter(([name]) => name !== '_key') }
  }
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.replace(/<[^>]+>/g, '')
  throw new Error(`No form to …${actionEnds} on the page '${title ?? html.slice(0, 200)}'.`)
}

/** The form as it will be sent, with these answers instead of what stood there; null leaves a field out. */
export function filled(form: PageForm, answers: { [name: string]: string | File | null }): FormData {
  const data = new FormData()
  data.append('_key', form.key)
  for (const [name, value] of form.fields) if (!(name in answers)) data.append(name, value)
  for (const [name, value] of Object.entries(answers)) if (value !== null) data.append(name, value)
  return data
}

/** The values a choice offers, like the times of a poll. */
export function choicesOn(html: string, name: string): string[] {
  const boxes = [...html.matchAll(/<input\b([^>]*)>/g)].map(([, head = '']) => head)
  return boxes.filter((head) => attribute(head, 'name') === name).map((head) => attribute(head, 'value') ?? 'on')
}

function* inputs(body: string): Generator<[string, string]> {
  for (const [, head = ''] of body.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(head, 'name')
    const type = attribute(head, 'type') ?? 'text'
    const isBox = type === 'checkbox' || type === 'radio'
    if (!name || type === 'file' || (isBox && !/\schecked\b/.test(head))) continue
    yield [name, attribute(head, 'value') ?? (isBox ? 'on' : '')]
  }
}

function* selects(body: string): Generator<[string, string]> {
  for (const [, head = '', options = ''] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const heads = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
    const chosen = heads.find((option) => /\sselected\b/.test(option)) ?? heads[0] ?? ''
    yield [attribute(head, 'name') ?? '', attribute(chosen, 'value') ?? '']
  }
}

function* areas(body: string): Generator<[string, string]> {
  for (const [, head = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    yield [attribute(head, 'name') ?? '', plain(text)]
  }
}

function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1]
  return found === undefined ? undefined : plain(found)
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
