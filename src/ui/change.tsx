import { scaleLinear } from 'd3-scale'
import type { Child, FC } from 'hono/jsx'

export interface ChangeItem {
  title: Child
  text: Child
  source?: Child
  /** Figures before and now, with the words for a screen reader: 'Pages: 38 before, 6 now'. */
  figure?: { before: number; now: number; unit: string; label: string } | undefined
}

/** What changed, one finding a row, with before (ring) and now (disc) on a line where there are figures. */
export const Changes: FC<{ items: ChangeItem[] }> = ({ items }) => (
  <ul>
    {items.map(({ title, text, source, figure }) => (
      <li class="change">
        <div>
          <h3>{title}</h3>
          <p>{text}</p>
          {source && <p class="small muted">{source}</p>}
        </div>
        {figure && <BeforeNow {...figure} />}
      </li>
    ))}
  </ul>
)

const BeforeNow: FC<NonNullable<ChangeItem['figure']>> = ({ before, now, unit, label }) => {
  const x = scaleLinear([0, Math.max(before, now, 1)], [8, 200])
  const [from, to] = [Math.round(x(before)), Math.round(x(now))]
  const apart = Math.abs(from - to) > 30
  return (
    <svg class="chart" direction="ltr" viewBox="0 0 264 34" role="img" aria-label={label}>
      <path class="axis" d="M8 12H212" />
      <path class="s1" d={`M${from} 12H${to}`} />
      <circle class="o" cx={from} cy="12" r="5" />
      <circle class="f1" cx={to} cy="12" r="6" />
      {apart && (
        <text class="m" x={from} y="32">
          {before}
        </text>
      )}
      <text class="m ink b" x={to} y="32">
        {now}
      </text>
      <text x="222" y="16">
        {unit}
      </text>
    </svg>
  )
}
