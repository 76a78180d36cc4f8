import type { Verdict } from './checker/verdict.ts'

/** How far a proof goes. */
export interface Bounds {
  times: number
  /** Ends early when this many minutes are over. */
  minutes: number
  /** Writers at work at once. */
  lanes: number
  tell: (line: string) => void
}

/** What came of a proof. */
export interface Outcome {
  verdict: Verdict
  /** How often each victim was killed, or the plug pulled. */
  times: Map<string, number>
  /** What was under way in that moment; several things may have been. */
  during: Map<string, number>
  /** Milliseconds until it was ready again, each time. */
  backAfter: number[]
  /** Addresses that answered 500, and writers that could not go on. */
  broken: string[]
  /** How it ended when it was asked to, at the very end. */
  stop: { code: number | null; milliseconds: number }
  minutes: number
}

export type Blows = Pick<Outcome, 'times' | 'during' | 'backAfter'>

export function noBlows(): Blows {
  return { times: new Map(), during: new Map(), backAfter: [] }
}

export function noteBlow(blows: Blows, what: string, during: readonly string[]): void {
  tally(blows.times, what)
  for (const name of during) tally(blows.during, name)
}

function tally(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

/** Everything that must not be, in sentences; none when the proof holds. */
export function troubles({ verdict, broken, stop }: Outcome): string[] {
  const { lost, torn, doubled, refused, unopenable } = verdict
  return [
    ...Object.entries({ lost, torn, doubled, refused, unopenable }).flatMap(([kind, list]) =>
      list.map((words) => `${kind}: ${words}`),
    ),
    ...broken.map((words) => `broken: ${words}`),
    ...(stop.code === 0 ? [] : [`asked to stop, it ended with ${stop.code}`]),
  ]
}
