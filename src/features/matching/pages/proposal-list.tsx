import type { FC } from 'hono/jsx'
import { Isolated } from '../../../ui/isolate.tsx'
import { type PairAct, Pairs, type ProposedPair } from '../../../ui/pairs.tsx'
import { Empty, Section } from '../../../ui/sections.tsx'
import { Tag } from '../../../ui/status.tsx'
import { Pager } from '../../../ui/table.tsx'
import { heaviest, isRarePart, type PartName, partNames, type Weights } from '../fit/parts.ts'
import { orders } from '../form.ts'
import { words } from '../words.ts'
import { anchorOf, pageSize, type ShownProposal, type View, type Workbench } from '../workbench.ts'
import { aboutPerson, fullName, type Naming, plainNamesOf, reasonsOf } from './naming.ts'

export interface ProposalListProps {
  /** Address of the round. */
  here: string
  /** Address of the initiative. */
  home: string
  naming: Naming
  weights: Weights
  bench: Workbench
  view: View
  /** What every form of the page sends: where one is, and what one has seen. */
  sent: Record<string, string | number>
}

/** The proposals, sixty a page, each with its reasons, its parts and what can be done about it. */
export const ProposalList: FC<ProposalListProps> = (props) => {
  const { here, naming, bench, view, weights, sent } = props
  const t = words(naming.locale)
  const total = bench.fits.length
  const columns = shownParts(bench)
  const address = (page: number) => `${here}?order=${view.order}&page=${page}#proposals`
  const page = bench.first / pageSize + 1
  return (
    <Section id="proposals" title={t.proposals} count={total} aside={t.weightsNote}>
      <OrderLinks {...props} />
      <Pairs
        criteria={columns.map((name) => ({
          name,
          label: t[`part ${name}`],
          short: t[`short ${name}`],
          weight: weights[name],
        }))}
        action={`${here}/scoring`}
        hidden={sent}
        highest={heaviest}
        pairs={bench.shown.map((proposal) => proposedPair(props, proposal, columns))}
        words={{
          weights: t.pairsWeights,
          counts: t.pairsCounts,
          again: t.pairsAgain,
          fit: t.pairsFit,
          exact: t.pairsExact,
          unknown: t.pairsUnknown,
        }}
      />
      {total === 0 && <Empty title={t.ready({ pairs: 0, trios: 0, left: 0 })} />}
      <Pager
        previous={bench.first > 0 ? address(page - 1) : undefined}
        next={bench.first + pageSize < total ? address(page + 1) : undefined}
        where={t.showing({ from: bench.first + 1, to: bench.first + bench.shown.length, of: total })}
      />
    </Section>
  )
}

const OrderLinks: FC<ProposalListProps> = ({ here, naming, view, bench }) => {
  const t = words(naming.locale)
  if (bench.fits.length < 2) return null
  return (
    <nav aria-label={t.orderBy} class="subnav">
      {orders.map((order) => (
        <a href={`${here}?order=${order}#proposals`} aria-current={order === view.order ? 'true' : undefined}>
          {order === 'weakest' ? t.orderWeakest : t.orderBest}
        </a>
      ))}
    </nav>
  )
}

/** Parts that only some rounds have are shown where they have a say: there each proposal has a level. */
function shownParts({ shown }: Workbench): PartName[] {
  const said = new Set(shown.flatMap(({ parts }) => parts.flatMap(({ name, level }) => (level === null ? [] : [name]))))
  return partNames.filter((name) => !isRarePart(name) || said.has(name))
}

function proposedPair(props: ProposalListProps, proposal: ShownProposal, columns: PartName[]): ProposedPair {
  const { home, naming } = props
  const t = words(naming.locale)
  const ids = proposal.person_ids
  const levels = new Map(proposal.parts.map(({ name, level }) => [name, level]))
  return {
    id: anchorOf(ids),
    names: (
      <>
        {ids.map((personId, index) => (
          <>
            {index > 0 && ' · '}
            <a href={`${home}/people/${personId}`}>
              <bdi>{fullName(naming, personId)}</bdi>
            </a>
          </>
        ))}
        {proposal.isFresh && (
          <>
            {' '}
            <Tag tone="info">{t.fresh}</Tag>
          </>
        )}
      </>
    ),
    about: ids.map((personId) => aboutPerson(naming, personId)).join('; '),
    why: reasonsOf(naming, ids, proposal.reasons).map((sentence, index) => (
      <>
        {index > 0 && ' '}
        <Isolated text={sentence} />
      </>
    )),
    parts: columns.map((name) => levels.get(name) ?? null),
    fit: proposal.fit,
    pinned: proposal.isPinned,
    hidden: { people: ids.join(','), ...props.sent },
    acts: actsOf(props, proposal),
  }
}

function actsOf(
  { here, naming, bench, view }: ProposalListProps,
  { person_ids: ids, isPinned }: ShownProposal,
): PairAct[] {
  const t = words(naming.locale)
  const names = plainNamesOf(naming, ids)
  const last = ids.at(-1) ?? ''
  const pin: PairAct = isPinned
    ? { label: t.pinned, spoken: t.pinnedOf({ names }), action: `${here}/pins/removal`, pressed: true, icon: 'pin' }
    : { label: t.pin, spoken: t.pinOf({ names }), action: `${here}/pins`, pressed: false, icon: 'pin' }
  const swap: PairAct = {
    label: t.swap,
    spoken: t.swapOf({ names }),
    href: `${here}/swap?people=${ids.join(',')}&order=${view.order}`,
  }
  if (ids.length > 3) return bench.pins.some(({ people }) => people.includes(last)) ? [pin] : [pin, takeOut()]
  if (bench.pins.some(({ people }) => people.includes(last))) return [pin, swap]
  if (ids.length === 2) return [pin, swap, { label: t.forbid, spoken: t.forbidOf({ names }), action: `${here}/bans` }]
  return [pin, swap, takeOut()]

  function takeOut(): PairAct {
    const spoken = t.takeOutOf({ name: fullName(naming, last), names: plainNamesOf(naming, ids.slice(0, -1)) })
    const label = ids.length > 3 ? t.takeOutName({ name: fullName(naming, last) }) : t.takeOut
    return { label, spoken, action: `${here}/bans` }
  }
}
