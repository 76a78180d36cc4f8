import type { PeerProfile } from '../initiatives/peer-profile.ts'
import type { Reason } from './fit/reason.ts'

/** What is worth keeping of each two in a group; the rest is said of the group or by the bars. */
const ofTwo: readonly Reason['kind'][] = ['gives', 'knows problem', 'wish', 'left out', 'again']

/** What speaks for a group as a whole: a language for all, problems that several share, how many gain; then of each two. */
export function groupReasons(members: readonly PeerProfile[], pairs: readonly Reason[]): Reason[] {
  const people = members.map(({ personId }) => personId)
  const languages = members[0]?.languages.map(({ language }) => language) ?? []
  const common = languages.filter((code) =>
    members.every((member) => member.languages.some(({ language, level }) => language === code && level !== 'basic')),
  )
  const gaining = new Set(pairs.flatMap((reason) => (reason.kind === 'gives' ? [reason.taker] : [])))
  return [
    ...(common.length > 0 ? [{ kind: 'all speak' as const, people, languages: common }] : []),
    ...sharedProblems(members),
    ...(gaining.size > 0 ? [{ kind: 'several gain' as const, people: [...gaining], of: people.length }] : []),
    ...pairs.filter(({ kind }) => ofTwo.includes(kind)),
  ]
}

function sharedProblems(members: readonly PeerProfile[]): Reason[] {
  return [...Map.groupBy(members, ({ problemTopicId }) => problemTopicId)]
    .flatMap(([topic, working]): Reason[] => {
      const people = working.map(({ personId }) => personId)
      return topic === null || people.length < 2 ? [] : [{ kind: 'several work on', people, topic }]
    })
    .toSorted((a, b) => ('people' in b ? b.people.length : 0) - ('people' in a ? a.people.length : 0))
}
