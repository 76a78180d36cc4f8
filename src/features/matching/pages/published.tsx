import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { list } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button } from '../../../ui/form.tsx'
import { isolate, Isolated } from '../../../ui/isolate.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Status, type Tone } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import { resultsWords } from '../results-words.ts'
import { publishingWords } from '../publishing-words.ts'
import { words } from '../words.ts'
import type { listOutcomes } from '../workbench-store.ts'

export interface PublishedProps {
  c: VisitContext
  round: AccessedRound
  outcomes: Awaited<ReturnType<typeof listOutcomes>>
  error?: FormState | undefined
}

const became = {
  proposed: 'waiting',
  accepted: 'waiting',
  active: 'started',
  quiet: 'started',
  paused: 'started',
  declined: 'declined',
  closed: 'closed',
} as const
const tones: Record<(typeof became)[keyof typeof became], Tone> = {
  waiting: 'wait',
  started: 'go',
  declined: 'stop',
  closed: 'idle',
}

/** A published round: what became of each proposal. */
export const PublishedPage: FC<PublishedProps> = ({ c, round, outcomes, error }) => {
  const { locale, initiative } = c.var
  const t = publishingWords(locale)
  const home = `/initiatives/${initiative.id}`
  const started = outcomes.filter(({ state }) => becameOf(state) === 'started').length
  const when = round.published_at ? formatMoment(locale, staffOf(c).zone, round.published_at) : ''
  const said = words(locale)
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={t.publishedTitle({ count: outcomes.length, started })}
      over={<a href={`${home}/matching`}>{t.publishedOn({ title: round.title, when })}</a>}
      actions={<Button href={`${home}/matching/${round.id}/results`}>{resultsWords(locale).didItWork}</Button>}
      error={error}
      sentences={{ published: said.saidPublished, before: said.saidPublishedBefore }}
    >
      <Sections>
        <Section id="outcomes" title={t.publishGroups} count={outcomes.length}>
          <Table
            caption={t.publishGroups}
            rows={outcomes}
            columns={[
              {
                head: t.members,
                cell: ({ id, members }) => (
                  <a href={`${home}/connections/${id}`}>
                    <Isolated
                      text={list(
                        locale,
                        members.map(({ name }) => isolate(name)),
                      )}
                    />
                  </a>
                ),
              },
              {
                head: t.became,
                cell: ({ state, members }) => {
                  const yes = members.filter(({ answer }) => answer === 'yes')
                  return (
                    <>
                      <Status dot={becameOf(state) === 'waiting' ? 'half' : 'full'} tone={tones[becameOf(state)]}>
                        {t[`became ${becameOf(state)}`]}
                      </Status>
                      {becameOf(state) === 'waiting' && yes.length > 0 && (
                        <span class="small muted block">
                          <Isolated
                            text={t.saidYes({
                              names: list(
                                locale,
                                yes.map(({ name }) => isolate(name)),
                              ),
                            })}
                          />
                        </span>
                      )}
                    </>
                  )
                },
              },
              { head: said.fit, numeric: true, cell: ({ fit }) => fit },
            ]}
          />
        </Section>
      </Sections>
    </InitiativePage>
  )
}

function becameOf(state: string): (typeof became)[keyof typeof became] {
  return state in became ? became[state as keyof typeof became] : 'closed'
}
