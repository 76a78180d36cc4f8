interface LetDownMember {
  person_id: string
  answer: string | null
}

interface LetDownConnection {
  state: string
  last_contact_at: unknown
  /** Asking was of no more use. */
  stuck_at: unknown
}

/**
 * Whether a proposal or connection let one of its members down: another declined, another never answered, or it was closed
 * before anybody was in touch. Who declined, or left without a word, was not.
 */
export function isLetDown(connection: LetDownConnection, members: readonly LetDownMember[], personId: string): boolean {
  const own = members.find(({ person_id }) => person_id === personId)?.answer ?? null
  if (connection.state === 'declined') return own !== 'no'
  if (connection.state === 'proposed') {
    return connection.stuck_at !== null && own === 'yes' && members.some(({ answer }) => answer === null)
  }
  return connection.state === 'closed' && connection.last_contact_at === null && own === 'yes'
}
