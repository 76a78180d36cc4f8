import { impossible, type PlanningProblem, type ProblemSeries } from './problem.ts'

/** What a set of starts is worth, in the order in which it counts. */
export interface StartsValue {
  unplaced: number
  moves: number
  total: number
  worst: number
}

/**
 * Tries every start of every session, for proofs on tiny problems: the best value by the sharing asked for. Shares no
 * code with the solver. Only a few sessions and a dozen slots are bearable.
 */
export function tryEveryStart(problem: PlanningProblem): StartsValue {
  const starts = problem.series.map((one) => new Array<number>(one.sessions).fill(-1))
  let best: StartsValue | undefined
  const place = (at: number, index: number): void => {
    const series = problem.series[at]
    if (!series) {
      const value = valueOfStarts(problem, starts)
      if (value && (!best || isBetter(value, best, problem.sharing === 'worst first'))) best = value
      return
    }
    const next = () => (index + 1 < series.sessions ? place(at, index + 1) : place(at + 1, 0))
    for (let start = -1; start < problem.slots; start++) {
      if (start >= 0 && (stands(series, index) || !isPossible(series, start))) continue
      starts[at]![index] = start
      next()
    }
    starts[at]![index] = -1
  }
  place(0, 0)
  return best!
}

/** Value of starts given (-1 for none), or undefined where they break a rule. */
export function valueOfStarts(
  problem: PlanningProblem,
  starts: readonly (readonly number[])[],
): StartsValue | undefined {
  const taken = new Set<string>()
  const burdens = Array.from({ length: problem.people }, (_, person) => problem.borne?.[person] ?? 0)
  const value = { unplaced: 0, moves: 0, total: 0, worst: 0 }
  for (const [at, series] of problem.series.entries()) {
    if (!keepsGaps(series, starts[at]!)) return undefined
    for (const [index, start] of starts[at]!.entries()) {
      if (stands(series, index)) continue
      const kept = series.kept?.[index] ?? -1
      if (kept >= 0 && kept !== start) value.moves++
      if (start < 0) value.unplaced++
      if (start < 0) continue
      if (!isPossible(series, start)) return undefined
      for (const name of cells(problem, series, start)) {
        if (taken.has(name)) return undefined
        taken.add(name)
      }
      value.total += series.extra?.[start] ?? 0
      for (const [i, person] of series.members.entries()) {
        burdens[person]! += series.rows[i]![start]!
        value.total += series.rows[i]![start]!
      }
    }
  }
  if (!keepsLimits(problem, starts)) return undefined
  for (const [at, series] of problem.series.entries()) {
    for (const [i, person] of (series.optional?.members ?? []).entries()) {
      for (const start of starts[at]!) {
        if (start < 0) continue
        const points = series.optional!.rows[i]![start]!
        const visit = cells(problem, { ...series, members: [person] }, start)
        const isMissing = points === impossible || visit.some((name) => name.startsWith('person') && taken.has(name))
        value.total += isMissing ? series.optional!.missing : points
        if (!isMissing) burdens[person]! += points
      }
    }
  }
  value.worst = Math.max(0, ...burdens)
  return value
}

function isBetter(one: StartsValue, other: StartsValue, worstFirst: boolean): boolean {
  const order = [
    'unplaced',
    'moves',
    ...(worstFirst ? ['worst', 'total'] : ['total', 'worst']),
  ] as (keyof StartsValue)[]
  for (const measure of order) if (one[measure] !== other[measure]) return one[measure] < other[measure]
  return false
}

function stands(series: ProblemSeries, index: number): boolean {
  return (series.standing?.[index] ?? -1) >= 0
}

function isPossible(series: ProblemSeries, start: number): boolean {
  return series.extra?.[start] !== impossible && series.rows.every((row) => row[start] !== impossible)
}

function cells(problem: PlanningProblem, series: ProblemSeries, start: number): string[] {
  const names: string[] = []
  const lead = series.lead ?? 0
  for (let slot = start - lead; slot < start + series.length + lead; slot++) {
    if (slot < 0 || slot >= problem.slots) continue
    for (const person of series.members) names.push(`person ${person} ${slot}`)
    const isWithin = slot >= start && slot < start + series.length
    if (series.place !== undefined && isWithin) names.push(`place ${series.place} ${slot}`)
  }
  return names
}

function keepsGaps(series: ProblemSeries, starts: readonly number[]): boolean {
  let last: { index: number; day: number; stands: boolean } | undefined
  if (series.before !== undefined) last = { index: -1, day: series.before, stands: true }
  for (const [index, start] of starts.entries()) {
    const isStanding = stands(series, index)
    if (start < 0 && !isStanding) continue
    const day = isStanding ? series.standing![index]! : (series.dayOf?.[start] ?? Math.floor(start / 48))
    if (last && !(last.stands && isStanding)) {
      const gap = day - last.day
      if (gap < series.leastGap || gap > series.greatestGap * (index - last.index)) return false
    }
    last = { index, day, stands: isStanding }
  }
  return true
}

function keepsLimits(problem: PlanningProblem, starts: readonly (readonly number[])[]): boolean {
  return (problem.limits ?? []).every(({ person, from, to, most, counts }) => {
    let used = 0
    for (const [at, series] of problem.series.entries()) {
      if (!series.members.includes(person)) continue
      for (const start of starts[at]!)
        if (start >= from && start < to) used += counts === 'minutes' ? series.minutes : 1
    }
    return used <= most
  })
}
