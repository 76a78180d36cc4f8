import type { Change } from '../history.ts'
import type { Found, Row } from './found.ts'

/**
 * What a change left behind, as counts that agree: all 0 when it never happened, all 1 when it happened once. A count
 * above 1 is an effect that came twice; 0 beside 1 is a change that is torn.
 */
export type Counts = [what: string, count: number][]

/** The effects of one change. Written from what the words of the change mean to the people concerned. */
export function effectsOf(found: Found, sent: Change): Counts {
  switch (sent.change) {
    case 'agency':
      return [['agency', found.rows('agencies', 'name', sent.name).length]]
    case 'initiative':
      return [['initiative', found.rows('initiatives', 'title', sent.title).length]]
    case 'upload':
      return uploadEffects(found, sent)
    case 'mapping':
      return [['mapping', (rosterOf(found, sent.roster)?.mapping ?? '').includes('"email"') ? 1 : 0]]
    case 'import':
      return importEffects(found, sent)
    case 'invite':
      return inviteEffects(found, sent)
    case 'profile': {
      const part = partOf(found, sent.initiative, sent.person)
      const said = found.rows('participation_topics', 'participation_id', part?.id ?? '-')
      return [
        ['audit event', audited(found, 'participation.answer', part?.id)],
        ['problem', part?.problem === sent.problem ? 1 : 0],
        ['offer', said.filter(({ kind }) => kind === 'offer').length],
        ['want', said.filter(({ kind }) => kind === 'want').length],
      ]
    }
    case 'round': {
      const rounds = found.rows('matching_rounds', 'title', sent.title)
      return [
        ['round', rounds.length],
        [
          'proposals',
          rounds.some(({ id }) => found.rows('matching_proposals', 'round_id', id ?? '').length > 0) ? 1 : 0,
        ],
      ]
    }
    case 'publish':
      return publishEffects(found, sent)
    case 'answer':
      return memberEffects(found, sent, 'connection.answer', (member) => member.answer === 'yes')
    case 'agreement':
      return memberEffects(found, sent, 'agreement.accept', (member) => member.agreed_version !== null)
    case 'times': {
      const person = personsOf(found, sent.person)[0]
      return [['time answer', found.rows('time_answers', 'person_id', person?.id ?? '-').length]]
    }
  }
}

function uploadEffects(found: Found, sent: Change & { change: 'upload' }): Counts {
  const files = found.rows('files', 'name', sent.file)
  const [file] = files
  return [
    ['file row', files.length],
    ['file on disk', file && file.sha256 === `\\x${sent.sha256}` && found.isWhole(file) ? 1 : 0],
    ['roster', found.rows('roster_imports', 'file_id', file?.id ?? '-').length],
  ]
}

function importEffects(found: Found, sent: Change & { change: 'import' }): Counts {
  const roster = rosterOf(found, sent.roster)
  const persons = sent.people.flatMap((email) => personsOf(found, email))
  const parts = sent.people.flatMap((email) => partsOf(found, sent.initiative, email))
  const moments = [roster?.imported_at ?? null, ...[...persons, ...parts].map(({ created_at: at }) => at ?? null)]
  return [
    ['audit event', audited(found, 'roster.import', sent.roster)],
    ['roster marked as imported', roster?.state === 'imported' ? 1 : 0],
    // One change has one moment: rows of two are two halves.
    ['moment', new Set(moments.filter((at) => at !== null)).size],
    ...sent.people.flatMap((email): Counts => {
      const person = personsOf(found, email)[0]
      return [
        [`person ${email}`, personsOf(found, email).length],
        [`part of ${email}`, partsOf(found, sent.initiative, email).length],
        [`post of ${email}`, found.rows('posts', 'person_id', person?.id ?? '-').length],
      ]
    }),
  ]
}

function inviteEffects(found: Found, sent: Change & { change: 'invite' }): Counts {
  const parts = sent.people.map((email) => partOf(found, sent.initiative, email))
  const moments = parts.map((part) => part?.invited_at ?? null).filter((at) => at !== null)
  return [
    ['moment', new Set(moments).size],
    ...sent.people.flatMap((email, index): Counts => [
      [`invitation of ${email}`, audited(found, 'participation.invite', parts[index]?.id)],
      [`mail to ${email}`, mailsTo(found, email, 'profile.invite')],
    ]),
  ]
}

function publishEffects(found: Found, sent: Change & { change: 'publish' }): Counts {
  const round = found.rows('matching_rounds', 'id', sent.round)[0]
  const proposals = found
    .rows('matching_proposals', 'round_id', sent.round)
    .map(({ person_ids: ids }) => groupKey((ids ?? '{}').slice(1, -1).split(',')))
  const connections = found.rows('connections', 'round_id', sent.round)
  const groups = connections.map(({ id }) => membersOf(found, id ?? ''))
  const moments = [round?.published_at ?? null, ...connections.map(({ proposed_at: at }) => at ?? null)]
  const strays = groups.filter((group) => !proposals.includes(groupKey(group.map(({ person_id: id }) => id ?? ''))))
  return [
    ['audit event', audited(found, 'round.publish', sent.round)],
    ['round marked as published', round?.state === 'published' ? 1 : 0],
    ['moment', new Set(moments.filter((at) => at !== null)).size],
    ...proposals.map((key): [string, number] => [
      `pair ${key}`,
      groups.filter((group) => groupKey(group.map(({ person_id: id }) => id ?? '')) === key).length,
    ]),
    ...groups
      .flat()
      .map((member): [string, number] => [
        `mail to ${member.person_id}`,
        mailsTo(found, emailOf(found, member), 'proposal.ask'),
      ]),
    // A connection nobody proposed would be an effect too many.
    ...strays.map((): [string, number] => ['stray connection', 2]),
  ]
}

function memberEffects(
  found: Found,
  sent: { initiative: string; person: string },
  verb: string,
  has: (member: Row) => boolean,
): Counts {
  const person = personsOf(found, sent.person)[0]
  const member = found.rows('connection_members', 'person_id', person?.id ?? '-')[0]
  const said = found
    .rows('audit_events', 'subject_id', member?.connection_id ?? '-')
    .filter((event) => event.verb === verb && event.details?.includes(person?.id ?? '-'))
  return [
    ['audit event', said.length],
    ['member row', member && has(member) ? 1 : 0],
  ]
}

export function audited(found: Found, verb: string, subject: string | null | undefined): number {
  return found.rows('audit_events', 'subject_id', subject ?? '-').filter((event) => event.verb === verb).length
}

export function mailsTo(found: Found, email: string, kind: string): number {
  return found.rows('mails', 'to_address', email).filter((mail) => mail.kind === kind).length
}

export function membersOf(found: Found, connection: string): readonly Row[] {
  return found.rows('connection_members', 'connection_id', connection)
}

export function emailOf(found: Found, member: Row): string {
  return found.rows('persons', 'id', member.person_id ?? '-')[0]?.email ?? ''
}

const rosterOf = (found: Found, id: string) => found.rows('roster_imports', 'id', id)[0]
const personsOf = (found: Found, email: string) => found.rows('persons', 'email', email)
const partOf = (found: Found, initiative: string, email: string) => partsOf(found, initiative, email)[0]
const groupKey = (ids: readonly string[]) => ids.toSorted().join(' ')

function partsOf(found: Found, initiative: string, email: string): readonly Row[] {
  const parts = personsOf(found, email).flatMap(({ id }) => found.rows('participations', 'person_id', id ?? '-'))
  return parts.filter((part) => part.initiative_id === initiative)
}
