import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'

export interface ZonesRow {
  name: string
  place: string
  /** Parts of this person's day, in minutes on the common line. */
  segments: { from: number; to: number; kind: 'core' | 'edge' | 'night' }[]
  /** Local time of each option, in the options' order. */
  times: { text: string; awkward?: boolean | undefined }[]
}

export interface ZonesProps {
  /** Says in one sentence what the picture shows. */
  label: string
  /** Ends of the common line in minutes, of whatever origin the rows use. */
  from: number
  to: number
  rows: ZonesRow[]
  options: { label: string; at: number }[]
  words: { core: string; edge: string; night: string }
}

const width = 720
const pitch = 84
const chip = 90
const fills = { core: 'f1s', edge: 'fs', night: 'nt' } as const

/** Everybody's day on one line of time, with the proposed times in each person's own clock. */
export const Zones: FC<ZonesProps> = ({ label, from, to, rows, options, words }) => {
  const x = scaleLinear([from, to], [0, width]).clamp(true)
  const height = 30 + pitch * rows.length
  const slots = spread(options.map(({ at }) => x(at)))
  return (
    <figure class="cq">
      <svg class="chart zones" direction="ltr" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {rows.map((row, index) => (
          <>
            <text class="ink" x="0" y={54 + pitch * index}>
              <tspan class="b">{row.name}</tspan> <tspan>{row.place}</tspan>
            </text>
            {row.segments.map(({ from: start, to: end, kind }) => (
              <rect
                class={fills[kind]}
                x={round(x(start))}
                y={64 + pitch * index}
                width={round(x(end) - x(start))}
                height="38"
              />
            ))}
          </>
        ))}
        <path
          class="slot"
          d={options.map(({ at }, index) => `M${slots[index]} 30L${round(x(at))} 44V${height - 4}`).join('')}
        />
        {options.map((option, index) => (
          <text class="m ink b" x={slots[index]} y="22">
            {option.label}
          </text>
        ))}
        {rows.map((row, rowIndex) =>
          row.times.map((time, index) => (
            <>
              <rect
                class={time.awkward ? 'chip bad' : 'chip'}
                x={round((slots[index] ?? 0) - chip / 2)}
                y={65 + pitch * rowIndex}
                width={chip}
                height="36"
                rx="4"
              />
              <text class="m ink num" x={slots[index]} y={91 + pitch * rowIndex}>
                {time.text}
              </text>
            </>
          )),
        )}
      </svg>
      <figcaption>
        <ul class="key gap-2">
          {(['core', 'edge', 'night'] as const).map((kind) => (
            <li>
              <svg class="chart" viewBox="0 0 24 14" aria-hidden="true">
                <rect class={fills[kind]} width="24" height="14" />
              </svg>
              {words[kind]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

/** Moves places apart until their chips stand clear of each other and of the ends, keeping their order. */
function spread(places: number[]): number[] {
  const gap = Math.min(chip + 6, (width - chip) / Math.max(1, places.length - 1))
  const order = places.map((_, index) => index).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const moved = places.slice()
  let floor = chip / 2
  for (const index of order) {
    moved[index] = Math.max(floor, places[index] ?? 0)
    floor = (moved[index] ?? 0) + gap
  }
  let ceiling = width - chip / 2
  for (const index of order.toReversed()) {
    moved[index] = Math.min(ceiling, moved[index] ?? 0)
    ceiling = (moved[index] ?? 0) - gap
  }
  return moved.map(round)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
