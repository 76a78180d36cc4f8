import { whyUnproved } from './bound.ts'
import { type CapacityProblem, type PairingCertificate, pairKey, type PairingProblem } from './problem.ts'
import { allowedEdges, seatProblem } from './seats.ts'

export type PairingVerdict = { optimal: true } | { optimal: false; why: string }

/** What is claimed of a problem; the partners only where everybody takes one. */
export interface ClaimedPairing {
  weight: number
  pairs: readonly (readonly [number, number])[]
  mate?: Int32Array
  certificate: PairingCertificate
}

/**
 * Proves a pairing optimal from its certificate alone, or says what is wrong with it. Knows nothing of the search: adds
 * up the pairs, then lets `whyUnproved` hold the certificate against the problem, or against that of its seats where
 * people may take several partners (`seatProblem`). O(n + m * depth of sets).
 */
export function checkPairing(problem: PairingProblem | CapacityProblem, claimed: ClaimedPairing): PairingVerdict {
  const why = whyNoPairing(problem, claimed) ?? whyNotBest(problem, claimed)
  return why === undefined ? { optimal: true } : { optimal: false, why }
}

function whyNoPairing(problem: PairingProblem | CapacityProblem, claimed: ClaimedPairing): string | undefined {
  const { n } = problem
  const allowed = allowedEdges(problem)
  const partners = new Int32Array(n)
  const taken = new Set<number>()
  let weight = 0
  for (const [u, v] of claimed.pairs) {
    const edge = allowed.get(pairKey(n, u, v))
    if (edge === undefined) return `The pair ${u}-${v} is not allowed.`
    if (taken.has(pairKey(n, u, v))) return `The pair ${u}-${v} is there twice.`
    taken.add(pairKey(n, u, v))
    weight += edge[2]
    for (const vertex of [u, v]) {
      const most = 'capacities' in problem ? problem.capacities[vertex]! : 1
      if (++partners[vertex]! > most) return `Vertex ${vertex} has more partners than ${most}.`
    }
  }
  if (weight !== claimed.weight) return `The pairs weigh ${weight}, not ${claimed.weight}.`
  const broken = (problem.pins ?? []).find(([u, v]) => !taken.has(pairKey(n, u, v)))
  if (broken) return `The pin ${broken.join('-')} was not kept.`
  return claimed.mate && whyOtherPartners(n, claimed.mate, taken)
}

function whyOtherPartners(n: number, mate: Int32Array, taken: ReadonlySet<number>): string | undefined {
  if (mate.length !== n) return `There are ${mate.length} partners for ${n} vertices.`
  const paired = mate
    .keys()
    .filter((v) => mate[v] !== -1)
    .toArray()
  const loose = paired.find((v) => mate[mate[v]!] !== v)
  if (loose !== undefined) return `Vertex ${loose} is paired with ${mate[loose]}, but not the other way round.`
  const isSame = paired.length === 2 * taken.size && paired.every((v) => taken.has(pairKey(n, v, mate[v]!)))
  return isSame ? undefined : 'Pairs and partners differ.'
}

function whyNotBest(problem: PairingProblem | CapacityProblem, claimed: ClaimedPairing): string | undefined {
  const seats = seatProblem(problem)
  const { n } = problem
  const allowed = allowedEdges(problem)
  const pins = new Set((problem.pins ?? []).map(([u, v]) => pairKey(n, u, v)))
  let { weight } = claimed
  for (const pin of pins) weight -= allowed.get(pin)![2]
  for (const [, , doors] of seats.edgesWithDoors) weight += doors
  const pairs = claimed.pairs.length - pins.size + seats.edgesWithDoors.length
  return whyUnproved(seats, seats.taken, claimed.certificate, { weight, pairs })
}
