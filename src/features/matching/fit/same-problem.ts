import { likeness, sharedWords } from '../../../engine/likeness/likeness.ts'
import { countShared, hasTopic, type Numbering, type Peer, sharedTopics } from './peer.ts'
import type { FitPart } from './part.ts'
import type { Reason } from './reason.ts'

const same = 70
const known = 40
const each = 10
/** For texts of the same words. */
const mostForText = 20
const mostForShared = 30
/** Less likeness than this is chance. */
const leastLikeness = 15

/**
 * Both work on the same problem, or one has experience with the other's. Topics both want or both offer are a weak sign,
 * and so are like words in what they say of their problems, in one language.
 */
export const sameProblem: FitPart = {
  level(a, b) {
    const text = textPoints(a, b)
    if (a.problem === -1 && b.problem === -1 && text === 0) return null
    const shared = countShared(a.wants, b.wants) + countShared(a.offers, b.offers)
    const weak = Math.min(mostForShared, each * shared + text)
    if (a.problem !== -1 && a.problem === b.problem) return same + weak
    return weak + (hasTopic(b.offers, a.problem) || hasTopic(a.offers, b.problem) ? known : 0)
  },
  reasons(a, b, numbering) {
    const people = [a.profile.personId, b.profile.personId] as [string, string]
    const found: Reason[] = []
    const topic = a.profile.problemTopicId
    if (topic !== null && topic === b.profile.problemTopicId) found.push({ kind: 'same problem', people, topic })
    else found.push(...knows(a, b), ...knows(b, a))
    if (found.length === 0) found.push(...weakSigns(a, b, people, numbering))
    const words = textPoints(a, b) > 0 ? sharedWords(numbering.texts, a.text, b.text, 3) : []
    if (words.length > 0) found.push({ kind: 'alike words', people, words })
    return found
  },
}

function textPoints(a: Peer, b: Peer): number {
  const level = likeness(a.text, b.text)
  return level < leastLikeness ? 0 : Math.floor((mostForText * level) / 100)
}

/** Whoever also wants the topic is told so by the offers already. */
function knows(knower: Peer, worker: Peer): Reason[] {
  const topic = worker.profile.problemTopicId
  if (topic === null || !hasTopic(knower.offers, worker.problem) || hasTopic(worker.wants, worker.problem)) return []
  return [{ kind: 'knows problem', knower: knower.profile.personId, worker: worker.profile.personId, topic }]
}

function weakSigns(a: Peer, b: Peer, people: [string, string], numbering: Numbering): Reason[] {
  const wanted = sharedTopics(a.wants, b.wants, numbering)
  if (wanted.length > 0) return [{ kind: 'both want', people, topics: wanted }]
  const offered = sharedTopics(a.offers, b.offers, numbering)
  return offered.length > 0 ? [{ kind: 'both offer', people, topics: offered }] : []
}
