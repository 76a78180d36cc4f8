import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PairingProblem } from '../src/engine/pairing/problem.ts'

/** Another program for the same task: solves a problem and says what came out and how many CPU seconds it took. */
export interface Rival {
  name: string
  /** Larger problems are not tried: they take minutes. */
  mostVertices: number
  solve(problem: PairingProblem): { weight: number; seconds: number }
}

/**
 * LEMON 1.3.1 (C++). Its driver takes a DIMACS file and prints one JSON line. It is taken from LEMON_DRIVER, or
 * compiled from the source given, where a compiler and LEMON's headers are at hand. Undefined otherwise.
 */
export function lemon(driverSource: URL): Rival | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pairing-'))
  let driver = process.env['LEMON_DRIVER']
  if (driver === undefined && existsSync(driverSource)) {
    driver = join(folder, 'lemon')
    try {
      execFileSync(process.env['CXX'] ?? 'c++', ['-O2', '-o', driver, driverSource.pathname], { stdio: 'ignore' })
    } catch {
      return undefined
    }
  }
  if (driver === undefined || !existsSync(driver)) return undefined
  const command = driver
  return {
    name: 'LEMON',
    mostVertices: Infinity,
    solve(problem) {
      const file = join(folder, 'problem.edge')
      const lines = problem.edges.map(([u, v, weight]) => `e ${u + 1} ${v + 1} ${weight}`)
      writeFileSync(file, `p edge ${problem.n} ${lines.length}\n${lines.join('\n')}\n`)
      const answer = JSON.parse(execFileSync(command, [file]).toString()) as Record<string, number>
      return { weight: answer['weight']!, seconds: answer['build_cpu_s']! + answer['cpu_s']! }
    },
  }
}

/** The npm package edmonds-blossom, where it happens to be installed. */
export function edmondsBlossom(): Rival | undefined {
  let blossom: (edges: PairingProblem['edges']) => number[]
  try {
    blossom = createRequire(import.meta.url)('edmonds-blossom') as typeof blossom
  } catch {
    return undefined
  }
  return {
    name: 'npm',
    mostVertices: 1000,
    solve(problem) {
      const edges = problem.edges.map((edge) => [...edge] as const)
      const { result: mate, seconds } = timed(() => blossom(edges))
      const taken = problem.edges.filter(([u, v]) => mate[u] === v)
      const weights = new Map<string, number>()
      for (const [u, v, weight] of taken) {
        const key = u < v ? `${u}-${v}` : `${v}-${u}`
        weights.set(key, Math.max(weight, weights.get(key) ?? -Infinity))
      }
      return { weight: weights.values().reduce((sum, weight) => sum + weight, 0), seconds }
    },
  }
}

/** Runs something and measures the CPU time of this process. */
export function timed<T>(run: () => T): { result: T; seconds: number } {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6 }
}
