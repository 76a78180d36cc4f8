import { fold } from '../people/folding.ts'
import type { PeopleFilter } from './form.ts'
import type { RoundSettings } from './round-settings.ts'
import { whyNotIn } from './who-is-in.ts'
import type { RosterPeer } from './workbench-store.ts'

export const peoplePageSize = 100

/** Those of the roster whom a filter finds, in its order. */
export function filterPeople(
  roster: readonly RosterPeer[],
  settings: RoundSettings,
  { find, show, country, language }: PeopleFilter,
): RosterPeer[] {
  const wanted = fold(find)
  return roster.filter((peer) => {
    const isIn = whyNotIn(peer, settings) === null
    if (show !== 'everybody' && isIn !== (show === 'in')) return false
    if (country !== '' && peer.country !== country) return false
    if (language !== '' && !peer.languages.some((spoken) => spoken.language === language)) return false
    return wanted === '' || fold(`${peer.name} ${peer.city}`).includes(wanted)
  })
}
