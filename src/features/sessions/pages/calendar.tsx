import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { PostButton } from '../../../ui/form.tsx'
import { Note } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { words } from '../words.ts'

/** Where a facilitator gets the address of the initiative's calendar, which is shown once. */
export const CalendarPage: FC<{ c: VisitContext; address?: string }> = ({ c, address }) => {
  const t = words(c.var.locale)
  return (
    <InitiativePage c={c} tab="connections" title={t.calendarAddress} lead={t.calendarAddressWhat}>
      <div class="stack">
        {address && (
          <>
            <Note tone="go" status>
              {t.calendarAddressOnce}
            </Note>
            <p>
              <code dir="ltr">{address}</code>
            </p>
          </>
        )}
        <div class="row">
          <PostButton action={c.req.path}>{address ? t.calendarAddressAgain : t.calendarAddressMake}</PostButton>
        </div>
      </div>
    </InitiativePage>
  )
}
