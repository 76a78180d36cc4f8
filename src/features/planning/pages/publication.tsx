import type { FC } from 'hono/jsx'
import { formatDate, zoneLabel } from '../../../platform/clock.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { Empty, Section, Sections } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { type CellWords, cellWords } from '../cell-words.ts'
import { isAnything, type Outgoing } from '../publishing.ts'
import type { PlanSession } from '../rows-store.ts'
import type { PlanConnection } from '../season-store.ts'
import type { PlanRow } from '../store.ts'
import { words } from '../words.ts'
import { nameOf, shortMoment, whyNot } from './naming.ts'

const mostShown = 60

interface Props {
  c: VisitContext
  plan: PlanRow
  zone: string
  outgoing: Outgoing
  connections: ReadonlyMap<string, PlanConnection>
  error?: FormState | undefined
}

/** What publishing sends to whom, before it is sent. */
export const PublicationPage: FC<Props> = (props) => {
  const { c, plan, outgoing, connections, error } = props
  const { locale, initiative } = c.var
  const t = cellWords(locale)
  const home = `/initiatives/${initiative.id}/season`
  const over = <a href={home}>{words(locale).season}</a>
  if (!isAnything(outgoing)) {
    return (
      <InitiativePage c={c} tab="season" over={over} title={t.nothing} error={error}>
        <Empty title={t.nothing} action={<Button href={home}>{t.toBoard}</Button>}>
          {t.nothingLead}
        </Empty>
      </InitiativePage>
    )
  }
  const { fresh, moved, cancelled, unplaced } = outgoing
  const people = new Set(
    [...fresh, ...moved, ...cancelled].flatMap(({ connectionId }) =>
      (connections.get(connectionId)?.members ?? []).map(({ personId }) => personId),
    ),
  )
  return (
    <InitiativePage
      c={c}
      tab="season"
      over={over}
      title={t.publishTitle({ people: people.size })}
      lead={t.publishLead({ day: formatDate(locale, plan.answer_by_on) })}
      error={error}
    >
      <Sections>
        <div class="row">
          <PostButton action={`${home}/${plan.id}/publication`} hidden={{ revision: plan.revision }} main>
            {t.publish({ count: fresh.length + moved.length + cancelled.length })}
          </PostButton>
          <Button bare href={home}>
            {t.toBoard}
          </Button>
        </div>
        <Sessions {...props} t={t} id="moved" title={t.movedHead} rows={moved} isMove />
        <Sessions {...props} t={t} id="cancelled" title={t.cancelledHead} rows={cancelled} isMove />
        <Sessions {...props} t={t} id="unplaced" title={t.unplacedHead} rows={unplaced} />
        <Sessions {...props} t={t} id="fresh" title={t.fresh} rows={fresh} />
      </Sections>
    </InitiativePage>
  )
}

const Sessions: FC<
  Props & { t: CellWords; id: string; title: string; rows: readonly PlanSession[]; isMove?: boolean }
> = ({ c, zone, connections, t, id, title, rows, isMove }) => {
  const { locale } = c.var
  if (rows.length === 0) return null
  const shown = rows.slice(0, mostShown)
  const when = ({ connectionId, startsAt, reason }: PlanSession) => {
    if (startsAt) return shortMoment(locale, zone, startsAt)
    const members = connections.get(connectionId)?.members ?? []
    return whyNot(t, reason, new Map(members.map(({ personId, name }) => [personId, name])))
  }
  return (
    <Section id={id} title={title} count={rows.length}>
      <Table
        caption={title}
        rows={shown}
        columns={[
          {
            head: words(locale).connection,
            cell: ({ connectionId }) => {
              const connection = connections.get(connectionId)
              return connection ? nameOf(locale, connection) : ''
            },
          },
          ...(isMove
            ? [
                {
                  head: t.from,
                  cell: ({ session }: PlanSession) => session && shortMoment(locale, zone, session.startsAt),
                },
              ]
            : []),
          { head: isMove ? t.to : t.whenIn({ zone: zoneLabel(locale, zone) }), cell: when },
        ]}
      />
      {rows.length > mostShown && <p class="small muted">{t.andMore({ count: rows.length - mostShown })}</p>}
    </Section>
  )
}
