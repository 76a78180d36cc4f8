import { UsageError } from '../command.ts'
import type { EngineVerb } from './verb.ts'

/** How a verb is called. */
export function usageOf(verb: EngineVerb): string {
  return `perennial engine ${verb.name} ${verb.takes}`.trim()
}

/** Parts the words behind a verb from its flags. */
export function readCall(verb: EngineVerb, rest: string[]) {
  const words: string[] = []
  const flags = new Map<string, string>()
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] as string
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const name = word.slice(2)
    const value = rest[++at]
    if (!verb.flags.includes(name)) throw new UsageError(`'engine ${verb.name}' takes no ${word}.`)
    if (value === undefined) throw new UsageError(`${word} needs a value.`)
    if (flags.has(name)) throw new UsageError(`${word} stands twice.`)
    flags.set(name, value)
  }
  const [least, most] = verb.words
  if (words.length < least || words.length > most) throw new UsageError(`It is: ${usageOf(verb)}.`)
  return { words, flags }
}

/** A whole number given by a flag, or what holds without it. */
export function wholeFlag(flags: ReadonlyMap<string, string>, name: string, least: number): number | undefined {
  const text = flags.get(name)
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^\d{1,15}$/.test(text) || value < least)
    throw new UsageError(`--${name} must be a whole number from ${least} on, not '${text}'.`)
  return value
}

/** Seconds given by a flag: above 0, at most a day. */
export function secondsFlag(flags: ReadonlyMap<string, string>): number | undefined {
  const text = flags.get('seconds')
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^\d{1,5}(\.\d{1,6})?$/.test(text) || value <= 0 || value > 86_400) {
    throw new UsageError(`--seconds must be above 0 and at most 86400, not '${text}'.`)
  }
  return value
}
