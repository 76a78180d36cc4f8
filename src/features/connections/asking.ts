import { daysAfter } from '../../platform/clock.ts'

/** Days after which a member who has not answered a proposal is reminded, once. */
export const remindAfterDays = 7
/** Days after which 'later' is asked again, once. */
export const againAfterDays = 14
/** Days the last asking is given before the desk is told. */
export const patienceDays = 5

export type Answer = 'yes' | 'later' | 'no'

/** What has passed between a proposal and one of its members. */
export interface Asking {
  answer: Answer | null
  answeredAt: Temporal.Instant | null
  askedAt: Temporal.Instant
  remindedAt: Temporal.Instant | null
  askedAgainAt: Temporal.Instant | null
}

/** What to do next by itself, and when: remind, ask again, or give up and tell the desk. */
export interface NextAsking {
  at: Temporal.Instant
  step: 'remind' | 'ask again' | 'tell the desk'
}

/** The next step with one member, or null when there is none: they said yes or no. */
export function nextAsking(asking: Asking): NextAsking | null {
  const { answer, answeredAt, askedAt, remindedAt, askedAgainAt } = asking
  if (answer === 'yes' || answer === 'no') return null
  if (answer === 'later' && answeredAt) {
    if (!askedAgainAt) return { at: daysAfter(answeredAt, againAfterDays), step: 'ask again' }
    const saidItTwice = Temporal.Instant.compare(answeredAt, askedAgainAt) >= 0
    return { at: saidItTwice ? answeredAt : daysAfter(askedAgainAt, patienceDays), step: 'tell the desk' }
  }
  if (!remindedAt) return { at: daysAfter(askedAt, remindAfterDays), step: 'remind' }
  return { at: daysAfter(remindedAt, patienceDays), step: 'tell the desk' }
}

/** Whether asking by itself is of no more use with this member: from here on a person must help. */
export function isStuck(asking: Asking, now: Temporal.Instant): boolean {
  const next = nextAsking(asking)
  return next?.step === 'tell the desk' && Temporal.Instant.compare(next.at, now) <= 0
}
