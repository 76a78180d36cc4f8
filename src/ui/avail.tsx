import type { Child, FC } from 'hono/jsx'
import { valuesOf } from './form-state.ts'
import { useForm } from './form.tsx'

export interface AvailDay {
  key: string
  label: Child
}

export interface AvailTime {
  key: string
  label: Child
}

export interface AvailProps {
  caption: string
  /** Name of every box; each sends `day.key + '/' + time.key`. */
  name: string
  days: AvailDay[]
  times: AvailTime[]
  /** Ticked until something was typed. */
  value?: string[] | undefined
  /** How many of the others could, shown in the box. */
  others?: { of: number; count: (day: string, time: string) => number } | undefined
  /** What a box says to a screen reader: 'Monday 9:00, 1 of 3 others'. */
  spoken: (day: string, time: string, count: number | null) => string
}

/** Hours of a week as a table of boxes to tick. */
export const Avail: FC<AvailProps> = (props) => {
  const { state } = useForm()
  const ticked = new Set(props.name in state.values ? valuesOf(state, props.name) : (props.value ?? []))
  return (
    <table class="avail">
      <caption class="vh">{props.caption}</caption>
      <thead>
        <tr>
          <td />
          {props.days.map((day) => (
            <th scope="col">{day.label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.times.map((time) => (
          <tr>
            <th scope="row">{time.label}</th>
            {props.days.map((day) => {
              const value = `${day.key}/${time.key}`
              const count = props.others ? props.others.count(day.key, time.key) : null
              return (
                <td>
                  <label class={`f${shade(count, props.others?.of ?? 0)}`}>
                    <input type="checkbox" name={props.name} value={value} checked={ticked.has(value)} />
                    <span class="vh">{props.spoken(day.key, time.key, count)}</span>
                    {count !== null && <span aria-hidden="true">{count}</span>}
                  </label>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shade(count: number | null, of: number): 0 | 1 | 2 | 3 {
  if (!count) return 0
  if (count >= of) return 3
  return count / of >= 0.5 ? 2 : 1
}
