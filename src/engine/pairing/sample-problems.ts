import type { CapacityProblem, PairingProblem } from './problem.ts'
import { seededRandom } from '../random.ts'

type Edges = [number, number, number][]

/** Small random problems of every sort: ties, negative weights, doubled edges, pins and bans. For brute force. */
export function smallProblem(seed: number): PairingProblem {
  const random = seededRandom(seed)
  const n = 2 + random.int(11)
  const count = random.int((n * (n - 1)) / 2 + 3)
  const range = random.pick([2, 5, 20, 1000])
  const lowest = random.pick([1, 1, 0, -Math.floor(range / 2)])
  const edges: Edges = []
  for (let index = 0; index < count; index++) {
    const u = random.int(n)
    edges.push([u, (u + 1 + random.int(n - 1)) % n, lowest + random.int(range)])
  }
  const problem: PairingProblem = { n, edges, maximumCardinality: random.int(3) === 0 }
  if (random.int(3) > 0) return problem

  const order = random.shuffle(edges)
  const first = order.pop()
  const pins = first ? [[first[0], first[1]] as const] : []
  const touches = (u: number, v: number) => pins.some((pin) => pin.includes(u) || pin.includes(v))
  const second = order.find(([u, v]) => !touches(u, v))
  if (second && random.int(2) === 0) pins.push([second[1], second[0]])
  const isPinned = (u: number, v: number) => pins.some((pin) => pin.includes(u) && pin.includes(v))
  const forbidden = order.filter(([u, v]) => random.int(4) === 0 && !isPinned(u, v)).map(([u, v]) => [v, u] as const)
  return { ...problem, pins, forbidden }
}

/** Small random problems where each of at most 8 people may take 0 to 3 partners, with pins and bans. */
export function smallCapacityProblem(seed: number): CapacityProblem {
  const random = seededRandom(seed)
  const n = 2 + random.int(7)
  const range = random.pick([2, 5, 1000])
  const lowest = random.pick([1, 1, 0, -Math.floor(range / 2)])
  const edges: Edges = []
  for (let index = random.int(17); index > 0; index--) {
    const u = random.int(n)
    edges.push([u, (u + 1 + random.int(n - 1)) % n, lowest + random.int(range)])
  }
  const capacities = Array.from({ length: n }, () => random.int(4))
  const problem = { n, edges, capacities, maximumCardinality: random.int(3) === 0 }
  if (random.int(2) === 0) return problem

  const left = [...capacities]
  const pins: [number, number][] = []
  for (const [u, v] of edges.slice(0, random.int(4))) {
    if (left[u]! < 1 || left[v]! < 1) continue
    left[u]!--
    left[v]!--
    pins.push([v, u])
  }
  const isPin = (u: number, v: number) => pins.some((pin) => pin.includes(u) && pin.includes(v))
  const forbidden = edges.filter(([u, v]) => random.int(6) === 0 && !isPin(u, v)).map(([u, v]) => [v, u] as const)
  return { ...problem, pins, forbidden }
}

/** Every two of n peers may meet; worth by topics that one offers and the other wants, as a real matching has it. */
export function wholeCohort(n: number, seed: number): PairingProblem {
  const random = seededRandom(seed)
  const draw = () => Array.from({ length: n }, () => Array.from({ length: 12 }, () => (random.int(4) === 0 ? 1 : 0)))
  const [offers, wants] = [draw(), draw()]
  const meets = (giver: number, taker: number) =>
    offers[giver]!.reduce<number>((sum, offer, topic) => sum + offer * wants[taker]![topic]!, 0)
  const edges: Edges = []
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) edges.push([u, v, 10 * (meets(u, v) + meets(v, u)) + random.int(5)])
  }
  return { n, edges }
}

/** Each of n vertices draws half of its about k neighbours; weights 1 .. range. */
export function sparse(n: number, k: number, range: number, seed: number): PairingProblem {
  const random = seededRandom(seed)
  const edges: Edges = []
  for (let u = 0; u < n; u++) {
    for (let draw = 0; draw < k / 2; draw++) {
      edges.push([u, (u + 1 + random.int(n - 1)) % n, 1 + random.int(range)])
    }
  }
  return { n, edges }
}

/** Points in a square, each joined to about k others near it; the nearer the heavier: many nested blossoms. */
export function nearby(n: number, k: number, seed: number): PairingProblem {
  const random = seededRandom(seed)
  const points = Array.from({ length: n }, () => [random.next(), random.next()] as const)
  const cells = Math.max(1, Math.floor(Math.sqrt((9 * n) / k)))
  const grid = new Map<number, number[]>()
  const cellOf = (at: readonly [number, number]) => [Math.floor(at[0] * cells), Math.floor(at[1] * cells)] as const
  for (const [vertex, at] of points.entries()) {
    const [x, y] = cellOf(at)
    const cell = grid.get(x * cells + y) ?? []
    grid.set(x * cells + y, cell)
    cell.push(vertex)
  }
  const edges: Edges = []
  for (const [u, at] of points.entries()) {
    const [x, y] = cellOf(at)
    for (let dx = Math.max(0, x - 1); dx <= Math.min(cells - 1, x + 1); dx++) {
      for (let dy = Math.max(0, y - 1); dy <= Math.min(cells - 1, y + 1); dy++) {
        for (const v of grid.get(dx * cells + dy) ?? []) {
          const distance = Math.hypot(at[0] - points[v]![0], at[1] - points[v]![1])
          if (v > u) edges.push([u, v, Math.max(1, 100_000 - Math.round(100_000 * distance))])
        }
      }
    }
  }
  return { n, edges }
}
