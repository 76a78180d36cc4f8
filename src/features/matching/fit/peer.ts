import { type TermVector, type Texts, weighTexts } from '../../../engine/likeness/likeness.ts'
import { unsaid } from '../../availability/free-time.ts'
import { freeSpans, type FreeSpans } from '../../availability/shared-time.ts'
import type { PeerProfile } from '../../initiatives/peer-profile.ts'
import { type IncomeGroup, incomeGroupOf } from '../../people/income-groups.ts'
import type { FitContext } from './hard.ts'

const ranks = { basic: 1, working: 2, fluent: 3, native: 4 } as const

/** A profile made ready to be held against hundreds of others: sets as bits, languages as ranks, hours as minutes. */
export interface Peer {
  profile: PeerProfile
  offers: Bits
  wants: Bits
  /** Number of the problem's topic, or -1. */
  problem: number
  /** The problem in the peer's own words, weighed among everybody's. */
  text: TermVector | null
  /** By number of the language: 0 not at all, 1 basic, 2 working, 3 fluent, 4 native. */
  languages: Uint8Array
  free: FreeSpans
  wishes: ReadonlySet<string>
  /** Whom this one asked for before the round is published; null where no answer came. */
  askedFor: ReadonlySet<string> | null
  income: IncomeGroup | null
  /** Whom they were matched with before, where the round asks. */
  earlier: ReadonlySet<string>
  /** Open connections. */
  load: number
  /** Was left out or let down last time. */
  wasLeftOut: boolean
  /** Is included before others: was left out, or must be with somebody of a kind. */
  isFirst: boolean
}

/** A set of topics by their numbers, 32 a word. */
export type Bits = Uint32Array

/** What the numbers inside a `Peer` stand for; one for everybody who is compared. */
export interface Numbering {
  topics: string[]
  languages: string[]
  texts: Texts
}

/** Makes profiles ready; all that are compared with each other are prepared together. */
export function preparePeers(profiles: readonly PeerProfile[], context: FitContext) {
  const { weekStart } = context
  const topics = numbered(profiles.flatMap((peer) => [...peer.offers, ...peer.wants, peer.problemTopicId ?? []].flat()))
  const languages = numbered(profiles.flatMap((peer) => peer.languages.map(({ language }) => language)))
  const known = new Map<string, FreeSpans>()
  function freeOf({ personId, week, zone }: PeerProfile): FreeSpans {
    const time = context.times.get(personId) ?? { ...unsaid(zone), week }
    const key = JSON.stringify([time.zone, time.week, time.exceptions, time.busy])
    const spans = known.get(key) ?? freeSpans(time, weekStart)
    known.set(key, spans)
    return spans
  }
  const texts = weighTexts(profiles.map(({ problem }) => problem))
  const earlier = context.contact === 'continuity' ? partnersIn(context.earlier) : new Map<string, Set<string>>()
  const peers = profiles.map((profile, place): Peer => {
    const ranked = new Uint8Array(languages.size)
    for (const { language, level } of profile.languages) ranked[languages.get(language) ?? 0] = ranks[level]
    return {
      profile,
      offers: bitsOf(profile.offers, topics),
      wants: bitsOf(profile.wants, topics),
      problem: profile.problemTopicId === null ? -1 : (topics.get(profile.problemTopicId) ?? -1),
      languages: ranked,
      free: freeOf(profile),
      wishes: new Set(profile.wishes),
      askedFor: context.askedFor?.get(profile.personId) ?? null,
      text: texts.vectors[place] ?? null,
      income: incomeGroupOf(profile.country),
      earlier: earlier.get(profile.personId) ?? nobody,
      load: context.loads.get(profile.personId) ?? 0,
      wasLeftOut: context.leftOutLast.has(profile.personId),
      isFirst: context.leftOutLast.has(profile.personId) || context.needs.has(profile.personId),
    }
  })
  const numbering: Numbering = { topics: [...topics.keys()], languages: [...languages.keys()], texts }
  return { peers, numbering }
}

const nobody: ReadonlySet<string> = new Set()

/** Each person's partners in a set of pairs. */
function partnersIn(pairs: ReadonlySet<string>): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>()
  for (const key of pairs) {
    const [one = '', other = ''] = key.split(' ')
    partners.set(one, (partners.get(one) ?? new Set()).add(other))
    partners.set(other, (partners.get(other) ?? new Set()).add(one))
  }
  return partners
}

function numbered(ids: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const id of ids) if (!numbers.has(id)) numbers.set(id, numbers.size)
  return numbers
}

function bitsOf(ids: readonly string[], numbers: ReadonlyMap<string, number>): Bits {
  const bits = new Uint32Array(Math.ceil(numbers.size / 32))
  for (const id of ids) {
    const number = numbers.get(id) ?? 0
    bits[number >> 5]! |= 1 << (number & 31)
  }
  return bits
}

/** How many topics two sets share. */
export function countShared(a: Bits, b: Bits): number {
  let count = 0
  for (let word = 0; word < a.length; word++) count += countBits(a[word]! & b[word]!)
  return count
}

export function countAll(bits: Bits): number {
  return countShared(bits, bits)
}

export function hasTopic(bits: Bits, number: number): boolean {
  return number >= 0 && (bits[number >> 5]! & (1 << (number & 31))) !== 0
}

/** The topics two sets share, as ids. */
export function sharedTopics(a: Bits, b: Bits, { topics }: Numbering): string[] {
  return topics.filter((_id, number) => hasTopic(a, number) && hasTopic(b, number))
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
