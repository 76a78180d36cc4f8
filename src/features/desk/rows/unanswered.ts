import type { DeskRow } from '../row.ts'

/** Days a reminder of the one-minute form is given before its silence is a row. */
export const reminderPatienceDays = 4

/** Peers who were invited and reminded, and have not answered: one row for all of them. */
export function unanswered(people: readonly { personId: string; name: string }[]): DeskRow[] {
  if (people.length === 0) return []
  const kind = 'unanswered'
  return [
    { kind, key: kind, about: kind, days: 0, since: null, helpedAt: null, count: people.length, people: [...people] },
  ]
}
