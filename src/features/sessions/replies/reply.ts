/** What a member can say before a session: yes, if need be, no. */
export const replies = ['yes', 'maybe', 'no'] as const
export type Reply = (typeof replies)[number]

/** How an answer came: by a link of ours, by mail from a calendar, or said to staff. */
export type ReplyWay = 'link' | 'mail' | 'staff'

/** What a row says, which holds nothing else. */
export function asReply(text: string | null): Reply | null {
  return replies.find((reply) => reply === text) ?? null
}

/** Members who have not declined. */
export function stillComing<T extends { reply: string | null }>(members: readonly T[]): T[] {
  return members.filter((member) => member.reply !== 'no')
}

/** Whether a session can still be answered: planned, and not over. */
export function isAhead(
  session: { state: string; starts_at: Temporal.Instant; minutes: number },
  now: Temporal.Instant,
): boolean {
  const endsAt = session.starts_at.add({ minutes: session.minutes })
  return session.state === 'planned' && Temporal.Instant.compare(now, endsAt) < 0
}
