import type { Child, FC } from 'hono/jsx'
import type { Tone } from './status.tsx'

export interface Figure {
  label: Child
  value: Child
  /** What the figure is out of: 'of 48'. */
  of?: Child
  /** A `Spark`. */
  chart?: Child
  note?: Child
  tone?: Tone | undefined
}

/** Headline figures in one line; each with what it is out of and what changed. */
export const Figures: FC<{ items: Figure[] }> = ({ items }) => (
  <dl class="figs">
    {items.map(({ label, value, of, chart, note, tone }) => (
      <div data-tone={tone}>
        <dt>{label}</dt>
        <dd>
          <span class="big">
            {value}
            {of && (
              <>
                {' '}
                <small>{of}</small>
              </>
            )}
          </span>
          {chart} {note && <span class="delta">{note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)

/** How far something is, in words and as a bar. */
export const Progress: FC<{ value: number; max: number; label: string; children?: Child }> = (props) => (
  <>
    {props.children && <p class="num">{props.children}</p>}
    <progress max={props.max} value={props.value} aria-label={props.label}>
      {`${props.value} / ${props.max}`}
    </progress>
  </>
)

/** A share on a track; below `low` it turns to marigold. */
export const Meter: FC<{ value: number; label: string; max?: number; low?: number | undefined }> = (props) => (
  <meter max={props.max ?? 100} low={props.low} optimum={props.max ?? 100} value={props.value} aria-label={props.label}>
    {props.value}
  </meter>
)
