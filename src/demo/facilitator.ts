import { remind } from '../features/initiatives/actions.ts'
import { askPeers } from '../features/matching/asking-peers.ts'
import { forbidTogether, makeRound, pinTogether } from '../features/matching/actions.ts'
import { publishRound } from '../features/matching/publishing.ts'
import { usualWeights } from '../features/matching/fit/parts.ts'
import type { Actor } from '../platform/work.ts'
import { planGuests } from './asking-guests.ts'
import { planCare } from './care.ts'
import type { PeerKey } from './cast.ts'
import { planDeskRounds } from './desk-rounds.ts'
import { planGroupMeetings } from './group-meetings.ts'
import { planHousehold } from './household.ts'
import { planLending } from './lending.ts'
import { planOwnWishes } from './own-wishes.ts'
import type { Company } from './opening.ts'
import { leaveToWinter, planWinter } from './season.ts'
import type { Stage } from './stage.ts'

/** Everything the agency does between Lisbon and the last day, written into the agenda. */
export function facilitate(stage: Stage, company: Company): void {
  const { actor } = company.youssef
  for (const day of [16, 18]) stage.agenda.add(stage.day(day, 10), `remind ${day}`, () => remindAll(stage, actor))
  stage.agenda.add(stage.day(21, 10, 30), 'first round', () =>
    matchPeers(stage, actor, {
      title: 'After Lisbon',
      purpose: 'First conversations, while Lisbon is fresh.',
      pins: [
        ['ana', 'kofi'],
        ['leila', 'salma'],
      ],
      bans: [['niamh', 'declan']],
    }),
  )
  stage.agenda.add(stage.day(112, 10, 30), 'second round', () =>
    matchPeers(stage, actor, { title: 'Autumn', purpose: 'Pairs for October to December.', pins: [], bans: [] }),
  )
  stage.agenda.add(stage.day(171, 10, 30), 'third round', () => askAboutWinter(stage, actor))
  planWinter(stage, actor)
  leaveToWinter(stage, actor)
  planLending(stage, company)
  planCare(stage, company)
  planDeskRounds(stage, company)
  planHousehold(stage, company)
  planOwnWishes(stage)
  planGuests(stage, company)
  planGroupMeetings(stage, company)
}

/** A draft that waits for what the peers say of a few suggestions when the story ends. */
async function askAboutWinter(stage: Stage, actor: Actor): Promise<void> {
  const { agencyId, initiativeId } = stage
  const roundId = await stage.act(actor, (work) =>
    makeRound(work, { id: initiativeId, agencyId }, { title: 'Winter', ...usualRound }),
  )
  await stage.act(actor, (work) => askPeers(work, roundId, { answerByOn: stage.dayOn(185), many: 4 }))
}

async function remindAll(stage: Stage, actor: Actor): Promise<void> {
  const everybody = [...stage.peers.values()].map(({ participationId }) => participationId)
  await stage.act(actor, (work) => remind(work, everybody))
}

const usualRound = {
  weights: usualWeights,
  allowSameOrganisation: false,
  allowConnected: false,
}

interface WantedRound {
  title: string
  purpose: string
  pins: [PeerKey, PeerKey][]
  bans: [PeerKey, PeerKey][]
}

/** Solves a round, pins and forbids what the facilitator knows better, and publishes it the next morning. */
async function matchPeers(stage: Stage, actor: Actor, wanted: WantedRound): Promise<void> {
  const { agencyId, initiativeId } = stage
  const roundId = await stage.act(actor, (work) =>
    makeRound(work, { id: initiativeId, agencyId }, { title: wanted.title, purpose: wanted.purpose, ...usualRound }),
  )
  const ids = (keys: readonly PeerKey[]) => keys.map((key) => stage.peer(key).personId)
  for (const pair of wanted.bans) await stage.attempt(actor, (work) => forbidTogether(work, roundId, ids(pair)))
  for (const pair of wanted.pins) await stage.attempt(actor, (work) => pinTogether(work, roundId, ids(pair)))
  stage.agenda.add(stage.now.add({ hours: 23 }), `publish ${wanted.title}`, async () => {
    const { revision } = await stage.db
      .selectFrom('matching_rounds')
      .select('revision')
      .where('id', '=', roundId)
      .executeTakeFirstOrThrow()
    await stage.act(actor, (work) => publishRound(work, roundId, revision))
  })
}
