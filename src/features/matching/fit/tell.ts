import { languageName } from '../../../platform/i18n/names.ts'
import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import { peopleOf, type Reason } from './reason.ts'
import { reasonWords } from './words.ts'

/** Who is told, and what people and topics are called. */
export interface Telling {
  locale: Locale
  /** A member, who is spoken to as 'you'; null for staff. */
  reader: string | null
  /** Two of them are named where 'both' could be any two of three. */
  isTrio: boolean
  nameOf(personId: string): string
  topicOf(topicId: string): string
}

/** Reasons as whole sentences. A member hears only of what concerns them, and never of somebody else's wishes. */
export function tellReasons(reasons: readonly Reason[], telling: Telling): string[] {
  const { reader } = telling
  return reasons.flatMap((reason) => {
    if (reader !== null && !peopleOf(reason).includes(reader)) return []
    return (reader === null ? sayAbout(reason, telling) : sayTo(reader, reason, telling)) ?? []
  })
}

function sayAbout(reason: Reason, { locale, isTrio, nameOf, topicOf }: Telling): string {
  const t = reasonWords(locale)
  const topicsOf = (ids: readonly string[]) => list(locale, ids.map(topicOf))
  const [one, other] = peopleOf(reason).map(nameOf) as [string, string]
  switch (reason.kind) {
    case 'gives':
      return t.gives({ giver: one, taker: other, topics: topicsOf(reason.topics) })
    case 'same problem': {
      const topic = topicOf(reason.topic)
      return isTrio ? t.sameProblemOf({ one, other, topic }) : t.sameProblem({ topic })
    }
    case 'knows problem':
      return t.knows({ knower: one, worker: other, topic: topicOf(reason.topic) })
    case 'both want': {
      const topics = topicsOf(reason.topics)
      return isTrio ? t.bothWantOf({ one, other, topics }) : t.bothWant({ topics })
    }
    case 'both offer': {
      const topics = topicsOf(reason.topics)
      return isTrio ? t.bothOfferOf({ one, other, topics }) : t.bothOffer({ topics })
    }
    case 'language': {
      const languages = languagesOf(locale, reason.languages)
      return isTrio ? t.languageOf({ one, other, languages }) : t.language({ languages })
    }
    case 'hours': {
      const hours = hoursOf(reason.minutes)
      return isTrio ? t.hoursOf({ one, other, hours }) : t.hours({ hours })
    }
    case 'wish': {
      if (reason.wishing.length > 1) return t.bothWish({ one, other })
      return reason.wishing[0] === reason.people[0]
        ? t.oneWishes({ one, other })
        : t.oneWishes({ one: other, other: one })
    }
    case 'asked': {
      if (reason.asking.length > 1) return t.bothAsked({ one, other })
      return reason.asking[0] === reason.people[0] ? t.oneAsked({ one, other }) : t.oneAsked({ one: other, other: one })
    }
    case 'commitment':
      return isTrio ? t.commitmentOf({ one, other, hours: reason.hours }) : t.commitment({ hours: reason.hours })
    case 'alike words':
      return t.alikeWords({ one, other, words: list(locale, reason.words) })
    case 'setting':
      return t.setting({ one, other, alike: alikeIn(locale, reason.alike) })
    case 'left out':
      return t.leftOut({ names: list(locale, reason.who.map(nameOf)), count: reason.who.length })
    case 'all speak':
      return t.allSpeak({ languages: languagesOf(locale, reason.languages) })
    case 'several work on':
      return t.severalWorkOn({ count: reason.people.length, topic: topicOf(reason.topic) })
    case 'several gain':
      return t.severalGain({ count: reason.people.length, of: reason.of })
    case 'again':
      return t.again({ one, other })
  }
}

function sayTo(reader: string, reason: Reason, { locale, nameOf, topicOf }: Telling): string | null {
  const t = reasonWords(locale)
  const topicsOf = (ids: readonly string[]) => list(locale, ids.map(topicOf))
  const other = nameOf(peopleOf(reason).find((personId) => personId !== reader) ?? '')
  switch (reason.kind) {
    case 'gives': {
      const topics = topicsOf(reason.topics)
      return reason.giver === reader ? t.youGive({ taker: other, topics }) : t.youGain({ giver: other, topics })
    }
    case 'same problem':
      return t.yourSameProblem({ other, topic: topicOf(reason.topic) })
    case 'knows problem': {
      const topic = topicOf(reason.topic)
      return reason.knower === reader ? t.youKnow({ worker: other, topic }) : t.youWorkOn({ knower: other, topic })
    }
    case 'both want':
      return t.youBothWant({ other, topics: topicsOf(reason.topics) })
    case 'both offer':
      return t.youBothOffer({ other, topics: topicsOf(reason.topics) })
    case 'language':
      return t.yourLanguage({ other, languages: languagesOf(locale, reason.languages) })
    case 'hours':
      return t.yourHours({ other, hours: hoursOf(reason.minutes) })
    case 'wish':
      return reason.wishing.includes(reader) ? t.youWish({ other }) : null
    case 'asked':
      return reason.asking.includes(reader) ? t.youAsked({ other }) : null
    case 'commitment':
      return t.yourCommitment({ other, hours: reason.hours })
    case 'alike words':
      return t.yourAlikeWords({ other, words: list(locale, reason.words) })
    case 'setting':
      return t.yourSetting({ other, alike: alikeIn(locale, reason.alike) })
    case 'left out':
      return null
    case 'all speak':
      return t.youAllSpeak({ languages: languagesOf(locale, reason.languages) })
    case 'several work on': {
      const others = reason.people.filter((personId) => personId !== reader).map(nameOf)
      return t.yourSameProblem({ other: list(locale, others), topic: topicOf(reason.topic) })
    }
    case 'several gain':
      return null
    case 'again':
      return t.youAgain({ other })
  }
}

function alikeIn(locale: Locale, aspects: readonly ('kind' | 'size' | 'income')[]): string {
  const t = reasonWords(locale)
  return list(
    locale,
    aspects.map((aspect) => t[`alike ${aspect}`]),
  )
}

function languagesOf(locale: Locale, codes: readonly string[]): string {
  return list(
    locale,
    codes.map((code) => languageName(locale, code)),
  )
}

/** To the half hour below: nobody counts free minutes. */
function hoursOf(minutes: number): number {
  return Math.floor(minutes / 30) / 2
}
