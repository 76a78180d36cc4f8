import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { FC } from 'hono/jsx'

export interface SparkProps {
  /** Oldest first; the last point is marked. */
  values: number[]
  /** Says in words what the line shows: 'Fell slowly from 22 to 18'. */
  label: string
  /** Ends of the scale; the values' own ends otherwise. Give them where zero or the whole means something. */
  from?: number | undefined
  to?: number | undefined
}

/** A line without axes, for beside a figure. */
export const Spark: FC<SparkProps> = ({ values, label, from, to }) => {
  if (values.length === 0) return null
  const low = from ?? Math.min(...values)
  const high = to ?? Math.max(...values)
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, 84])
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [23, 3])
  const path = line<number>((_, index) => x(index), y).digits(1)(values)
  return (
    <svg class="spark" viewBox="0 0 88 26" role="img" aria-label={label}>
      <path d={path ?? ''} />
      <circle cx={round(x(values.length - 1))} cy={round(y(values.at(-1) ?? low))} r="3" />
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
