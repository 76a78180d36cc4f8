import type { Child, FC } from 'hono/jsx'
import { Button, ConfirmDetails } from './form.tsx'
import { useTexts } from './texts.ts'

export interface TodoItem {
  heading: Child
  why: Child
  /** A rhythm strip or a tag with the date it is due. */
  mark?: Child
  /** One button, a `PostButton`, or a few under each other. */
  act?: Child
  /**
   * An act with a text to read or change first: opens over the whole row. Children are its form, or `href` leads to
   * the page on which this row has it open: a long list of forms that nobody opened is most of a page.
   */
  edit?: { label: Child; children?: Child; open?: boolean | undefined; href?: string | undefined } | undefined
  urgent?: boolean | undefined
  id?: string | undefined
}

/** The follow-up list: whom to help, why, and the one act that does it. */
export const Todo: FC<{ items: TodoItem[] }> = ({ items }) => {
  const texts = useTexts()
  return (
    <ul class="todo">
      {items.map(({ heading, why, mark, act, edit, urgent, id }) => (
        <li id={id}>
          <div>
            <h3 class={urgent ? 'urgent' : undefined}>
              {urgent && <span class="vh">{texts.urgent}: </span>}
              {heading}
            </h3>
            <p>{why}</p>
          </div>
          <div>{mark}</div>
          {(act || !edit) && <div class="acts">{act}</div>}
          {edit?.children && (
            <ConfirmDetails summary={edit.label} small bare={Boolean(act)} open={edit.open}>
              {edit.children}
            </ConfirmDetails>
          )}
          {edit?.href && (
            <div class="act">
              <Button href={edit.href} small bare={Boolean(act)}>
                {edit.label}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
