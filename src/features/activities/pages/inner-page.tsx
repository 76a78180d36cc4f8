import type { FC, PropsWithChildren } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { Meeting } from '../store.ts'
import { words } from '../words.ts'

/** A page about one part of a group meeting: the way back to the meeting stands over its heading. */
export const InnerPage: FC<
  PropsWithChildren<{ c: VisitContext; meeting: Meeting; title: string; lead: string; state: FormState }>
> = ({ c, meeting, title, lead, state, children }) => {
  const { locale, initiative } = c.var
  return (
    <InitiativePage
      c={c}
      tab="meetings"
      over={
        <a href={`/initiatives/${initiative.id}/meetings/${meeting.id}`}>
          <bdi>{meeting.title}</bdi>
        </a>
      }
      title={title}
      lead={lead}
      error={state}
      sentences={words(locale)}
    >
      {children}
    </InitiativePage>
  )
}
