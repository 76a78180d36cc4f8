import { formatDate } from '../../../platform/clock.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Section, Sections } from '../../../ui/sections.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { InitiativePage } from '../parts.tsx'
import type { Setup } from '../setup-store.ts'
import { setupWords } from '../setup-words.ts'
import { AboutForm, EngagementForm, RhythmForm, SeasonForm } from './setup-forms.tsx'
import { TopicsForm } from './topics-form.tsx'

export type SetupForm = 'about' | 'topics' | 'season' | 'rhythm' | 'engagement'

export interface SetupPageProps {
  c: VisitContext
  setup: Setup
  /** The form that came back with a mistake. */
  form?: { id: SetupForm; state: FormState } | undefined
  /** The season that is being changed; otherwise a new one can be added. */
  seasonId?: string | undefined
}

/** Everything about an initiative that is decided once and seldom changed. */
export function SetupPage({ c, setup, form, seasonId }: SetupPageProps) {
  const { locale } = c.var
  const t = setupWords(locale)
  const home = `/initiatives/${setup.initiative.id}`
  const stateOf = (id: SetupForm) => (form?.id === id ? form.state : undefined)
  const dates = (row: { starts_on: Temporal.PlainDate; ends_on: Temporal.PlainDate }) =>
    t.dates({ from: formatDate(locale, row.starts_on), to: formatDate(locale, row.ends_on) })
  const missing = [
    setup.topics.length === 0 && t.missingTopics,
    setup.seasons.length === 0 && t.missingSeason,
    setup.engagements.length === 0 && t.missingEngagement,
  ].filter((what) => what !== false)
  const season = setup.seasons.find(({ id }) => id === seasonId)
  return (
    <InitiativePage
      c={c}
      tab="setup"
      title={missing.length > 0 ? t.setupMissing({ what: missing }) : t.setupDone}
      error={form?.state}
      errorForm={form?.id}
      sentences={t}
    >
      <Sections>
        <Section id="about-head" title={t.about}>
          <AboutForm c={c} initiative={setup.initiative} state={stateOf('about')} />
        </Section>
        <Section id="topics-head" title={t.topics} count={setup.topics.length}>
          <TopicsForm c={c} initiativeId={setup.initiative.id} topics={setup.topics} state={stateOf('topics')} />
        </Section>
        <Section id="seasons-head" title={t.seasons} count={setup.seasons.length}>
          {setup.seasons.length === 0 && <p class="muted">{t.seasonEmpty}</p>}
          <SummaryList
            rows={setup.seasons.map((row) => ({
              label: <bdi>{row.title}</bdi>,
              value: dates(row),
              change: { href: `${home}/setup?season=${row.id}#season`, label: t.change, about: row.title },
            }))}
          />
          <SeasonForm c={c} initiativeId={setup.initiative.id} season={season} state={stateOf('season')} />
        </Section>
        <Section id="rhythm-head" title={t.rhythm}>
          <RhythmForm c={c} initiative={setup.initiative} state={stateOf('rhythm')} />
        </Section>
        <Section id="engagement-head" title={t.engagement}>
          {setup.engagements.length === 0 && <p class="muted">{t.engagementEmpty}</p>}
          <SummaryList
            rows={setup.engagements.map((row) => ({
              label: <bdi>{row.title}</bdi>,
              value: [row.place, dates(row), t.engagementAttended({ count: row.attended ?? 0 })]
                .filter(Boolean)
                .join(' · '),
              change: { href: `${home}/engagements/${row.id}`, label: t.change, about: row.title },
            }))}
          />
          {(setup.engagements.length === 0 || form?.id === 'engagement') && (
            <EngagementForm c={c} action={`${home}/setup/engagement`} state={stateOf('engagement')} />
          )}
        </Section>
      </Sections>
    </InitiativePage>
  )
}
