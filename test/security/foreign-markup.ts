/** The elements our pages and mails are made of. */
const ours = new Set(
  (
    'html head meta title link script body a abbr article aside b bdi blockquote br button caption circle code col colgroup dd defs details div dl dt em ' +
    'fieldset figcaption figure footer form g h1 h2 h3 h4 header hr i img input kbd label legend li line main mark nav ol optgroup option p ' +
    'output path pattern polygon polyline pre progress q rect section select small span strong style sub summary sup svg symbol table tbody td text textarea ' +
    'tfoot th thead time tr tspan ul use noscript datalist passkey-act draft-keeper week-grid round-timer work-bench season-board'
  ).split(' '),
)

const tag = /<(\/?)([a-zA-Z!?/][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g
const attribute = /([^\s"'=<>/]+)\s*(?:=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g

/**
 * What in a page cannot come from us: an element we do not use, a handler of events, an address that is a script, inline
 * scripts, and inline styles where it is no mail.
 */
export function foreignMarkup(html: string, isMail: boolean): string[] {
  const faults: string[] = []
  for (const [whole, closing, name = '', rest = ''] of html.matchAll(tag)) {
    if (/^(<!doctype html>|<!--)/i.test(whole)) continue
    const element = name.toLowerCase()
    const fault = (why: string) => faults.push(`${why}: ${whole.slice(0, 120)}`)
    if (!ours.has(element)) fault('an element that is not ours')
    if (closing) continue
    const attributes = new Map(
      [...rest.matchAll(attribute)].map(([, own = '', value = '']) => [own.toLowerCase(), decoded(value)]),
    )
    if (element === 'script' && !attributes.get('src')?.startsWith('/assets/')) fault('a script that is not ours')
    if (element === 'style' && !isMail) fault('styles that are not ours')
    for (const [own, value] of attributes) {
      // A page for the wall loads itself again; it may lead nowhere else.
      const isOwnRefresh = value === 'refresh' && /^\d+$/.test(attributes.get('content') ?? '')
      if (own.startsWith('on') || own === 'srcdoc' || (own === 'http-equiv' && !isOwnRefresh))
        fault('an attribute that is not ours')
      if (own === 'style' && !isMail) fault('a style that is not ours')
      if (
        /^(href|src|action|formaction|xlink:href|data|poster|background)$/.test(own) &&
        !/^(\/(?!\/)|#|\?|https?:\/\/perennial\.test\b|mailto:|data:,$|$)/.test(value)
      )
        fault('an address that is not ours')
    }
  }
  return faults
}

function decoded(value: string): string {
  return value
    .replace(/^["']|["']$/g, '')
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
