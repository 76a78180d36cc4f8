import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'

export interface BarsProps {
  values: number[]
  label: string
  /** Words under the first and the last bar. */
  first?: string | undefined
  last?: string | undefined
  /** A line across at this value, with its words. */
  mark?: { value: number; label: string } | undefined
  format?: ((value: number) => string) | undefined
}

const width = 300
const floor = 60

/** A few bars with their figures; the last one is the newest and the darkest. */
export const Bars: FC<BarsProps> = ({ values, label, first, last, mark, format = String }) => {
  const pitch = (width + 6) / Math.max(1, values.length)
  const y = scaleLinear([0, Math.max(1, mark?.value ?? 0, ...values)], [floor, 16])
  return (
    <svg class="chart cap" direction="ltr" viewBox={`0 0 ${width} 78`} role="img" aria-label={label}>
      <path class="axis" d={`M0 ${floor}H${width}`} />
      {values.map((value, index) => {
        const newest = index === values.length - 1
        const top = round(y(value))
        return (
          <>
            <rect
              class={newest ? 'f1' : 'f1s'}
              x={round(index * pitch)}
              y={top}
              width={round(pitch - 6)}
              height={round(floor - top)}
            />
            {values.length <= 12 && (
              <text class={newest ? 'm ink b' : 'm'} x={round(index * pitch + (pitch - 6) / 2)} y={top - 4}>
                {format(value)}
              </text>
            )}
          </>
        )
      })}
      {mark && (
        <>
          <path class="now" d={`M0 ${round(y(mark.value))}H${width}`} />
          <text class="e tgold b" x={width} y={round(y(mark.value)) - 4}>
            {mark.label}
          </text>
        </>
      )}
      <text x="0" y="75">
        {first}
      </text>
      <text class="e" x={width} y="75">
        {last}
      </text>
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
