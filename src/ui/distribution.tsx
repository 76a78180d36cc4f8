import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'

export interface DistributionProps {
  values: number[]
  label: string
  caption?: string | undefined
  /** Values below it are marked as weak. */
  low?: number | undefined
}

const width = 352
const most = 90

/** Every value as a dot, stacked where they meet; above ninety values as bars. */
export const Distribution: FC<DistributionProps> = ({ values, label, caption, low }) => {
  if (values.length === 0) return null
  const from = Math.floor(Math.min(...values) / 10) * 10
  const to = Math.max(from + 10, Math.ceil(Math.max(...values) / 10) * 10)
  const x = scaleLinear([from, to], [14, width - 14])
  const rows = values.length > most ? 5 : Math.max(3, ...stack(values.map(x)).map((dot) => dot.level + 1))
  const floor = 12 + rows * 10
  const ticks = x.ticks(4).filter((tick) => Number.isInteger(tick))
  return (
    <figure>
      <svg class="chart cap" direction="ltr" viewBox={`0 0 ${width} ${floor + 18}`} role="img" aria-label={label}>
        <path class="axis" d={`M0 ${floor}H${width}`} />
        {values.length > most ? (
          <Histogram values={values} x={x} floor={floor} low={low} />
        ) : (
          stack(values.map(x)).map((dot) => (
            <circle
              class={low !== undefined && x.invert(dot.x) < low - 1e-6 ? 'f2' : 'f1m'}
              cx={round(dot.x)}
              cy={floor - 10 - dot.level * 10}
              r="4"
            />
          ))
        )}
        {ticks.map((tick) => (
          <text class="m" x={round(x(tick))} y={floor + 15}>
            {tick}
          </text>
        ))}
      </svg>
      {caption && <figcaption class="small muted">{caption}</figcaption>}
    </figure>
  )
}

type Scale = ReturnType<typeof scaleLinear<number, number>>

const Histogram: FC<{ values: number[]; x: Scale; floor: number; low: number | undefined }> = (props) => {
  const { values, x, floor, low } = props
  const edges = x.ticks(20)
  const step = (edges[1] ?? 1) - (edges[0] ?? 0)
  const counts = edges.slice(0, -1).map((edge, index) => {
    const isLast = index === edges.length - 2
    return values.filter((value) => value >= edge && (value < edge + step || (isLast && value <= edge + step))).length
  })
  const height = scaleLinear([0, Math.max(1, ...counts)], [0, floor - 8])
  return (
    <>
      {counts.map((count, index) => {
        const edge = edges[index] ?? 0
        return (
          <rect
            class={low !== undefined && edge + step <= low ? 'f2' : 'f1m'}
            x={round(x(edge) + 1)}
            y={round(floor - height(count))}
            width={round(x(edge + step) - x(edge) - 2)}
            height={round(height(count))}
          />
        )
      })}
    </>
  )
}

/** Each dot on the lowest row where it touches no other. */
function stack(xs: number[]): { x: number; level: number }[] {
  const ends: number[] = []
  return xs
    .toSorted((a, b) => a - b)
    .map((x) => {
      const free = ends.findIndex((end) => x - end >= 8.5)
      const level = free === -1 ? ends.length : free
      ends[level] = x
      return { x, level }
    })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
