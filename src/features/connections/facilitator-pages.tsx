import type { FC } from 'hono/jsx'
import { dayIn } from '../../platform/clock.ts'
import { staffOf, type VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { PostButton } from '../../ui/form.tsx'
import { Columns, Section, Sections } from '../../ui/sections.tsx'
import { Pager } from '../../ui/table.tsx'
import { InitiativePage } from '../initiatives/parts.tsx'
import { canReopen } from './closing.ts'
import { isUnderWay } from './connection-state.ts'
import type { ContactRow } from './contact-log.ts'
import { countConnections, listConnections, overviewOf } from './overview.ts'
import { type ActName, Acts } from './pages/acts.tsx'
import { rhythmName } from './pages/agreement.tsx'
import { AgreementFacts, CloseNote, connectionFinding, MemberCards } from './pages/connection.tsx'
import { ConnectionTable, Filters, filters, finding } from './pages/list.tsx'
import { ConnectionTimeline } from './pages/timeline.tsx'
import { ConnectionMark, ContactForm, RhythmStrip } from './parts.tsx'
import { peerWords } from './peer-words.ts'
import { membersOf } from './members.ts'
import type { Connection } from './store.ts'
import { readTimeline } from './timeline.ts'
import { words } from './words.ts'

const perPage = 100

/** All connections of the initiative of this visit, the drifting ones first. */
export async function ListPage({ c }: { c: VisitContext }) {
  const { world, locale, initiative } = c.var
  const t = words(locale)
  const now = world.clock.now()
  const chosen = filters.find((filter) => filter === c.req.query('state'))
  const offset = Math.max(0, Math.floor(Number(c.req.query('from') ?? 0)) || 0)
  const counts = await countConnections(world.db, initiative.id)
  const rows = await listConnections(world.db, initiative.id, now, { filter: chosen, offset, limit: perPage + 1 })
  const shown = rows.slice(0, perPage)
  const path = `/initiatives/${initiative.id}/connections`
  const at = (from: number) =>
    `${path}?${new URLSearchParams({ ...(chosen ? { state: chosen } : {}), from: String(from) })}`
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const lead = t.listLead({ touch: counts['in touch'], waiting: counts.waiting, paused: counts.paused })
  const drifting = shown.filter(({ connection }) => connection.state === 'quiet')
  return (
    <InitiativePage
      c={c}
      tab="connections"
      title={finding(locale, counts, drifting)}
      lead={total > 0 ? lead : undefined}
    >
      {total > 0 && <Filters locale={locale} path={path} counts={counts} chosen={chosen} />}
      <ConnectionTable
        locale={locale}
        initiativeId={initiative.id}
        rows={shown}
        zone={staffOf(c).zone}
        now={now}
        filtered={chosen !== undefined}
      />
      <Pager
        previous={offset > 0 ? at(Math.max(0, offset - perPage)) : undefined}
        next={rows.length > perPage ? at(offset + perPage) : undefined}
        where={t.where({ from: offset + 1, to: offset + shown.length })}
      />
    </InitiativePage>
  )
}

interface ConnectionPageProps {
  c: VisitContext
  connection: Connection
  /** The form that came back with a mistake. */
  failed?: { act: ActName; state: FormState } | undefined
}

/** One connection: what happened, who they are, what they promised, and what can be done. */
export async function ConnectionPage({ c, connection, failed }: ConnectionPageProps) {
  const { world, locale, initiative } = c.var
  const { zone, staffId } = staffOf(c)
  const t = words(locale)
  const now = world.clock.now()
  const overview = await overviewOf(world.db, connection, now)
  const everMembers = await membersOf(world.db, connection.id, { leftToo: true })
  const path = `/initiatives/${initiative.id}/connections/${connection.id}`
  return (
    <InitiativePage
      c={c}
      tab="connections"
      title={connectionFinding(locale, zone, overview, now)}
      lead={
        isUnderWay(connection.state)
          ? t.leadRhythm({ rhythm: rhythmName(peerWords(locale), connection.rhythm_days).toLocaleLowerCase(locale) })
          : undefined
      }
      error={failed?.state}
      errorForm={failed?.act}
      sentences={t}
    >
      <Columns kind="aside">
        <Sections>
          <div class="row">
            <ConnectionMark locale={locale} connection={connection} />
            <RhythmStrip locale={locale} weeks={overview.weeks} big />
          </div>
          <CloseNote locale={locale} overview={overview} />
          <Section title={t.timeline} id="timeline">
            <ConnectionTimeline
              locale={locale}
              zone={zone}
              entries={await readTimeline(world.db, connection)}
              names={new Map(everMembers.map((member) => [member.personId, member.name]))}
              correctAt={({ contact }) =>
                contact?.reported_by_kind === 'staff' && contact.reported_by_id === staffId
                  ? `${path}/contacts/${contact.id}`
                  : null
              }
            />
          </Section>
        </Sections>
        <Sections>
          <Section title={t.acts} id="acts">
            <Acts
              locale={locale}
              overview={overview}
              initiative={initiative.title}
              path={path}
              zone={zone}
              now={now}
              canReopen={canReopen(connection, now)}
              failed={failed}
            />
          </Section>
          <MemberCards locale={locale} zone={zone} members={overview.members} now={now} />
          <AgreementFacts locale={locale} overview={overview} today={dayIn(zone, now)} />
        </Sections>
      </Columns>
    </InitiativePage>
  )
}

/** A contact that the viewer logged, to be corrected or taken back. */
export const ContactPage: FC<{
  c: VisitContext
  connection: Connection
  contact: ContactRow
  state?: FormState | undefined
}> = (props) => {
  const { c, connection, contact, state } = props
  const { world, locale, initiative } = c.var
  const t = words(locale)
  const path = `/initiatives/${initiative.id}/connections/${connection.id}/contacts/${contact.id}`
  return (
    <InitiativePage c={c} tab="connections" title={t.correctTitle} error={state} width="narrow">
      <div class="stack">
        <ContactForm
          locale={locale}
          action={path}
          state={state}
          zone={staffOf(c).zone}
          now={world.clock.now()}
          contact={contact}
        />
        {!contact.session_id && (
          <PostButton action={`${path}/removal`} warn>
            {t.remove}
          </PostButton>
        )}
      </div>
    </InitiativePage>
  )
}
