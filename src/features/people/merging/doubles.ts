import { fold } from '../folding.ts'

export interface Candidate {
  id: string
  name: string
  email: string
  organisationIds: readonly string[]
}

export type DoubleReason = 'sameName' | 'nearName' | 'sameOrganisation' | 'nearEmail'

export interface Double {
  one: Candidate
  other: Candidate
  reasons: DoubleReason[]
}

// Beyond this a shared name or organisation says too little, and comparing everybody with everybody takes too long.
const largestGroup = 80

/**
 * Records that look like one person: the same name, or nearly the same name with the same organisation or nearly the same
 * address. The surest come first.
 * @param isApart whether somebody said that two are two people
 */
export function findDoubles(people: readonly Candidate[], isApart: (one: string, other: string) => boolean): Double[] {
  const found = new Map<string, Double>()
  for (const group of groups(people)) {
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) {
        const key = [one.id, other.id].toSorted().join(' ')
        if (found.has(key) || isApart(one.id, other.id)) continue
        const reasons = reasonsFor(one, other)
        if (isDouble(reasons)) found.set(key, { one, other, reasons })
      }
    })
  }
  return [...found.values()].toSorted(
    (a, b) => b.reasons.length - a.reasons.length || (a.one.name < b.one.name ? -1 : 1),
  )
}

/** Only those who share a name, an organisation or the first half of an address are compared at all. */
function groups(people: readonly Candidate[]): Candidate[][] {
  const keyed = people.flatMap((person) => [
    { key: `name ${nameKey(person.name)}`, person },
    { key: `mail ${mailboxKey(person.email)}`, person },
    ...[...new Set(person.organisationIds)].map((id) => ({ key: `at ${id}`, person })),
  ])
  const byKey = Map.groupBy(keyed, ({ key }) => key)
  return [...byKey.values()]
    .filter(({ length }) => length > 1 && length <= largestGroup)
    .map((group) => group.map(({ person }) => person))
}

function reasonsFor(one: Candidate, other: Candidate): DoubleReason[] {
  const reasons: DoubleReason[] = []
  if (nameKey(one.name) === nameKey(other.name)) reasons.push('sameName')
  else if (isNearName(one.name, other.name)) reasons.push('nearName')
  if (one.organisationIds.some((id) => other.organisationIds.includes(id))) reasons.push('sameOrganisation')
  if (isNearEmail(one.email, other.email)) reasons.push('nearEmail')
  return reasons
}

function isDouble(reasons: readonly DoubleReason[]): boolean {
  return reasons.includes('sameName') || (reasons.includes('nearName') && reasons.length > 1)
}

/** 'MORALES Ána' and 'Ana Morales' have the same key. */
function nameKey(name: string): string {
  return fold(name).split(' ').toSorted().join(' ')
}

function isNearName(one: string, other: string): boolean {
  const [a, b] = [fold(one).split(' '), fold(other).split(' ')]
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  if (
    fewer.length > 1 &&
    fewer.every((word) => more.some((longer) => longer === word || (word.length === 1 && longer.startsWith(word))))
  )
    return true
  const [left, right] = [nameKey(one), nameKey(other)]
  const allowed = Math.min(left.length, right.length) < 8 ? 1 : 2
  return Math.min(left.length, right.length) > 3 && distance(left, right, allowed) <= allowed
}

function mailboxKey(email: string): string {
  return (email.split('@')[0] ?? '').toLowerCase().replace(/\+.*$/, '').replace(/[._-]/g, '')
}

/** One mailbox name at two hosts, or a slip of the finger in one address. */
export function isNearEmail(one: string, other: string): boolean {
  const [left, right] = [mailboxKey(one), mailboxKey(other)]
  if (left.length >= 4 && left === right) return true
  const [host, otherHost] = [one.split('@')[1] ?? '', other.split('@')[1] ?? '']
  return host === otherHost && Math.min(left.length, right.length) > 4 && distance(left, right, 1) <= 1
}

/** Letters to change, add, leave out or swap with a neighbour to turn one into the other; anything above `limit` is limit + 1. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      next.push(least)
    }
    if (Math.min(...next) > limit) return limit + 1
    before = last
    last = next
  }
  return Math.min(last[other.length] ?? 0, limit + 1)
}
