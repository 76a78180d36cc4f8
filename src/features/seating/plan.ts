/** Rounds of tables of people: `tables[round - 1][number - 1]` are the ids of those who sit there. */
export type Seats = readonly (readonly (readonly string[])[])[]

/** What a facilitator asks of a plan. */
export interface Settings {
  rounds: number
  /** People a table. */
  least: number
  most: number
  /** A round, and the time to change tables after it. */
  minutes: number
  changeMinutes: number
  startsAt: Temporal.Instant
  zone: string
  /** What counts as having met before. */
  countsTables: boolean
  countsConnections: boolean
  countsOrganisations: boolean
}

/** Somebody's part in a plan. */
export interface Place {
  personId: string
  isHere: boolean
  /** The table they stay at in every round. */
  tableNumber: number | null
}

export type Cause = 'made' | 'settings' | 'again' | 'lock' | 'unlock' | 'attendance'

export interface Plan extends Settings {
  id: string
  seatingId: string
  basedOnId: string | null
  cause: Cause
  seed: number
  places: Place[]
  seats: Seats
}

/** Where somebody sits: the number of their table in each round, null in rounds without them. */
export function pathOf(seats: Seats, personId: string): (number | null)[] {
  return seats.map((tables) => {
    const number = tables.findIndex((people) => people.includes(personId)) + 1
    return number === 0 ? null : number
  })
}

/** Whether two plans seat everybody alike in their first rounds. */
export function isSameUntil(round: number, one: Seats, other: Seats): boolean {
  const key = (seats: Seats) =>
    JSON.stringify(seats.slice(0, round).map((tables) => tables.map((people) => people.toSorted())))
  return key(one) === key(other)
}

/** When each round begins. */
export function startOf(plan: Settings, round: number): Temporal.Instant {
  return plan.startsAt.add({ minutes: (round - 1) * (plan.minutes + plan.changeMinutes) })
}

/** When the last round ends. */
export function endOf(plan: Settings): Temporal.Instant {
  return startOf(plan, plan.rounds).add({ minutes: plan.minutes })
}
