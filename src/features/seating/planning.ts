import type { Db } from '../../platform/database/database.ts'
import type { Tx } from '../../platform/work.ts'
import { meetingsIn } from './meetings.ts'
import { everyPairOf, readMetBefore } from './met-before.ts'
import type { Place, Plan, Seats, Settings } from './plan.ts'
import { seatPeople } from './seat-people.ts'
import { type Guest, guestsOf, type Seating } from './store.ts'
import { countTables, evenSizes } from './table-count.ts'

/** What is to be seated, and what stays as it is. */
export interface Draft {
  settings: Settings
  places: Place[]
  seed: number
  /** The plan before, whose first rounds stay. */
  base: Plan | null
  /** How many rounds of it have begun. */
  begun: number
  /** Changes the coming rounds of the plan before as little as can be, instead of seating anew. */
  keeps: boolean
}

/** Seats everybody who is here in the rounds to come; rounds that have begun stay as they were. */
export async function seatEverybody(
  db: Db | Tx,
  seating: Pick<Seating, 'initiative_id' | 'engagement_id'> & { id: string | null },
  draft: Draft,
  now: Temporal.Instant,
): Promise<Seats> {
  const guests = await guestsOf(db, seating)
  const met = await readMetBefore(db, seating, draft.settings, guests, now)
  return seatComing(draft, guests, everyPairOf(met))
}

/** The same with what is known of the people: whoever left the initiative is not seated. */
export function seatComing(draft: Draft, guests: readonly Guest[], metBefore: ReadonlySet<string>): Seats {
  const { settings, places, base } = draft
  const placeOf = new Map(places.map((place) => [place.personId, place]))
  const here = guests.filter(({ id }) => placeOf.get(id)?.isHere).map(({ id }) => id)
  const number = new Map(here.map((id, index) => [id, index]))
  const held = (base?.seats ?? []).slice(0, draft.begun)
  const coming = settings.rounds - held.length
  if (coming <= 0 || here.length === 0) return [...held, ...Array.from({ length: Math.max(0, coming) }, () => [])]
  const pairs = [...metBefore, ...meetingsIn(held).keys()].flatMap((key) => {
    const [one = '', other = ''] = key.split(' ')
    const [a, b] = [number.get(one), number.get(other)]
    return a === undefined || b === undefined ? [] : [[a, b] as const]
  })
  const locked = new Map(
    here.flatMap((id, index) => {
      const table = placeOf.get(id)?.tableNumber ?? null
      return table === null ? [] : [[index, table - 1] as const]
    }),
  )
  const needed = Math.max(1, ...[...locked.values()].map((table) => table + 1))
  const tables = countTables(here.length, settings, base?.seats.at(-1)?.length ?? null, needed)
  const even = evenSizes(here.length, tables)
  const seated = seatPeople({
    people: here.length,
    rounds: coming,
    tables,
    least: Math.min(settings.least, even.least),
    most: Math.max(settings.most, even.most),
    locked,
    metBefore: pairs,
    keep: draft.keeps && base ? base.seats.slice(draft.begun).map((round) => numbered(round, number)) : null,
    seed: draft.seed,
  })
  const named = (people: readonly number[]) => people.toSorted((a, b) => a - b).map((index) => here[index] ?? '')
  return [...held, ...seated.map((round) => round.map(named))]
}

function numbered(round: Seats[number], number: ReadonlyMap<string, number>): number[][] {
  return round.map((people) => people.flatMap((id) => number.get(id) ?? []))
}
