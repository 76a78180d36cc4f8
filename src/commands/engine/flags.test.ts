import { describe, expect, it } from 'vitest'
import { readCall, secondsFlag, wholeFlag } from './flags.ts'
import { type EngineVerb, FileFault } from './verb.ts'

const verb: EngineVerb = {
  name: 'try',
  takes: 'FILE [--seed N]',
  says: 'try',
  help: 'Try.',
  words: [1, 1],
  flags: ['seed', 'seconds'],
  run: () => ({}),
}

describe('the call of an engine', () => {
  it('parts words from flags, in any order', () => {
    const { words, flags } = readCall(verb, ['--seed', '7', 'file', '--seconds', '0.5'])
    expect(words).toEqual(['file'])
    expect(wholeFlag(flags, 'seed', 0)).toBe(7)
    expect(secondsFlag(flags)).toBe(0.5)
    expect(wholeFlag(new Map(), 'seed', 0)).toBeUndefined()
  })

  it.each([
    [['file', '--size', '4'], "'engine try' takes no --size."],
    [['file', '--seed'], '--seed needs a value.'],
    [['file', '--seed', '1', '--seed', '2'], '--seed stands twice.'],
    [['one', 'two'], 'It is: perennial engine try FILE [--seed N].'],
    [[], 'It is: perennial engine try FILE [--seed N].'],
  ])('refuses %j', (rest, sentence) => {
    expect(() => readCall(verb, rest)).toThrow(sentence)
  })

  it.each(['-1', '1.5', 'x', '', '1e9', '0'])('takes %j for no whole number from 1 on', (value) => {
    expect(() => wholeFlag(new Map([['rounds', value]]), 'rounds', 1)).toThrow(/^--rounds must be a whole number/)
  })

  it.each(['0', '-1', 'x', '90000', 'Infinity'])('takes %j for no seconds', (value) => {
    expect(() => secondsFlag(new Map([['seconds', value]]))).toThrow(/^--seconds must be above 0/)
  })
})

it('a fault of a file names its line', () => {
  expect(new FileFault('There is no weight.', 3).message).toBe('Line 3: There is no weight.')
})
