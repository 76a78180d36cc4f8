import { daysAfter } from '../../../platform/clock.ts'
import { daysSince, type Moment } from '../moment.ts'
import type { DeskRow } from '../row.ts'
import { isRunning, type Tie, type TieMember } from '../tie.ts'

/** Days an agreement may wait for everybody before it is a row. */
export const unsignedDays = 14

/** The connection runs, and not everybody has accepted its agreement. */
export function unsigned(tie: Tie, { now }: Moment): DeskRow | null {
  const { id, started_at: startedAt, last_touch_at: helpedAt } = tie.connection
  if (!isRunning(tie) || !startedAt || notSigned(tie).length === 0) return null
  const days = daysSince(startedAt, now)
  if (days < unsignedDays) return null
  return {
    kind: 'unsigned',
    key: `unsigned ${id}`,
    about: id,
    days,
    since: daysAfter(startedAt, unsignedDays),
    helpedAt,
    overview: tie,
  }
}

/** Who has not accepted the agreement as it stands. */
export function notSigned({ connection, members }: Tie): TieMember[] {
  return members.filter((member) => member.agreedVersion !== connection.agreement_version)
}
