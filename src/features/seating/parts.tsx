import type { VisitContext } from '../../platform/web/visit.ts'
import { Button } from '../../ui/form.tsx'
import { Section } from '../../ui/sections.tsx'
import { words } from './words.ts'

/** On the page of an event: the way to its seatings. */
export function seatingsOfEvent(c: VisitContext, engagementId: string) {
  const t = words(c.var.locale)
  return (
    <Section id="seatings-head" title={t.seatPeople}>
      <div class="row">
        <Button href={`/initiatives/${c.var.initiative.id}/engagements/${engagementId}/seatings`}>
          {t.seatPeople}
        </Button>
        <span class="small muted">{t.teaser}</span>
      </div>
    </Section>
  )
}
