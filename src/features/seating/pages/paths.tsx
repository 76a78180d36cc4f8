import type { FC } from 'hono/jsx'
import { Section } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { pathOf } from '../plan.ts'
import { words } from '../words.ts'
import type { PlanProps } from './plan.tsx'

/** Up to so many people are named, more are counted. */
const mostNamed = 3

/** Everybody's tables, round by round, how many they meet, and whom they have not met by the end. */
export const Paths: FC<PlanProps> = ({ c, plan, view }) => {
  const t = words(c.var.locale)
  const { met, unmet } = view.meetings
  const someLeft = [...unmet.values()].filter((left) => left.length > 0).length
  return (
    <Section id="paths" title={t.paths}>
      <p class="muted">{someLeft === 0 ? t.nobodyLeft : t.someLeft({ people: someLeft })}</p>
      <Table
        caption={t.paths}
        rows={view.here}
        columns={[
          {
            head: t.person,
            cell: ({ name, organisation }) => (
              <>
                <bdi>{name}</bdi>
                {organisation && (
                  <span class="block small muted">
                    <bdi>{organisation}</bdi>
                  </span>
                )}
              </>
            ),
          },
          {
            head: t.pathHead,
            cell: ({ id }) => (
              <span class="num">
                {pathOf(plan.seats, id)
                  .map((table) => table ?? '–')
                  .join(' · ')}
              </span>
            ),
          },
          { head: t.meets, numeric: true, cell: ({ id }) => met.get(id) ?? 0 },
          { head: t.notMet, cell: ({ id }) => <NotMet {...{ t, view }} left={unmet.get(id) ?? []} /> },
        ]}
      />
    </Section>
  )
}

const NotMet: FC<{ t: ReturnType<typeof words>; view: PlanProps['view']; left: string[] }> = ({ t, view, left }) => {
  if (left.length === 0) return <span class="muted">{t.metEverybody}</span>
  if (left.length > mostNamed) return <>{t.leftOf({ count: left.length })}</>
  return (
    <>
      {left.map((id, index) => (
        <>
          {index > 0 && ', '}
          <bdi>{view.guests.get(id)?.name}</bdi>
        </>
      ))}
    </>
  )
}
