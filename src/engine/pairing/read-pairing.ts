import { keepCertificate } from './certificate.ts'
import { ALONE, type Forest } from './forest.ts'
import type { Pairing, PairingCertificate, SetAside } from './problem.ts'

/** Reads the answer out of a finished forest, which stays as it is. O(n). */
export function readPairing(forest: Forest, aside: SetAside): Pairing {
  const readCertificate = keepCertificate(forest, aside)
  const { weight, mate } = readMates(forest, aside)
  let pairs: [number, number][] | undefined
  let certificate: PairingCertificate | undefined
  return {
    weight,
    mate,
    get pairs() {
      pairs ??= pairsOf(mate)
      return pairs
    },
    get certificate() {
      certificate ??= readCertificate()
      return certificate
    },
  }
}

/** Reads only who is paired with whom, and what that weighs. */
export function readMates(forest: Forest, aside: SetAside): { weight: number; mate: Int32Array } {
  const { graph } = forest
  const mate = partnersOf(forest).subarray(0, aside.n)
  let weight = aside.pinnedWeight
  for (let vertex = 0; vertex < aside.n; vertex++) {
    const half = mate[vertex]!
    if (half === ALONE) continue
    mate[vertex] = graph.head[half]!
    if (mate[vertex]! > vertex) weight += graph.weight2[half]! / 2 - aside.shift
  }
  for (const [u, v] of aside.pins) {
    mate[u] = v
    mate[v] = u
  }
  return { weight, mate }
}

function pairsOf(mate: Int32Array): [number, number][] {
  const pairs: [number, number][] = []
  for (let vertex = 0; vertex < mate.length; vertex++) {
    if (mate[vertex]! > vertex) pairs.push([vertex, mate[vertex]!])
  }
  return pairs
}

/** For each vertex the half-edge to its partner, or ALONE (-1): pairs are handed down from the blossoms. */
function partnersOf(forest: Forest): Int32Array {
  const { graph, match, base, parent, first } = forest
  const partners = new Int32Array(graph.n).fill(ALONE)
  for (let node = 0; node < 2 * graph.n; node++) {
    if (parent[node] !== -1 || (node >= graph.n && first[node] === -1)) continue
    partners[base[node]!] = match[node]!
    if (node >= graph.n) pairInside(forest, node, partners)
  }
  return partners
}

/** Pairs everybody inside a blossom but its base. */
function pairInside(forest: Forest, blossom: number, partners: Int32Array): void {
  const { graph, base, parent, next, nextEdge } = forest
  const left = [[blossom, base[blossom]!]]
  for (let inner = left.pop(); inner !== undefined; inner = left.pop()) {
    const [node, odd] = inner as [number, number]
    for (let child = odd; child !== node; child = parent[child]!) {
      for (let one = next[child]!; one !== child; one = next[next[one]!]!) {
        const half = nextEdge[one]!
        const ends = [forest.tail(half), graph.head[half]!] as const
        partners[ends[0]] = half
        partners[ends[1]] = graph.twin[half]!
        left.push([one, ends[0]], [next[one]!, ends[1]])
      }
    }
  }
}
