import type { Child, FC } from 'hono/jsx'
import { useTexts } from './texts.ts'

export interface Line {
  /** A date, a face: what stands before the words. */
  mark?: Child
  title: Child
  children?: Child
  /** A button at the end. */
  act?: Child
  today?: boolean | undefined
}

/** Rows parted by hairlines. */
export const Lines: FC<{ items: Line[] }> = ({ items }) => (
  <ul class="lines">
    {items.map((item) => (
      <li class={item.today ? 'split today' : 'split'}>
        <div class={item.mark ? 'media' : undefined}>
          {item.mark}
          <div>
            <h3>{item.title}</h3>
            {item.children}
          </div>
        </div>
        {item.act}
      </li>
    ))}
  </ul>
)

/** A date as a small calendar leaf, for `Line.mark`. */
export const DateLeaf: FC<{ over: string; day: string | number }> = ({ over, day }) => (
  <p class="date">
    {over}
    <b>{day}</b>
  </p>
)

export interface SummaryRow {
  label: Child
  value: Child
  /** `about` is read, not shown: 'Change' alone says nothing in a list of links. */
  change?: { href: string; label: Child; about?: string | undefined } | undefined
  /** Instead of `change`: quiet words at the end. */
  aside?: Child
}

/** Label, value, change. */
export const SummaryList: FC<{ rows: SummaryRow[] }> = ({ rows }) => (
  <div class="cq">
    <dl class="sum">
      {rows.map(({ label, value, change, aside }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change && (
            <dd>
              <a class="more" href={change.href}>
                {change.label}
                {change.about && <span class="vh"> {change.about}</span>}
              </a>
            </dd>
          )}
          {aside && <dd class="small muted">{aside}</dd>}
        </div>
      ))}
    </dl>
  </div>
)

/** What is done and what waits: words and a tag, or a button. */
export const Tasks: FC<{ items: { label: Child; mark: Child }[] }> = ({ items }) => (
  <ul class="tasks">
    {items.map(({ label, mark }) => (
      <li>
        <span>{label}</span>
        {mark}
      </li>
    ))}
  </ul>
)

export interface Step {
  label: Child
  state?: 'done' | 'current' | 'later' | undefined
}

/** Numbered steps of one undertaking. */
export const Steps: FC<{ items: Step[] }> = ({ items }) => {
  const texts = useTexts()
  return (
    <ol class="steps">
      {items.map(({ label, state }) => (
        <li class={state === 'done' ? 'done' : undefined} aria-current={state === 'current' ? 'step' : undefined}>
          <span>
            {label}
            {state === 'done' && <span class="vh"> ({texts.done})</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What happened, newest first or last as given. */
export const Timeline: FC<{ items: { at: Child; datetime?: string | undefined; children?: Child }[] }> = ({
  items,
}) => (
  <ol class="timeline">
    {items.map(({ at, datetime, children }) => (
      <li>
        <p class="small muted num">{datetime ? <time datetime={datetime}>{at}</time> : at}</p>
        <div>{children}</div>
      </li>
    ))}
  </ol>
)
