import type { Locale } from '../../platform/i18n/catalogue.ts'
import { FormMistake, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { closeConnection } from '../connections/closing.ts'
import { membersOf } from '../connections/members.ts'
import { connectionsOf } from '../connections/overview.ts'
import { noteTouch } from '../connections/reviewing.ts'
import { exchangeFor } from '../matching/exchanging.ts'
import { rematchPerson } from '../matching/rematching.ts'
import { words } from './words.ts'

/**
 * Proposes the next best to somebody whom a proposal left with nobody: one that was declined, or one that gets no answer
 * and is taken back here.
 * @param whom must be a member of that proposal; with a `key`, that exchange of other proposals brings the partner
 * @param locale the language refusals are told in
 */
export async function rematch(
  work: Work,
  connectionId: string,
  whom: { personId: string; withPersonId: string; key?: string },
  locale: Locale,
): Promise<void> {
  const t = words(locale)
  const connection = await noteTouch(work, connectionId)
  const { initiative_id: initiativeId, agency_id: agencyId } = connection
  const members = await membersOf(work.db, connectionId, { leftToo: true })
  orNotHere(members.find((member) => member.personId === whom.personId))
  if (whom.key === undefined) await rematchPerson(work, initiativeId, whom.personId, whom.withPersonId)
  else {
    const { personId, withPersonId, key } = whom
    const exclude = members.filter(({ leftAt }) => leftAt === null).map((member) => member.personId)
    await exchangeFor(work, initiativeId, { personId, withPersonId, key, exclude })
  }
  if (connection.state === 'proposed') await closeConnection(work, connectionId, { reason: 'other' })
  else if (connection.state !== 'declined') throw new FormMistake(t.closedMeanwhile)
  // Only now does nobody else propose in this initiative: a colleague may have helped the same person first.
  const ties = await connectionsOf(work.db, { personId: whom.personId, agencyId, initiativeId }, work.now)
  const open = ties.filter(({ connection: { state } }) => state !== 'declined' && state !== 'closed')
  if (open.length > 1) throw new FormMistake(t.tiedMeanwhile)
}
