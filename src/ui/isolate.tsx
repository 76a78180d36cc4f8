import type { FC } from 'hono/jsx'

const open = '\u2068'
const close = '\u2069'

/** Marks a name, a date or a number so that the direction of the words around it leaves it alone. */
export function isolate(text: string | number): string {
  return `${open}${text}${close}`
}

/** The same text without marks, for a subject line or a file. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '')
}

/** Text in which `isolate` marked foreign parts: each becomes a `<bdi>`. */
export const Isolated: FC<{ text: string }> = ({ text }) => (
  <>
    {text
      .split(/(\u2068[^\u2068\u2069]*\u2069)/)
      .map((part) => (part.startsWith(open) ? <bdi>{part.slice(1, -1)}</bdi> : part))}
  </>
)
