import type { FC } from 'hono/jsx'
import { formatDate, zoneLabel } from '../../../platform/clock.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { Empty, Section, Sections } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import { type CellWords, cellWords } from '../cell-words.ts'
import { opensByItself } from '../../activities/giving-time.ts'
import { isAnything, type Outgoing } from '../publishing.ts'
import type { PlanSession } from '../rows-store.ts'
import type { PlanSeries } from '../season-store.ts'
import type { PlanRow } from '../store.ts'
import { words } from '../words.ts'
import { nameOf, shortMoment, whyNot } from './naming.ts'

const mostShown = 60

interface Props {
  c: VisitContext
  plan: PlanRow
  zone: string
  outgoing: Outgoing
  series: ReadonlyMap<string, PlanSeries>
  error?: FormState | undefined
}

/** What publishing sends to whom, before it is sent. */
export const PublicationPage: FC<Props> = (props) => {
  const { c, plan, outgoing, series, error } = props
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
    [...fresh, ...moved, ...cancelled].flatMap(({ seriesId }) =>
      whoIsMailed(series.get(seriesId)).map(({ personId }) => personId),
    ),
  )
  const [meetings, sessions] = [fresh.filter(({ of }) => of === 'meeting'), fresh.filter(({ of }) => of !== 'meeting')]
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
        <Sessions {...props} t={t} id="meetings" title={t.meetings} rows={meetings} />
        <Sessions {...props} t={t} id="fresh" title={t.fresh} rows={sessions} />
      </Sections>
    </InitiativePage>
  )
}

const Sessions: FC<
  Props & { t: CellWords; id: string; title: string; rows: readonly PlanSession[]; isMove?: boolean }
> = ({ c, zone, series, t, id, title, rows, isMove }) => {
  const { locale } = c.var
  if (rows.length === 0) return null
  const shown = rows.slice(0, mostShown)
  const when = ({ seriesId, startsAt, reason }: PlanSession) => {
    if (startsAt) return shortMoment(locale, zone, startsAt)
    const members = series.get(seriesId)?.members ?? []
    return whyNot(t, reason, new Map(members.map(({ personId, name }) => [personId, name])))
  }
  return (
    <Section id={id} title={title} count={rows.length}>
      <Table
        caption={title}
        rows={shown}
        columns={[
          {
            head: id === 'meetings' ? t.groupMeeting : words(locale).connection,
            cell: ({ seriesId }) => {
              const own = series.get(seriesId)
              return own && <bdi>{nameOf(locale, own)}</bdi>
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
          ...(id === 'meetings'
            ? [{ head: t.whom, cell: ({ seriesId }: PlanSession) => whomWords(t, series.get(seriesId)) }]
            : []),
        ]}
      />
      {rows.length > mostShown && <p class="small muted">{t.andMore({ count: rows.length - mostShown })}</p>}
    </Section>
  )
}

/** Who gets a mail when a session of a series is sent. */
function whoIsMailed(series: PlanSeries | undefined) {
  if (!series || (series.of === 'meeting' && !opensByItself(series))) return []
  return series.members
}

function whomWords(t: CellWords, series: PlanSeries | undefined): string {
  return whoIsMailed(series).length > 0 ? t.invitesAll : t.invitesNobody
}
