import type { Forest } from './forest.ts'
import type { PairingCertificate, SetAside } from './problem.ts'

/**
 * Keeps the dual solution in O(n) memory and spells the blossoms out only when they are read: nested ones may hold
 * the same vertices many times over.
 */
export function keepCertificate(forest: Forest, aside: SetAside): () => PairingCertificate {
  const { dual, parent, first, firstVertex, lastVertex } = forest
  const { n } = forest.graph
  const duals = dual.slice(0, aside.n)
  const { floor } = forest
  const everybody = duals
    .keys()
    .filter((vertex) => floor > 0 && duals[vertex]! >= floor)
    .toArray()
  for (const vertex of everybody) duals[vertex]! -= floor
  for (let vertex = 0; vertex < aside.n; vertex++) duals[vertex]! -= aside.shift
  for (const vertex of aside.pins.flat()) duals[vertex] = 0

  const vertices = new Int32Array(n)
  const place = new Int32Array(n)
  let placed = 0
  for (let node = 0; node < 2 * n; node++) {
    if (parent[node] !== -1 || (node >= n && first[node] === -1)) continue
    for (let v = forest.vertexAfter(node, -1); v !== -1; v = forest.vertexAfter(node, v)) {
      place[v] = placed
      vertices[placed++] = v
    }
  }
  const blossoms: { from: number; to: number; dual: number }[] = []
  for (let node = n; node < 2 * n; node++) {
    if (first[node] === -1 || dual[node] === 0) continue
    blossoms.push({ from: place[firstVertex[node]!]!, to: place[lastVertex[node]!]! + 1, dual: dual[node]! })
  }
  return () => {
    const spelt = blossoms.map((each) => ({
      vertices: Array.from(vertices.slice(each.from, each.to).sort()),
      dual: each.dual,
    }))
    if (floor > 0) spelt.push({ vertices: everybody, dual: 2 * floor })
    return { vertexDuals: Array.from(duals), blossoms: spelt }
  }
}
