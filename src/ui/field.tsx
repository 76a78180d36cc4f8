import type { Child, FC } from 'hono/jsx'
import { fieldId, valueOf } from './form-state.ts'
import { useForm } from './form.tsx'
import { Icon } from './icons.tsx'
import { useTexts } from './texts.ts'

export interface Option {
  value: string
  label: Child
  hint?: Child
  lang?: string | undefined
}

export interface FieldProps {
  name: string
  label: Child
  hint?: Child
  /** Says '(optional)' after the label. Fields are required unless said otherwise. */
  optional?: boolean | undefined
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'date' | 'time' | 'file' | 'number' | undefined
  /** Makes it a textarea of so many lines. */
  rows?: number | undefined
  /** Makes it a select. An empty first line is added unless `options` holds one. */
  options?: Option[] | undefined
  /** Shown until something was typed; the form's own state wins. */
  value?: string | number | undefined
  inputmode?: 'text' | 'tel' | 'url' | 'email' | 'numeric' | 'decimal' | undefined
  autocomplete?: string | undefined
  /** A few characters wide: 3 or 4. */
  width?: 3 | 4 | undefined
  maxlength?: number | undefined
  accept?: string | undefined
  list?: string | undefined
  lang?: string | undefined
  dir?: 'auto' | 'ltr' | 'rtl' | undefined
}

/** Label, hint, error, control, in this order. */
export const Field: FC<FieldProps> = (props) => {
  const { state, id: form } = useForm()
  const id = fieldId(props.name, form)
  const error = state.errors[props.name]
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>
        {props.label}
        {props.optional && <Optional />}
      </label>
      <Guidance id={id} hint={props.hint} error={error} />
      <Control {...props} id={id} error={error} value={currentValue(props, state.values, valueOf(state, props.name))} />
    </div>
  )
}

function currentValue(props: FieldProps, values: Record<string, unknown>, typed: string): string {
  return props.name in values ? typed : String(props.value ?? '')
}

const Control: FC<FieldProps & { id: string; error: string | undefined; value: string }> = (props) => {
  const common = {
    id: props.id,
    name: props.name,
    autocomplete: props.autocomplete,
    lang: props.lang,
    dir: props.dir,
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-describedby': describedBy(props.id, props.hint, props.error),
  }
  if (props.options) return <Select common={common} options={props.options} value={props.value} />
  if (props.rows !== undefined) {
    return (
      <textarea {...common} rows={props.rows} maxlength={props.maxlength}>
        {props.value.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
    )
  }
  return (
    <input
      {...common}
      type={props.type ?? 'text'}
      value={props.type === 'file' || props.type === 'password' ? undefined : props.value}
      class={props.width ? `w${props.width}` : undefined}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      accept={props.accept}
      list={props.list}
    />
  )
}

const Select: FC<{ common: Record<string, unknown>; options: Option[]; value: string }> = ({
  common,
  options,
  value,
}) => {
  const texts = useTexts()
  return (
    <select {...common}>
      {!options.some((option) => option.value === '') && <option value="">{texts.choose}</option>}
      {options.map((option) => (
        <option value={option.value} selected={option.value === value} lang={option.lang}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

export const Optional: FC = () => {
  const texts = useTexts()
  return (
    <>
      {' '}
      <span class="opt">{texts.optional}</span>
    </>
  )
}

/** Hint and error of a field or a group, with the ids that `describedBy` names. */
export const Guidance: FC<{ id: string; hint: Child; error: string | undefined }> = ({ id, hint, error }) => {
  const texts = useTexts()
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="err" id={`${id}-error`}>
          <Icon name="alert" />
          <span>
            <span class="vh">{texts.error}: </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}

export function describedBy(id: string, hint: Child, error: string | undefined): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length ? ids.join(' ') : undefined
}
