import type { Child, FC } from 'hono/jsx'

/** go: done or well; wait: waits for somebody; stop: late or wrong; info: to know; idle: nothing to do. */
export type Tone = 'go' | 'wait' | 'stop' | 'info' | 'idle'

export const Tag: FC<{ tone?: Tone | undefined; children?: Child }> = ({ tone, children }) => (
  <span class="tag num" data-tone={tone}>
    {children}
  </span>
)

/** A state said by shape as well as colour, and always with its word. */
export const Status: FC<{ dot: 'full' | 'half' | 'ring'; tone?: Tone | undefined; children?: Child }> = ({
  dot,
  tone,
  children,
}) => (
  <span class={`st ${dot}`} data-tone={tone}>
    <span>{children}</span>
  </span>
)

/** A count in a pill; give it words beside it or a label. */
export const Badge: FC<{ tone?: Tone | undefined; label?: string; children?: Child }> = ({ tone, label, children }) => (
  <span class="badge" data-tone={tone} role={label ? 'img' : undefined} aria-label={label}>
    {children}
  </span>
)

/** Initials instead of a picture: lighter, and nobody is judged by one. */
export const Face: FC<{ name: string; small?: boolean | undefined; other?: boolean | undefined }> = (props) => (
  <span class={['face', props.small && 'sm', props.other && 'b'].filter(Boolean).join(' ')} aria-hidden="true">
    {initials(props.name)}
  </span>
)

/** First letters of the first and the last word; in Arabic kept apart, so that they do not join. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  const letters = ends.map((word) => word?.match(/\p{L}/u)?.[0]?.toLocaleUpperCase() ?? '')
  return letters.join(letters.some((letter) => /\p{Script=Arabic}/u.test(letter)) ? ' ' : '')
}
