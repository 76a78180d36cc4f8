import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { listConnected, listEarlierTables } from './met-store.ts'
import { pairKey } from './meetings.ts'
import type { Settings } from './plan.ts'
import type { Guest, Seating } from './store.ts'
import { type Clock, type Pace, roundsBegun } from './timer.ts'

/** Pairs who met before a seating, by `pairKey`, each kind for itself. Only kinds that the settings count are filled. */
export interface MetBefore {
  tables: Set<string>
  connections: Set<string>
  organisations: Set<string>
}

/**
 * How many rounds of an earlier seating people met in. All of those planned; but once the day is over, only those that
 * the timer came to, if it was ever started.
 */
export function roundsHeld(pace: Pace, clock: Clock, startsAt: Temporal.Instant, now: Temporal.Instant): number {
  const isOver = Temporal.Instant.compare(startsAt.add({ hours: 24 }), now) <= 0
  const begun = roundsBegun(pace, clock, now)
  return isOver && begun > 0 ? begun : pace.rounds
}

/** Who of these people met before, as far as the settings count it. */
export async function readMetBefore(
  db: Db | Tx,
  seating: Pick<Seating, 'initiative_id'> & { id: string | null },
  settings: Settings,
  guests: readonly Guest[],
  now: Temporal.Instant,
): Promise<MetBefore> {
  const met: MetBefore = { tables: new Set(), connections: new Set(), organisations: new Set() }
  if (settings.countsTables) {
    for (const one of await listEarlierTables(db, seating.initiative_id, seating.id, settings.startsAt)) {
      const pace = { rounds: one.rounds, minutes: one.minutes, changeMinutes: one.change_minutes }
      const held = roundsHeld(pace, { seconds: one.clock_seconds, since: one.clock_since }, one.starts_at, now)
      for (const { round, person_ids } of one.tables) if (round <= held) addPairs(met.tables, person_ids)
    }
  }
  if (settings.countsConnections) {
    const ids = guests.map(({ id }) => id)
    for (const members of await listConnected(db, seating.initiative_id, ids)) addPairs(met.connections, members)
  }
  if (settings.countsOrganisations) {
    const posts = guests.flatMap(({ id, organisationIds }) =>
      organisationIds.map((organisation) => ({ organisation, id })),
    )
    for (const colleagues of Map.groupBy(posts, ({ organisation }) => organisation).values())
      addPairs(
        met.organisations,
        colleagues.map(({ id }) => id),
      )
  }
  return met
}

/** All of them, whatever they met by. */
export function everyPairOf(met: MetBefore): Set<string> {
  return new Set([...met.tables, ...met.connections, ...met.organisations])
}

function addPairs(pairs: Set<string>, people: readonly string[]): void {
  for (const [at, one] of people.entries())
    for (const other of people.slice(at + 1)) if (one !== other) pairs.add(pairKey(one, other))
}
