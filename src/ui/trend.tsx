import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { FC } from 'hono/jsx'

export interface TrendProps {
  label: string
  /** Oldest first; null where nothing is known. The last known point of the first series is marked. */
  series: { kind: 'now' | 'before'; values: (number | null)[]; name: string }[]
  /** Words under the line, each at a place in the series. */
  marks: { at: number; text: string }[]
  from?: number | undefined
  to: number
  ticks?: number[] | undefined
  aim?: { value: number; name: string } | undefined
}

const left = 34
const right = 562
const top = 16
const floor = 266

/** One measure over time: this season in green, an earlier one dotted, the aim as a line. */
export const Trend: FC<TrendProps> = (props) => {
  const length = Math.max(2, ...props.series.map(({ values }) => values.length))
  const x = scaleLinear([0, length - 1], [left, right])
  const y = scaleLinear([props.from ?? 0, props.to], [floor, top])
  return (
    <figure class="cq">
      <svg class="chart grow" direction="ltr" viewBox="0 0 566 296" role="img" aria-label={props.label}>
        {(props.ticks ?? y.ticks(4)).map((tick) => (
          <>
            <path class="axis" d={`M${left} ${round(y(tick))}H${right}`} />
            <text class="e" x={left - 6} y={round(y(tick)) + 4}>
              {tick}
            </text>
          </>
        ))}
        {props.marks.map(({ at, text }) => (
          <text x={round(x(at))} y="286">
            {text}
          </text>
        ))}
        {props.aim && (
          <>
            <path class="s3" d={`M${left} ${round(y(props.aim.value))}H${right}`} />
            <text class="e tsky" x={right} y={round(y(props.aim.value)) - 7}>
              {props.aim.name}
            </text>
          </>
        )}
        {props.series.map((one) => (
          <Series {...one} x={x} y={y} />
        ))}
      </svg>
    </figure>
  )
}

type Scale = ReturnType<typeof scaleLinear<number, number>>

const Series: FC<TrendProps['series'][number] & { x: Scale; y: Scale }> = ({ kind, values, name, x, y }) => {
  const path = line<number | null>(
    (_, index) => x(index),
    (value) => y(value ?? 0),
  )
    .defined((value) => value !== null)
    .digits(1)(values)
  const last = values.findLastIndex((value) => value !== null)
  if (last === -1) return null
  const point = { x: round(x(last)), y: round(y(values[last] ?? 0)) }
  const atEnd = point.x > (left + right) / 2
  return (
    <>
      <path class={kind === 'now' ? 's1' : 's2'} d={path ?? ''} />
      {kind === 'now' && <circle class="f2" cx={point.x} cy={point.y} r="5" />}
      <text
        class={[kind === 'now' && 'ink b', atEnd && 'e'].filter(Boolean).join(' ')}
        x={atEnd ? point.x - 4 : point.x + 10}
        y={point.y - 8}
      >
        {name}
      </text>
    </>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
