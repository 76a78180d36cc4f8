import type { FC } from 'hono/jsx'

const paths = {
  cal: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2',
  phone: 'M6 3h3l2 5-2 1c1 3 3 5 6 6l1-2 5 2v3c0 1-1 2-2 2C11 20 4 13 4 5c0-1 1-2 2-2',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  chat: 'M4 5h16v11H10l-5 4v-4H4z',
  reply: 'M10 6 4 12l6 6M4 12h10c4 0 6 2 6 6',
  check: 'M5 12.5l4.5 4.5L19 7',
  x: 'M6 6l12 12M18 6 6 18',
  alert: 'M12 3 22 20H2zM12 10v4M12 17v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5M12 8v.01',
  bulb: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.5.4.5 1 .5 1.6h6c0-.6 0-1.2.5-1.6A6 6 0 0 0 12 3',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  ban: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M5.6 5.6l12.8 12.8',
  swap: 'M7 4 3 8l4 4M3 8h13M17 12l4 4-4 4M21 16H8',
  print: 'M7 9V3h10v6M7 17H4v-7h16v7h-3M7 14h10v7H7z',
  down: 'M12 4v12M7 11l5 5 5-5M5 20h14',
  up: 'M12 20V8M7 13l5-5 5 5M5 4h14',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  plus: 'M12 5v14M5 12h14',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  people:
    'M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2 20c0-4 3-6 7-6s7 2 7 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.5 .8 4 2.6 4 5.5',
  place: 'M12 3a7 7 0 0 0-7 7c0 5 7 11 7 11s7-6 7-11a7 7 0 0 0-7-7M12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  video: 'M3 6h12v12H3zM15 10.5l6-3v9l-6-3',
} as const

/** Icons that point along the line of reading, so they turn round in a right-to-left page. */
const pointing = new Set<IconName>(['reply', 'arrow', 'swap'])

export type IconName = keyof typeof paths

export const iconNames = Object.keys(paths) as IconName[]

/** Always beside a word, or in a control with a label: hidden from screen readers. */
export const Icon: FC<{ name: IconName; inline?: boolean | undefined }> = ({ name, inline }) => (
  <svg
    class={['i', pointing.has(name) && 'turn', inline && 'inline'].filter(Boolean).join(' ')}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)
