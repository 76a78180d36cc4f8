import { audited, type Counts, emailOf, mailsTo, membersOf } from './effects.ts'
import type { Found, Row } from './found.ts'

/**
 * What must have followed by itself from what people did: the cause first, then each effect. All 0 or all 1, as with the
 * changes themselves.
 */
export function consequences(found: Found): { name: string; counts: Counts }[] {
  return found.all('connections').flatMap((connection) => {
    const id = connection.id ?? ''
    const members = membersOf(found, id)
    const each = (kind: string) =>
      members.map((member): [string, number] => [
        `${kind} to ${emailOf(found, member)}`,
        mailsTo(found, emailOf(found, member), kind),
      ])
    const polls = found.rows('time_polls', 'connection_id', id)
    const answers = polls.flatMap((poll) => found.rows('time_answers', 'poll_id', poll.id ?? ''))
    const sessions = found.rows('sessions', 'connection_id', id)
    return [
      {
        name: `start of ${id}`,
        counts: [
          ['everybody said yes', every(members, (member) => member.answer === 'yes')],
          ['audit event', audited(found, 'connection.start', id)],
          ['state', connection.state === 'active' ? 1 : 0],
          ...each('connection.on'),
        ],
      },
      {
        name: `agreement of ${id}`,
        counts: [
          ['everybody accepted', every(members, (member) => member.agreed_version !== null)],
          ['audit event', audited(found, 'agreement.reach', id)],
          ['poll', polls.length],
          ...each('times.ask'),
        ],
      },
      {
        name: `first session of ${id}`,
        counts: [
          ['everybody answered', answers.length > 0 && answers.length === members.length ? 1 : 0],
          ['session', sessions.length],
          ['poll decided', polls.filter((poll) => poll.state === 'decided').length],
          ...each('session.plan'),
        ],
      },
    ]
  })
}

function every(members: readonly Row[], fits: (member: Row) => boolean): number {
  return members.length > 0 && members.every(fits) ? 1 : 0
}
