import type { Child, FC } from 'hono/jsx'
import { describedBy, Guidance, Optional, type Option } from './field.tsx'
import { fieldId, valuesOf } from './form-state.ts'
import { useForm } from './form.tsx'

export interface ChoiceProps {
  name: string
  label: Child
  options: Option[]
  /** Several may be ticked: checkboxes instead of radio buttons. */
  many?: boolean | undefined
  hint?: Child
  optional?: boolean | undefined
  value?: string | string[] | undefined
  /** One under the other, for long labels or labels with hints. */
  stacked?: boolean | undefined
}

/** A group of radio buttons or checkboxes under one question. */
export const Choice: FC<ChoiceProps> = (props) => {
  const { state, id: form } = useForm()
  const id = fieldId(props.name, form)
  const error = state.errors[props.name]
  const chosen = props.name in state.values ? valuesOf(state, props.name) : [props.value ?? []].flat()
  return (
    <fieldset class={error ? 'field bad' : 'field'} aria-describedby={describedBy(id, props.hint, error)}>
      <legend>
        {props.label}
        {props.optional && <Optional />}
      </legend>
      <Guidance id={id} hint={props.hint} error={error} />
      <div class={props.stacked ? undefined : 'picks'}>
        {props.options.map((option, index) => (
          <label class="pick">
            <input
              type={props.many ? 'checkbox' : 'radio'}
              id={index === 0 ? id : undefined}
              name={props.name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <span lang={option.lang}>
              {option.label}
              {option.hint && <span class="block muted small">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One box to tick. An unticked box sends nothing. */
export const Tick: FC<{ name: string; label: Child; value?: string; checked?: boolean }> = (props) => {
  const { state, id: form } = useForm()
  const id = fieldId(props.name, form)
  const error = state.errors[props.name]
  const value = props.value ?? 'yes'
  const sentBack = Object.keys(state.values).length > 0
  const checked = sentBack ? valuesOf(state, props.name).includes(value) : (props.checked ?? false)
  return (
    <div class={error ? 'field bad' : undefined}>
      <Guidance id={id} hint={undefined} error={error} />
      <label class="pick">
        <input
          type="checkbox"
          {...{ id, name: props.name, value, checked }}
          aria-describedby={describedBy(id, undefined, error)}
        />
        <span>{props.label}</span>
      </label>
    </div>
  )
}

/** A one-tap scale, drawn as one bar. */
export const Scale: FC<{
  name: string
  label: Child
  low: Child
  high: Child
  hint?: Child
  steps?: number
  value?: string | number | undefined
}> = (props) => {
  const { state, id: form } = useForm()
  const id = fieldId(props.name, form)
  const error = state.errors[props.name]
  const chosen = props.name in state.values ? valuesOf(state, props.name) : [String(props.value ?? '')]
  const steps = Array.from({ length: props.steps ?? 5 }, (_, index) => String(index + 1))
  return (
    <fieldset class={error ? 'field bad' : 'field'} aria-describedby={describedBy(id, props.hint, error)}>
      <legend>{props.label}</legend>
      <Guidance id={id} hint={props.hint} error={error} />
      <div class="scale">
        {steps.map((step, index) => (
          <label>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={props.name}
              value={step}
              checked={chosen.includes(step)}
            />
            {step}
            {index === 0 && <span class="vh"> {props.low}</span>}
            {index === steps.length - 1 && <span class="vh"> {props.high}</span>}
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{props.low}</span>
        <span>{props.high}</span>
      </p>
    </fieldset>
  )
}
