import { chooseLocale, type Locale } from '../../platform/i18n/catalogue.ts'
import type { PeerProfile } from '../initiatives/peer-profile.ts'
import { callName } from './fit/call-name.ts'
import type { Reason } from './fit/reason.ts'
import { tellReasons } from './fit/tell.ts'
import { publishingWords } from './publishing-words.ts'

/** More topics than this are not one connection's business. */
const mostTopics = 4
const mostReasons = 4
/** A proposal is no place for a page of text. */
const mostLetters = 300

/** What one member's proposal will say, in their language. */
export interface Letter {
  personId: string
  locale: Locale
  gives: string
  wants: string
  why: string
}

/**
 * What each member of a group reads: what they give and want, what the others want or offer first, and why these people.
 * @param topicOf the name of a topic
 */
export function writeLetters(
  members: readonly PeerProfile[],
  reasons: readonly Reason[],
  topicOf: (topicId: string) => string,
): Letter[] {
  const names = new Map(members.map(({ personId, name }) => [personId, name]))
  const nameOf = (personId: string) => callName(names.get(personId) ?? '', [...names.values()])
  return members.map((member) => {
    const locale = chooseLocale(member.locale)
    const others = members.filter((other) => other !== member)
    const topics = (own: readonly string[], met: (topicId: string) => boolean) =>
      // With commas alone: the others read it too, each in a language of their own.
      [...own]
        .sort((a, b) => Number(met(b)) - Number(met(a)))
        .slice(0, mostTopics)
        .map(topicOf)
        .join(', ')
    const ordered = reasons.toSorted((a, b) => rankFor(member.personId, a) - rankFor(member.personId, b))
    const told = tellReasons(ordered, { locale, reader: member.personId, isTrio: members.length > 2, nameOf, topicOf })
    return {
      personId: member.personId,
      locale,
      gives: topics(member.offers, (topic) => others.some(({ wants }) => wants.includes(topic))),
      wants: wantsOf(
        locale,
        topics(member.wants, (topic) => others.some(({ offers }) => offers.includes(topic))),
        shortened(member.problem.trim()),
      ),
      why: told.slice(0, mostReasons).join(' '),
    }
  })
}

/** A member reads first what they gain, then what joins them; the practical last, for the mail says it anyway. */
function rankFor(personId: string, reason: Reason): number {
  if (reason.kind === 'gives') return reason.taker === personId ? 0 : 2
  if (reason.kind === 'knows problem') return reason.worker === personId ? 0 : 2
  return inOrder.indexOf(reason.kind) + 1
}

const inOrder: readonly Reason['kind'][] = [
  'several work on',
  'same problem',
  'asked',
  'gives',
  'wish',
  'both want',
  'both offer',
  'alike words',
  'again',
  'all speak',
  'setting',
  'language',
  'hours',
  'commitment',
  'left out',
  'several gain',
]

function wantsOf(locale: Locale, topics: string, problem: string): string {
  const t = publishingWords(locale)
  if (topics && problem) return t.wantsBoth({ topics, problem })
  return problem ? t.wantsProblem({ problem }) : topics
}

function shortened(text: string): string {
  if (text.length <= mostLetters) return text
  return `${text.slice(0, text.lastIndexOf(' ', mostLetters) + 1 || mostLetters).trimEnd()} …`
}
