/**
 * A mail is written once, as blocks, and sent as HTML and as plain text. Text in blocks may hold names and
 * dates marked by `isolate`; they become `<bdi>` in HTML.
 */
export type MailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'small'; text: string }
  | { kind: 'facts'; rows: [label: string, value: string][] }
  | { kind: 'button'; href: string; label: string; quiet: boolean }
  | { kind: 'list'; items: string[] }
  | { kind: 'quote'; text: string; from: string | undefined; lang: string | undefined }
  | { kind: 'scale'; question: string; low: string; high: string; links: { href: string; label: string }[] }
  | { kind: 'lines'; text: string }
  | { kind: 'rule' }

/** The first line of a mail. One a mail: it is the `<h1>`. */
export function heading(text: string): MailBlock {
  return { kind: 'heading', text }
}

export function paragraph(text: string): MailBlock {
  return { kind: 'paragraph', text }
}

export function small(text: string): MailBlock {
  return { kind: 'small', text }
}

/** Label and value in rows: when, where, how to join. */
export function facts(rows: [label: string, value: string][]): MailBlock {
  return { kind: 'facts', rows }
}

/** A link, never an act: mail scanners follow links, so the page behind it has the button that writes. */
export function button(href: string, label: string, options: { quiet?: boolean } = {}): MailBlock {
  return { kind: 'button', href, label, quiet: options.quiet ?? false }
}

export function list(items: string[]): MailBlock {
  return { kind: 'list', items }
}

/** Somebody's own words, unchanged. */
export function quote(text: string, options: { from?: string; lang?: string } = {}): MailBlock {
  return { kind: 'quote', text, from: options.from, lang: options.lang }
}

/** A question whose answers are links in a row; `low` and `high` name the ends. */
export function scale(
  question: string,
  ends: { low: string; high: string },
  links: { href: string; label: string }[],
): MailBlock {
  return { kind: 'scale', question, ...ends, links }
}

/** Lines to be typed or copied as they stand. */
export function lines(text: string): MailBlock {
  return { kind: 'lines', text }
}

export function rule(): MailBlock {
  return { kind: 'rule' }
}
