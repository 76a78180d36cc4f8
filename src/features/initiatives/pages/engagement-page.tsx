import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Empty, Section, Sections } from '../../../ui/sections.tsx'
import { engagementSections, InitiativePage } from '../parts.tsx'
import type { EngagementWithRoster } from '../setup-store.ts'
import { setupWords } from '../setup-words.ts'
import { EngagementForm } from './setup-forms.tsx'

/** One founding event: its facts, and who was there. */
export function EngagementPage({ c, shown, form }: { c: VisitContext; shown: EngagementWithRoster; form?: FormState }) {
  const t = setupWords(c.var.locale)
  const { engagement, roster } = shown
  const home = `/initiatives/${engagement.initiative_id}`
  const attended = roster.filter((person) => person.attended === true).map(({ id }) => id)
  return (
    <InitiativePage
      c={c}
      tab="setup"
      over={<a href={`${home}/setup`}>{engagement.title}</a>}
      title={t.rosterHead({ attended: attended.length, listed: roster.length })}
      error={form}
      errorForm="engagement"
      sentences={t}
    >
      <Sections>
        <Section id="roster-head" title={t.rosterTitle} count={attended.length}>
          {roster.length === 0 ? (
            <Empty title={t.rosterEmpty} action={<Button href={`${home}/people/import`}>{t.rosterImport}</Button>}>
              {t.rosterEmptyText}
            </Empty>
          ) : (
            <Form action={`${home}/engagements/${engagement.id}/roster`} labelledby="roster-head">
              <Choice
                name="attended"
                label={<span class="vh">{t.rosterTitle}</span>}
                many
                value={attended}
                options={roster.map(({ id, name, city }) => ({
                  value: id,
                  label: <bdi>{city ? `${name}, ${city}` : name}</bdi>,
                }))}
              />
              <Buttons>
                <Button main>{t.rosterSave}</Button>
              </Buttons>
            </Form>
          )}
        </Section>
        {engagementSections.map((section) => section(c, engagement.id))}
        <Section id="engagement-head" title={t.engagement}>
          <EngagementForm c={c} action={`${home}/engagements/${engagement.id}`} engagement={engagement} state={form} />
        </Section>
      </Sections>
    </InitiativePage>
  )
}
