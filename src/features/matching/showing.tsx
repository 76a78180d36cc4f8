import { staffOf, type VisitContext } from '../../platform/web/visit.ts'
import { said } from '../../platform/web/said.ts'
import { readTopics } from '../initiatives/profiles.ts'
import type { FormState } from '../../ui/form-state.ts'
import { accessRound } from './access.ts'
import { type Order, type PeopleFilter, viewQuery } from './form.ts'
import { listNeeds } from './participants-store.ts'
import { PeoplePage } from './pages/people.tsx'
import { PublicationPage } from './pages/publication.tsx'
import { PublishedPage } from './pages/published.tsx'
import { RoundsPage } from './pages/rounds.tsx'
import { type SettingsForm, SettingsPage } from './pages/settings.tsx'
import { SwapPage } from './pages/swap.tsx'
import { WorkbenchPage } from './pages/workbench.tsx'
import { readOutgoing } from './publishing.ts'
import { publishingWords } from './publishing-words.ts'
import { usualSettings } from './round-settings.ts'
import { listRounds } from './store.ts'
import { stepWords } from './step-words.ts'
import { readSwap } from './swapping.ts'
import { groupNotIn } from './who-is-in.ts'
import { words } from './words.ts'
import { readWorkbench } from './workbench.ts'
import { listOutcomes, listRoster } from './workbench-store.ts'

// The pages of this feature with what they read, for a visit or after a mistake.

export async function roundsPage(c: VisitContext, form?: FormState) {
  const { db } = c.var.world
  const roster = await listRoster(db, c.var.initiative.id)
  const rounds = await listRounds(db, c.var.initiative.id)
  return <RoundsPage c={c} rounds={rounds} roster={roster} notIn={groupNotIn(roster, usualSettings)} form={form} />
}

/**
 * The workbench of a draft, or what became of a published round.
 * @param query what the address says, where it is not the request's own
 */
export async function roundPage(c: VisitContext, roundId: string, error?: FormState, query = c.req.query()) {
  const { db, clock } = c.var.world
  const round = await accessRound(db, c, roundId)
  if (round.state === 'published') {
    return <PublishedPage c={c} round={round} outcomes={await listOutcomes(db, round.id)} error={error} />
  }
  const view = viewQuery.parse({ ...query, ...orderTyped(c) })
  const bench = await readWorkbench(db, round, view, { viewerId: staffOf(c).staffId, now: clock.now() })
  return (
    <WorkbenchPage c={c} round={round} bench={bench} view={view} did={said(c, didWords(c), query.said)} error={error} />
  )
}

function orderTyped(c: VisitContext): { order?: string } {
  const { order } = c.var.typed
  return typeof order === 'string' ? { order } : {}
}

function didWords(c: VisitContext) {
  const t = words(c.var.locale)
  const steps = stepWords(c.var.locale)
  return {
    made: t.saidMade,
    scored: t.saidScored,
    pinned: t.saidPinned,
    unpinned: t.saidUnpinned,
    forbidden: t.saidForbidden,
    takenBack: t.saidTakenBack,
    swapped: publishingWords(c.var.locale).saidSwapped,
    undone: steps.saidUndone,
    redone: steps.saidRedone,
    copied: steps.saidCopied,
  }
}

export interface SwapAsked {
  people: string
  partner: string | undefined
  order: Order
}

export async function swapPage(c: VisitContext, roundId: string, asked: SwapAsked, error?: FormState) {
  const { db, clock } = c.var.world
  const round = await accessRound(db, c, roundId)
  if (round.state !== 'draft' || round.kind === 'groups') return roundPage(c, roundId, error)
  const swap = await readSwap(db, round, clock.now(), asked.people, asked.partner)
  return <SwapPage c={c} round={round} swap={swap} people={asked.people} order={asked.order} error={error} />
}

/** The settings of a draft; a published round has none any more. */
export async function settingsPage(
  c: VisitContext,
  roundId: string,
  sentBack?: { form: SettingsForm; state: FormState },
) {
  const { db } = c.var.world
  const round = await accessRound(db, c, roundId)
  if (round.state !== 'draft') return roundPage(c, roundId, sentBack?.state)
  const roster = await listRoster(db, round.initiative_id, round.id)
  const topics = new Map((await readTopics(db, round.initiative_id)).map(({ id, name }) => [id, name]))
  const needs = await listNeeds(db, round.id)
  return <SettingsPage {...{ c, round, roster, topics, needs, sentBack }} />
}

/** Who takes part in a draft. */
export async function peoplePage(c: VisitContext, roundId: string, filter: PeopleFilter, error?: FormState) {
  const { db } = c.var.world
  const round = await accessRound(db, c, roundId)
  if (round.state !== 'draft') return roundPage(c, roundId, error)
  const roster = await listRoster(db, round.initiative_id, round.id)
  return <PeoplePage {...{ c, round, roster, filter, error }} />
}

export async function publicationPage(c: VisitContext, roundId: string, error?: FormState) {
  const { db, clock } = c.var.world
  const round = await accessRound(db, c, roundId)
  if (round.state !== 'draft') return roundPage(c, roundId, error)
  return <PublicationPage c={c} round={round} sending={await readOutgoing(db, round, clock.now())} error={error} />
}
