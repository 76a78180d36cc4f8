import type { Forest } from './forest.ts'
import type { PairingCertificate, SetAside } from './problem.ts'

/**
 * Keeps the dual solution in O(n) memory and spells the blossoms out only when they are read: nested ones may hold
 * the same vertices many times over.
 */
export function keepCertificate(forest: Forest, aside: SetAside): () => PairingCertificate {
  const { floor } = forest
  const { n, shift } = aside
  const pinned = aside.pins.flat()
  const dual = forest.dual.slice()
  const parent = forest.parent.slice()
  const first = forest.first.slice()
  const firstVertex = forest.firstVertex.slice()
  const lastVertex = forest.lastVertex.slice()
  const following = forest.following.slice()
  return () => {
    const vertexDuals = Array.from(dual.subarray(0, n), (value) => (value >= floor ? value - floor : value) - shift)
    for (const vertex of pinned) vertexDuals[vertex] = 0
    const [vertices, place] = [new Int32Array(dual.length / 2), new Int32Array(dual.length / 2)]
    let placed = 0
    for (let node = 0; node < dual.length; node++) {
      if (parent[node] !== -1 || (node >= dual.length / 2 && first[node] === -1)) continue
      for (let v = firstVertex[node]!; ; v = following[v]!) {
        place[v] = placed
        vertices[placed++] = v
        if (v === lastVertex[node]) break
      }
    }
    const blossoms: PairingCertificate['blossoms'] = []
    for (let node = dual.length / 2; node < dual.length; node++) {
      if (first[node] === -1 || dual[node] === 0) continue
      const inside = vertices.slice(place[firstVertex[node]!], place[lastVertex[node]!]! + 1)
      blossoms.push({ vertices: Array.from(inside.sort()), dual: dual[node]! })
    }
    if (floor > 0) {
      // Who is pinned, away or not there yet has a dual of 0, below the floor.
      const everybody = Array.from({ length: n }, (_, vertex) => vertex).filter((vertex) => dual[vertex]! >= floor)
      blossoms.push({ vertices: everybody, dual: 2 * floor })
    }
    return { vertexDuals, blossoms }
  }
}
