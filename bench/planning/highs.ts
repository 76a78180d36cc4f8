import { createRequire } from 'node:module'
import { timed } from '../pairing-rivals.ts'

/** What HiGHS said of a model: the best it found, what it proved, and the CPU seconds of its run alone. */
export interface HighsAnswer {
  isOptimal: boolean
  objective: number
  bound: number
  seconds: number
}

/** Solves a model in the LP format within so many seconds. Reading the model is not counted. */
export type Highs = (lp: string, seconds: number) => HighsAnswer

interface HighsModel {
  options: { set(options: object): void }
  info: { get(name: string): number }
  constants?: unknown
  run(): unknown
  getModelStatus(): number
  getObjectiveValue(): number
}
interface HighsRuntime {
  constants: { modelStatus: { optimal: number } }
  withModel<T>(source: { format: 'lp'; data: string }, operation: (model: HighsModel) => T): T
}

/** The npm package `highs`, where it happens to be installed: HiGHS (Huangfu & Hall) as WebAssembly. */
export async function loadHighs(): Promise<Highs | undefined> {
  let load: () => Promise<HighsRuntime>
  try {
    load = createRequire(import.meta.url)('highs') as typeof load
  } catch {
    return undefined
  }
  const highs = await load()
  return (lp, limit) =>
    highs.withModel({ format: 'lp', data: lp }, (model) => {
      model.options.set({ output_flag: false, time_limit: limit, mip_rel_gap: 0 })
      const { seconds } = timed(() => model.run())
      const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal
      const objective = model.getObjectiveValue()
      return { isOptimal, objective, bound: isOptimal ? objective : model.info.get('mip_dual_bound'), seconds }
    })
}
