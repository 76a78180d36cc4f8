import type { DeskRow } from '../row.ts'

export interface FailedMail {
  id: string
  toName: string
  toAddress: string
  /** Where the address can be put right; null for an authoriser. */
  personId: string | null
}

/**
 * Mails to people of the initiative that failed for good: one row for all of them.
 * @param mails the newest first; another one that fails brings a row back that was put aside
 */
export function failedMail(mails: readonly FailedMail[]): DeskRow[] {
  const [newest] = mails
  if (!newest) return []
  const people = new Map(
    mails.map(({ personId, toName, toAddress }) => [toAddress, { personId, name: toName || toAddress }]),
  )
  return [
    {
      kind: 'mailFailed',
      key: `mailFailed ${newest.id}`,
      about: 'mailFailed',
      days: 0,
      since: null,
      helpedAt: null,
      count: mails.length,
      people: [...people.values()],
    },
  ]
}
