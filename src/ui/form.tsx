import { createContext, useContext, type Child, type FC } from 'hono/jsx'
import { emptyForm, fieldId, hasErrors, type FormState } from './form-state.ts'
import { useTexts } from './texts.ts'

/** What the fields inside a form know about it without being told. */
export const FormContext = createContext<{ state: FormState; id: string | undefined }>({
  state: emptyForm,
  id: undefined,
})

export interface FormProps {
  action: string
  state?: FormState | undefined
  /** Only needed when a page has several forms with fields of one name; it goes before every field id. */
  id?: string | undefined
  method?: 'post' | 'get' | undefined
  /** Sent again with the same key, the form has its effect once. A fresh one is made when none is given. */
  idempotencyKey?: string | undefined
  hidden?: Record<string, string | number> | undefined
  upload?: boolean | undefined
  /** The answers shown are those that count: a browser that comes back to the page must not put older ones there. */
  answered?: boolean | undefined
  label?: string | undefined
  labelledby?: string | undefined
  class?: string | undefined
  children?: Child
}

export const Form: FC<FormProps> = (props) => {
  const method = props.method ?? 'post'
  return (
    <form
      id={props.id}
      method={method}
      action={props.action}
      novalidate
      autocomplete={props.answered ? 'off' : undefined}
      enctype={props.upload ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      aria-labelledby={props.labelledby}
      class={props.class ?? 'stack stack-5'}
    >
      {method === 'post' && <input type="hidden" name="_key" value={props.idempotencyKey ?? crypto.randomUUID()} />}
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FormContext.Provider value={{ state: props.state ?? emptyForm, id: props.id }}>
        {props.children}
      </FormContext.Provider>
    </form>
  )
}

/** A form that is one button: an act in a row, with what it needs as hidden fields. */
export const PostButton: FC<Omit<FormProps, 'children'> & ButtonProps> = ({ action, hidden, ...rest }) => {
  const { idempotencyKey, id, labelledby, state: _state, method: _method, upload: _upload, ...button } = rest
  return (
    <Form {...{ action, hidden, idempotencyKey, id, labelledby }} class="post">
      <Button {...button} />
    </Form>
  )
}

export interface ButtonProps {
  /** The one main act of a group. */
  main?: boolean | undefined
  warn?: boolean | undefined
  bare?: boolean | undefined
  small?: boolean | undefined
  wide?: boolean | undefined
  /** A link that looks like a button. */
  href?: string | undefined
  name?: string | undefined
  value?: string | undefined
  /** Sends the form around it elsewhere. */
  formaction?: string | undefined
  pressed?: boolean | undefined
  disabled?: boolean | undefined
  /** Spoken instead of the words shown; must begin with them. */
  label?: string | undefined
  class?: string | undefined
  children?: Child
}

export const Button: FC<ButtonProps> = (props) => {
  const classes = buttonClass(props)
  if (props.href !== undefined) {
    return (
      <a class={classes} href={props.href} aria-label={props.label}>
        {props.children}
      </a>
    )
  }
  return (
    <button
      class={classes}
      name={props.name}
      value={props.value}
      formaction={props.formaction}
      aria-pressed={props.pressed === undefined ? undefined : String(props.pressed)}
      aria-label={props.label}
      disabled={props.disabled ?? false}
    >
      {props.children}
    </button>
  )
}

type Look = Pick<ButtonProps, 'main' | 'warn' | 'bare' | 'small' | 'wide' | 'class'>

export function buttonClass(props: Look): string {
  const { main, warn, bare, small, wide } = props
  return ['btn', main && 'main', warn && 'warn', bare && 'bare', small && 'sm', wide && 'wide', props.class]
    .filter(Boolean)
    .join(' ')
}

export const Buttons: FC<{ children?: Child }> = ({ children }) => <p class="row">{children}</p>

/** What went wrong, before everything else, each message a link to its field. Takes the focus when shown. */
export const ErrorSummary: FC<{ state: FormState; form?: string | undefined }> = ({ state, form }) => {
  const texts = useTexts()
  if (!hasErrors(state)) return null
  return (
    <section class="errors" role="alert" aria-labelledby="errors-title" tabindex={-1} autofocus>
      <h2 id="errors-title">{texts.problem}</h2>
      <ul class="gap-2">
        {Object.entries(state.errors).map(([name, message]) => (
          <li>{name.startsWith('_') ? message : <a href={`#${fieldId(name, form)}`}>{message}</a>}</li>
        ))}
      </ul>
    </section>
  )
}

/** An act that deserves a second thought: the first press opens it, the button inside does it. */
export const ConfirmDetails: FC<Look & { summary: Child; open?: boolean | undefined; children?: Child }> = (props) => {
  const { summary, open, children, ...look } = props
  return (
    <details class="act" open={open ?? false}>
      <summary class={buttonClass(look)}>{summary}</summary>
      <div class="act-in stack stack-2">{children}</div>
    </details>
  )
}

export function useForm(): { state: FormState; id: string | undefined } {
  return useContext(FormContext)
}
