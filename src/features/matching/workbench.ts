import type { Db } from '../../platform/database/database.ts'
import { readTopics } from '../initiatives/profiles.ts'
import type { AccessedRound } from './access.ts'
import type { Changes } from './changes.ts'
import type { PartPoints } from './fit/fit.ts'
import type { Reason } from './fit/reason.ts'
import type { Order } from './form.ts'
import { remember } from './field-memory.ts'
import { readInputMark } from './field-store.ts'
import type { LeftOut } from './left-out.ts'
import type { ListedNeed } from './participants-store.ts'
import { groupKey } from './proposal.ts'
import { settingsOf } from './round-settings.ts'
import { listStepsSince, type Step, undoableAmong } from './steps-store.ts'
import { type Asked, readWhyNot } from './why-not.ts'
import { groupNotIn, type NotIn } from './who-is-in.ts'
import { type ListedProposal, listProposals, listRoster, readParts, type RosterPeer } from './workbench-store.ts'

export const pageSize = 60

export interface View {
  order: Order
  page: number
  /** Two people the viewer asks about. */
  one?: string | undefined
  other?: string | undefined
  /** The revision the viewer had before their eyes when they acted, where that was an older one. */
  since?: number | undefined
}

export interface ShownProposal extends ListedProposal {
  parts: PartPoints[]
  reasons: Reason[]
  isPinned: boolean
  /** It came with the last act. */
  isFresh: boolean
}

export type PeersNotIn = { reason: NotIn; peers: RosterPeer[] }[]

type NamedStep = Pick<Step, 'revision' | 'verb' | 'people'>

export interface Workbench {
  /** Fits of all proposals, the weakest first. */
  fits: number[]
  pairs: number
  trios: number
  /** Groups of four and more. */
  circles: number
  shown: ShownProposal[]
  first: number
  roster: ReadonlyMap<string, RosterPeer>
  topics: ReadonlyMap<string, string>
  pins: { people: [string, string]; holds: boolean }[]
  needs: ListedNeed[]
  forbidden: [string, string][]
  leftOut: LeftOut[]
  notIn: PeersNotIn
  changes: Changes | null
  /** The question about two people and its answer. */
  whyNot: Asked | null
  /** What could be taken back, or done again, next. */
  steps: { undo: NamedStep | null; redo: NamedStep | null }
  /** What colleagues did since the viewer last looked. */
  meanwhile: Step[]
  /** How many were asked before publication, and how many of them have answered. */
  asked: { asked: number; answered: number }
  /** How many people's answers changed since the round was solved. */
  changedSince: number
}

/** All that the page of a round shows, in five queries at most beside the round's own. */
export async function readWorkbench(
  db: Db,
  round: AccessedRound,
  view: View,
  { viewerId, now }: { viewerId: string; now: Temporal.Instant },
): Promise<Workbench> {
  const all = inOrder(await listProposals(db, round.id), view.order)
  const first = Math.min(view.page - 1, Math.max(0, Math.ceil(all.length / pageSize) - 1)) * pageSize
  const page = all.slice(first, first + pageSize)
  const parts = await readParts(
    db,
    page.map(({ id }) => id),
  )
  const roster = await readRoster(db, round)
  const topics = await readTopics(db, round.initiative_id)
  const changes = round.changes as Changes | null
  const fresh = new Set(changes?.kept === 0 ? [] : changes?.fresh.map(groupKey))
  const ruled = (kind: string) => round.rules.filter((rule) => rule.kind === kind).map(peopleOfRule)
  const together = new Set(
    all.flatMap(({ person_ids }) => person_ids.flatMap((one) => person_ids.map((other) => `${one} ${other}`))),
  )
  const pins = ruled('pin').map((people) => ({ people, holds: together.has(people.join(' ')) }))
  const isPinned = (ids: readonly string[]) => {
    const inside = pins.filter(({ people }) => people.every((personId) => ids.includes(personId)))
    if (ids.length <= 3) return inside.length > 0
    return ids.every((personId) => inside.some(({ people }) => people.includes(personId)))
  }
  return {
    fits: all.map(({ fit }) => fit).toSorted((a, b) => a - b),
    pairs: all.filter(({ person_ids }) => person_ids.length === 2).length,
    trios: all.filter(({ person_ids }) => person_ids.length === 3).length,
    circles: all.filter(({ person_ids }) => person_ids.length > 3).length,
    shown: page.map((proposal) => ({
      ...proposal,
      parts: parts.get(proposal.id)?.parts ?? [],
      reasons: parts.get(proposal.id)?.reasons ?? [],
      isPinned: isPinned(proposal.person_ids),
      isFresh: fresh.has(groupKey(proposal.person_ids)),
    })),
    first,
    roster: new Map(roster.map((peer) => [peer.person_id, peer])),
    topics: new Map(topics.map(({ id, name }) => [id, name])),
    pins,
    forbidden: ruled('forbid'),
    leftOut: round.left_out.map(({ person_id, reason, nearest }) => ({
      personId: person_id,
      reason: reason as LeftOut['reason'],
      nearest: nearest as LeftOut['nearest'],
    })),
    needs: round.needs.map(({ person_id, kind, value }) => ({
      personId: person_id,
      kind: kind as ListedNeed['kind'],
      value,
    })),
    notIn: groupNotIn(roster, settingsOf(round)),
    changes,
    whyNot: await readWhyNot(db, round, now, roster, view),
    steps: undoableAmong(round.next_steps.map((step) => ({ ...step, people: step.people as string[] }))),
    meanwhile:
      view.since === undefined
        ? []
        : (await listStepsSince(db, round.id, view.since)).filter(({ byId }) => byId !== viewerId),
    asked: { asked: round.asking?.asked ?? 0, answered: round.asking?.answered ?? 0 },
    changedSince: countChanged(roster, round),
  }
}

/** Everybody on the roster, by name: from memory while nobody's row was written. */
async function readRoster(db: Db, round: AccessedRound): Promise<RosterPeer[]> {
  const mark = await readInputMark(db, round.initiative_id)
  return remember(`roster ${round.id}`, mark, () => listRoster(db, round.initiative_id, round.id))
}

/** Where somebody's proposal stands: the address of its page and place, for whoever comes back from an act. */
export async function placeIn(
  db: Db,
  roundId: string,
  order: Order,
  personId: string,
): Promise<{ page: number; anchor: string }> {
  const all = inOrder(await listProposals(db, roundId), order)
  const index = all.findIndex(({ person_ids }) => person_ids.includes(personId))
  const found = all[index]
  return found
    ? { page: Math.floor(index / pageSize) + 1, anchor: anchorOf(found.person_ids) }
    : { page: 1, anchor: 'left-out' }
}

/** Unique on the page, also where somebody is in two pairs. */
export function anchorOf(personIds: readonly string[]): string {
  return `with-${personIds[0]}-${personIds[1]?.slice(0, 8)}`
}

function inOrder(proposals: ListedProposal[], order: Order): ListedProposal[] {
  return order === 'weakest' ? proposals : proposals.toReversed()
}

function peopleOfRule(rule: { first_person_id: string; second_person_id: string }): [string, string] {
  return [rule.first_person_id, rule.second_person_id]
}

// Invitations change a row too, but nothing that is scored: only who answered at some time counts.
function countChanged(roster: readonly RosterPeer[], round: AccessedRound): number {
  const { solved_at: solvedAt } = round
  if (solvedAt === null) return 0
  const changed = roster.filter((peer) => {
    const mayCount = peer.state !== 'listed' && peer.state !== 'invited'
    return mayCount && Temporal.Instant.compare(peer.changed_at, solvedAt) > 0
  })
  return changed.length + (round.asking?.answeredSince ?? 0)
}
