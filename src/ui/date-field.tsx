import type { Child, FC } from 'hono/jsx'
import { describedBy, Guidance, Optional } from './field.tsx'
import { fieldId, valueOf, type FormState } from './form-state.ts'
import { useForm } from './form.tsx'
import { useTexts } from './texts.ts'

export interface DateFieldProps {
  name: string
  label: Child
  hint?: Child
  optional?: boolean | undefined
  /** 'YYYY-MM-DD', shown until something was typed. */
  value?: string | undefined
}

/** Three small fields, `name.d`, `name.m`, `name.y`: quicker and surer than a calendar. Read with `joinDate`. */
export const DateField: FC<DateFieldProps> = (props) => {
  const { state, id: form } = useForm()
  const texts = useTexts()
  const id = fieldId(props.name, form)
  const error = state.errors[props.name]
  const shown = datePieces(state, props.name, props.value)
  const pieces = [
    { piece: 'd', label: texts.day, value: shown.day, width: 'w3' },
    { piece: 'm', label: texts.month, value: shown.month, width: 'w3' },
    { piece: 'y', label: texts.year, value: shown.year, width: 'w4' },
  ]
  return (
    <fieldset class={error ? 'field bad' : 'field'} aria-describedby={describedBy(id, props.hint, error)}>
      <legend>
        {props.label}
        {props.optional && <Optional />}
      </legend>
      <Guidance id={id} hint={props.hint} error={error} />
      <div class="row">
        {pieces.map(({ piece, label, value, width }) => (
          <div class="field">
            <label for={piece === 'd' ? id : `${id}-${piece}`}>{label}</label>
            <input
              id={piece === 'd' ? id : `${id}-${piece}`}
              name={`${props.name}.${piece}`}
              class={width}
              inputmode="numeric"
              value={value}
              aria-invalid={error ? 'true' : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/**
 * The date typed into a DateField: 'YYYY-MM-DD', '' when all three are empty, and otherwise what was typed,
 * joined in that order, which no date check accepts. Understands Arabic and Persian digits.
 */
export function joinDate(values: Record<string, unknown>, name: string): string {
  const [day, month, year] = ['d', 'm', 'y'].map((piece) =>
    latinDigits(String(values[`${name}.${piece}`] ?? '').trim()),
  )
  if (!day && !month && !year) return ''
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-')
}

/** A sent form with the date of every DateField under its own name beside the three parts. */
export function withDates(values: Record<string, unknown>): Record<string, unknown> {
  const names = Object.keys(values).flatMap((name) => (name.endsWith('.d') ? [name.slice(0, -2)] : []))
  return { ...values, ...Object.fromEntries(names.map((name) => [name, joinDate(values, name)])) }
}

function datePieces(state: FormState, name: string, value: string | undefined) {
  if (`${name}.d` in state.values) {
    return {
      day: valueOf(state, `${name}.d`),
      month: valueOf(state, `${name}.m`),
      year: valueOf(state, `${name}.y`),
    }
  }
  const [year = '', month = '', day = ''] = (valueOf(state, name) || (value ?? '')).split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
