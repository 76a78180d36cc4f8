import type { PeerProfile } from './peer-profile.ts'

export type ParticipationState = PeerProfile['state']

/** Ways of talking that may or may not work at somebody's desk. */
export const channels = ['video', 'phone', 'messenger', 'email', 'guest'] as const
export type Channel = (typeof channels)[number]

export function isChannel(name: string): name is Channel {
  return (channels as readonly string[]).includes(name)
}

/** How many pairs of one round a peer may take. */
export const capacities = [1, 2, 3] as const

export const languageLevels = ['basic', 'working', 'fluent', 'native'] as const

/** A reminder is not sent more often than this. */
export const reminderPauseDays = 3

interface Asked {
  state: string
  invited_at: Temporal.Instant | null
  reminded_at: Temporal.Instant | null
  answered_at: Temporal.Instant | null
}

/** When somebody was last asked to fill in the form, or null. */
export function lastAskedAt(part: Pick<Asked, 'invited_at' | 'reminded_at'>): Temporal.Instant | null {
  const [invited, reminded] = [part.invited_at, part.reminded_at]
  if (!invited || !reminded) return invited ?? reminded
  return Temporal.Instant.compare(invited, reminded) > 0 ? invited : reminded
}

/** Whether a peer may be reminded of the form: invited, without an answer, and not asked in the last days. */
export function isReminderDue(part: Asked, now: Temporal.Instant): boolean {
  const asked = lastAskedAt(part)
  if (part.state !== 'invited' || part.answered_at || !asked) return false
  return Temporal.Instant.compare(asked.add({ hours: 24 * reminderPauseDays }), now) <= 0
}

/** Where somebody stands who comes back after a pause, after 'not now' or after having left. */
export function stateOnReturn(part: Pick<Asked, 'invited_at' | 'answered_at'>): 'active' | 'invited' | 'listed' {
  if (part.answered_at) return 'active'
  return part.invited_at ? 'invited' : 'listed'
}

/** Whether a pause is over on a day: it lasts until the day before the date that was named. */
export function isPauseOver(untilOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(untilOn, today) <= 0
}
