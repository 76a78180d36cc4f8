import { answerProposal, proposeConnection } from '../src/features/connections/proposing.ts'
import type { MailMessage } from '../src/platform/mail/transport.ts'
import { type CastMember, cast } from './cast.ts'
import type { Harness } from './harness.ts'
import { playPeer, type Scene } from './scene.ts'

export interface PlayedPair {
  connectionId: string
  /** In the order of the cast members. */
  personIds: string[]
  participationIds: string[]
}

const texts = [
  {
    gives: 'Budget maps',
    wants: 'Reading budgets aloud',
    why: 'Kofi reads budgets aloud in wards, which you want to try.',
  },
  { gives: 'Reading budgets aloud', wants: 'Budget maps', why: 'Ana draws budget maps, which you asked for.' },
  { gives: 'Radio', wants: 'Budget maps', why: 'All of you write for people who do not read budgets.' },
]

/** Peers of the cast with a connection proposed to them; their mails have arrived. */
export async function playProposal(
  harness: Harness,
  scene: Scene,
  members: CastMember[] = [cast.ana, cast.kofi],
): Promise<PlayedPair> {
  const played = []
  for (const member of members) played.push(await playPeer(harness, scene, member))
  const personIds = played.map(({ personId }) => personId)
  const connectionId = await harness.change((work) =>
    proposeConnection(work, {
      agencyId: scene.agencyId,
      initiativeId: scene.initiativeId,
      roundId: null,
      personIds,
      fit: 82,
      members: personIds.map((personId, index) => ({ personId, gives: '', wants: '', why: '', ...texts[index] })),
    }),
  )
  await harness.settle()
  return { connectionId, personIds, participationIds: played.map(({ participationId }) => participationId) }
}

/** Peers whose connection is on: all said yes. */
export async function playPair(harness: Harness, scene: Scene, members?: CastMember[]): Promise<PlayedPair> {
  const pair = await playProposal(harness, scene, members)
  await harness.change(async (work) => {
    for (const personId of pair.personIds) await answerProposal(work, pair.connectionId, personId, 'yes', '')
  })
  await harness.settle()
  return pair
}

/** The last mail to somebody whose subject holds these words. */
export function mailTo(harness: Harness, member: CastMember, words = ''): MailMessage | undefined {
  return harness.post.findLast((mail) => mail.to.address === member.email && mail.subject.includes(words))
}

/** How many mails somebody got whose subject holds these words. */
export function mailsTo(harness: Harness, member: CastMember, words = ''): number {
  return harness.post.filter((mail) => mail.to.address === member.email && mail.subject.includes(words)).length
}
