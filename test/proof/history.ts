import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** Who is killed: Node alone, PostgreSQL alone, or both in one moment. */
export const victims = ['node', 'postmaster', 'both'] as const
export type Victim = (typeof victims)[number]

/** The changes a writer makes, each by the form a person would send. */
export type Change =
  | { change: 'agency'; name: string }
  | { change: 'initiative'; title: string }
  | { change: 'upload'; initiative: string; file: string; sha256: string }
  | { change: 'mapping'; roster: string }
  | { change: 'import'; initiative: string; roster: string; people: string[] }
  | { change: 'invite'; initiative: string; people: string[] }
  | { change: 'profile'; initiative: string; person: string; problem: string }
  | { change: 'round'; initiative: string; title: string }
  | { change: 'publish'; initiative: string; round: string }
  | { change: 'answer'; initiative: string; person: string }
  | { change: 'agreement'; initiative: string; person: string }
  | { change: 'times'; initiative: string; person: string }
export type ChangeName = Change['change']

/** One line of the history. `id` is the key of the form; `at` is milliseconds since 1970. */
export type Line =
  | ({ says: 'sent'; id: string } & Change)
  | { says: 'acknowledged'; id: string; location: string }
  | { says: 'refused'; id: string; status: number; words: string }
  | { says: 'killed'; victim: Victim; during: string[] }
  | { says: 'cut'; during: string[] }
  | { says: 'back'; milliseconds: number }
  | { says: 'unopenable' | 'died'; words: string }
export type Told = Line & { at: number }

/** A file of JSON lines, each on the disk before the next thing is done. */
export class Record<T extends object> {
  readonly path: string
  readonly #file: number
  constructor(path: string) {
    this.path = path
    this.#file = openSync(path, 'a')
  }

  tell(line: T): void {
    writeSync(this.#file, `${JSON.stringify({ at: Date.now(), ...line })}\n`)
    fsyncSync(this.#file)
  }

  close(): void {
    closeSync(this.#file)
  }
}

export type History = Record<Line>

/** A mail as the receiving server took it: `startedAt` is when its sender began to speak of it. */
export interface TakenMail {
  at: number
  startedAt: number
  messageId: string
  to: string
  subject: string
}

export function readLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
