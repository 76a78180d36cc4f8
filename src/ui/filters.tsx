import type { Child, FC } from 'hono/jsx'
import type { FormState } from './form-state.ts'
import { Button, Form } from './form.tsx'

/** A GET form in one line over a list: what is chosen stays in the address. */
export const Filters: FC<{
  action: string
  state?: FormState | undefined
  label: string
  submit: Child
  children?: Child
}> = ({ action, state, label, submit, children }) => (
  <Form method="get" action={action} state={state} label={label} class="filters">
    {children}
    <Button>{submit}</Button>
  </Form>
)
