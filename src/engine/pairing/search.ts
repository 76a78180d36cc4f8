import { expandBlossom, shrinkCycle } from './blossom.ts'
import { ALONE, HALVED, INNER, OUTER, UNREACHED, WAITING, type Forest } from './forest.ts'
import { halveCycle, pairCycleBut } from './halves.ts'
import { flipPath, meetingOf } from './path.ts'
import { expectReach, makeInner, makeOuter } from './tree.ts'

/**
 * Grows an alternating tree from each of some unpaired top nodes, all at one pace, until one of them can be paired, or
 * until a vertex whose dual is 0 can be left unpaired in its place. Time runs through the trees only: the duals of all
 * other vertices stay as they are. Two trees meet after far fewer steps than one would need to find the other's root.
 * The duals of the roots must be all even or all odd: then every time is a whole number.
 */
export function growTrees(forest: Forest, roots: readonly number[]): void {
  forest.now = 0
  forest.limit = Infinity
  for (const root of roots) makeOuter(forest, root)
  const { events, tight, waiting, graph, label, dual } = forest
  while (forest.limit > forest.now) {
    const vertex = waiting.pop()
    if (vertex !== undefined) {
      scan(forest, vertex)
      continue
    }
    let event = tight.pop()
    if (event === undefined) {
      if (events.size === 0 || events.nextTime() >= forest.limit) break
      forest.now = events.nextTime()
      event = events.take()
    }
    if (event < 0) {
      const blossom = ~event
      if (label[blossom] === INNER && dual[blossom]! <= 2 * forest.now) expandBlossom(forest, blossom)
      continue
    }
    const from = forest.tail(event)
    const to = graph.head[event]!
    const distance = dual[from]! + dual[to]! - graph.weight2[event]!
    if (label[to] === UNREACHED) {
      if (distance <= forest.now) reach(forest, event)
    } else if (label[to] !== INNER && distance <= 2 * forest.now && forest.find(from) !== forest.find(to)) {
      const meeting = meetingOf(forest, event)
      if (meeting === -1) {
        forest.limit = forest.now
        forest.ending = event
      } else {
        shrinkCycle(forest, event, meeting)
      }
    }
  }
  endTrees(forest)
}

/** Looks at every edge of an outer vertex, and notes when each would become tight. */
function scan(forest: Forest, vertex: number): void {
  const { label, dual, nearest, events, now, tight } = forest
  const { start, head, weight2 } = forest.graph
  const own = dual[vertex]!
  const end = start[vertex + 1]!
  label[vertex] = OUTER
  for (let half = start[vertex]!; half < end; half++) {
    const other = head[half]!
    const distance = own - weight2[half]!
    const state = label[other]
    if (state === OUTER) {
      const time = (distance + dual[other]!) / 2
      if (time >= forest.limit || forest.find(vertex) === forest.find(other)) continue
      if (forest.halving) {
        forest.limit = time
        forest.ending = half
        continue
      }
      if (time <= now) tight.push(half)
      else events.add(time, half)
    } else if (state !== WAITING && distance < nearest[other]!) {
      const time = distance + dual[other]! + (state === INNER ? now : 0)
      if (time >= forest.limit) continue
      if (nearest[other] === Infinity) forest.measured[forest.measuredCount++] = other
      nearest[other] = distance
      forest.nearestEdge[other] = half
      if (state === UNREACHED) expectReach(forest, half, time)
    }
  }
}

/** Takes an unreached node and its partner into the tree. */
function reach(forest: Forest, half: number): void {
  const node = forest.find(forest.graph.head[half]!)
  makeInner(forest, node, half)
  makeOuter(forest, forest.find(forest.graph.head[forest.match[node]!]!))
}

function endTrees(forest: Forest): void {
  const { graph, dual, label, limit, ending, labelled } = forest
  if (ending < 0) {
    flipPath(forest, forest.find(~ending), ALONE, ~ending)
  } else if (forest.halving && label[graph.head[ending]!] !== UNREACHED) {
    halveCycle(forest, ending)
  } else if (label[graph.head[ending]!] !== UNREACHED) {
    const [from, to] = [forest.tail(ending), graph.head[ending]!]
    flipPath(forest, forest.find(from), ending, from)
    flipPath(forest, forest.find(to), graph.twin[ending]!, to)
  } else {
    const vertex = graph.head[ending]!
    const reached = forest.find(vertex)
    if (forest.match[reached] === HALVED) pairCycleBut(forest, vertex)
    forest.match[reached] = graph.twin[ending]!
    forest.base[reached] = vertex
    flipPath(forest, forest.find(forest.tail(ending)), ending, forest.tail(ending))
  }
  for (const node of labelled) {
    const change = node < graph.n ? limit : -2 * limit
    if (label[node] === INNER) dual[node]! += change
    else if (label[node] !== UNREACHED) dual[node]! -= change
    label[node] = UNREACHED
  }
  for (let index = 0; index < forest.measuredCount; index++) forest.nearest[forest.measured[index]!] = Infinity
  forest.measuredCount = 0
  labelled.length = 0
  forest.waiting.length = 0
  forest.tight.length = 0
  forest.events.clear()
}
