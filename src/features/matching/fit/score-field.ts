import type { PeerProfile } from '../../initiatives/peer-profile.ts'
import { type AllowedPair, type Cohort, makeCohort } from './fit.ts'
import { type FitContext, type Hard, hardRule, pairKey } from './hard.ts'
import { isPartIn, partNames, parts, type Weights } from './parts.ts'
import { preparePeers } from './peer.ts'

/** Everybody held against everybody, whatever the weights and bans: what takes long, and stays while nobody's answers change. */
export interface ScoredField {
  profiles: readonly PeerProfile[]
  prepared: ReturnType<typeof preparePeers>
  context: FitContext
  /** By part, in the order of `partNames`, and by `pairIndex`: 0 to 100, or `unknown`. */
  levels: readonly Int8Array[]
  /** By `pairIndex`: which of `named` keeps the two apart. */
  rules: Uint8Array
  named: readonly (Hard | null)[]
}

const unknown = -1

/** Scores all pairs of some people. Whom a context forbids is left to `weighField`. */
export function scoreField(profiles: readonly PeerProfile[], context: FitContext): ScoredField {
  const prepared = preparePeers(profiles, context)
  const { peers } = prepared
  const count = (peers.length * (peers.length - 1)) / 2
  const levels = partNames.map(() => new Int8Array(count))
  const rules = new Uint8Array(count)
  const named: (Hard | null)[] = [null]
  const measures = partNames.map((name) => (isPartIn(name, context) ? parts[name].level : null))
  const standing = { ...context, forbidden: new Set<string>() }
  let index = 0
  for (const [place, one] of peers.entries()) {
    for (const other of peers.slice(place + 1)) {
      for (const [part, levelOf] of measures.entries()) levels[part]![index] = levelOf?.(one, other) ?? unknown
      const rule = hardRule(one, other, standing)
      if (rule !== null && !named.includes(rule)) named.push(rule)
      rules[index] = named.indexOf(rule)
      index += 1
    }
  }
  return { profiles, prepared, context: standing, levels, rules, named }
}

/**
 * The cohort of a scored field under some weights and bans: the same as `makeCohort` gives, in a hundredth of the time.
 */
export function weighField(
  field: ScoredField,
  weights: Weights,
  forbidden: readonly (readonly [string, string])[],
): Cohort {
  const { profiles, prepared, rules, named } = field
  const keys = new Set(forbidden.map(([one, other]) => pairKey(one, other)))
  const told = makeCohort(profiles, weights, { ...field.context, forbidden: keys }, prepared)
  const size = profiles.length
  const { sums, open } = weigh(field, weights)
  const banned = new Set(
    forbidden.flatMap((people) => {
      const [one, other] = people.map((personId) => told.placeOf.get(personId))
      return one === undefined || other === undefined ? [] : pairIndex(size, one, other)
    }),
  )
  const mayMeet = (index: number) => rules[index] === 0 && !banned.has(index)
  let allowed: readonly AllowedPair[] | undefined
  return {
    peers: told.peers,
    placeOf: told.placeOf,
    most: told.most,
    fit: told.fit,
    points: (a, b) => sums[pairIndex(size, a, b)]!,
    worth(a, b) {
      const index = pairIndex(size, a, b)
      return mayMeet(index) ? sums[index]! : -1
    },
    hard(a, b) {
      const index = pairIndex(size, a, b)
      return banned.has(index) ? 'forbidden' : (named[rules[index]!] ?? null)
    },
    get allowed() {
      allowed ??= banned.size === 0 ? open : open.filter(([a, b]) => !banned.has(pairIndex(size, a, b)))
      return allowed
    },
  }
}

interface Weighed {
  weights: string
  /** Points by `pairIndex`. */
  sums: Int32Array
  /** Everybody whom no standing rule keeps apart. */
  open: readonly AllowedPair[]
}

// A pin or a ban changes no points: the last weighing of each field stays at hand.
const weighed = new WeakMap<ScoredField, Weighed>()

function weigh(field: ScoredField, weights: Weights): Weighed {
  const key = JSON.stringify(weights)
  const found = weighed.get(field)
  if (found?.weights === key) return found
  const sums = pointsOf(field, weights)
  const fresh = { weights: key, sums, open: openPairs(field, sums) }
  weighed.set(field, fresh)
  return fresh
}

function pointsOf({ levels }: ScoredField, weights: Weights): Int32Array {
  const sums = new Int32Array(levels[0]?.length ?? 0)
  for (const [part, name] of partNames.entries()) {
    const weight = weights[name]
    const level = levels[part]!
    if (weight === 0) continue
    for (let index = 0; index < sums.length; index++) if (level[index]! > 0) sums[index]! += weight * level[index]!
  }
  return sums
}

function openPairs({ profiles: { length: size }, rules }: ScoredField, sums: Int32Array): AllowedPair[] {
  const found: AllowedPair[] = []
  let index = 0
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      if (rules[index] === 0) found.push([a, b, sums[index]!])
      index += 1
    }
  }
  return found
}

/** Where two places of a field are kept, whichever comes first. @throws RangeError for somebody with themselves */
function pairIndex(size: number, one: number, other: number): number {
  const [a, b] = one < other ? [one, other] : [other, one]
  if (a === b || a < 0 || b >= size) throw new RangeError(`There is no pair of places ${one} and ${other}.`)
  return (a * (2 * size - a - 1)) / 2 + b - a - 1
}
