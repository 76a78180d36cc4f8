import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkPairResult, pairResultSchema, pairVerb } from './pair.ts'
import { pairingSchema } from './pairing-json.ts'
import { FileFault } from './verb.ts'

const folder = mkdtempSync(join(tmpdir(), 'pair-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(content: string | Uint8Array, name = 'problem'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = (content: string | Uint8Array | object) =>
  pairResultSchema.parse(
    pairVerb.run(
      [write(typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content))],
      new Map(),
    ),
  )
const path = 'c a comment\n\np edge 4 3\r\ne 1 2 5\ne 2 3 9\ne 3 4 5\n'
const named = {
  people: ['Ann', 'Ben', 'Cho', 'Dee'],
  pairs: [
    ['Ann', 'Ben', 5],
    ['Ben', 'Cho', 9],
    ['Cho', 'Dee', 5],
  ],
}

describe('the pairing of a file', () => {
  it('reads DIMACS and answers in its numbers, which count from 1', () => {
    const found = run(path)
    expect(found).toMatchObject({
      weight: 10,
      pairs: [
        [1, 2],
        [3, 4],
      ],
    })
    expect(found.certificate.vertexDuals.reduce((sum, dual) => sum + dual, 0)).toBe(20)
    expect(found.milliseconds).toBeGreaterThanOrEqual(0)
  })

  it('reads JSON with names, pins, bans and as many pairs as possible', () => {
    expect(run({ ...named, pins: [['Cho', 'Ben']] })).toMatchObject({ weight: 9, pairs: [['Ben', 'Cho']] })
    expect(run({ ...named, forbidden: [['Ben', 'Ann']] })).toMatchObject({ weight: 9 })
    expect(run({ people: 3, pairs: [[0, 2, -4]], maximumCardinality: true })).toMatchObject({ weight: -4 })
    expect(run({ people: 3, pairs: [[0, 2, -4]] })).toMatchObject({ weight: 0, pairs: [] })
  })

  it('reads capacities', () => {
    expect(run({ ...named, capacities: [1, 2, 2, 0] })).toMatchObject({
      weight: 14,
      pairs: [
        ['Ann', 'Ben'],
        ['Ben', 'Cho'],
      ],
    })
  })

  it('knows a problem of nobody', () => {
    expect(run('p edge 0 0')).toMatchObject({ weight: 0, pairs: [] })
  })
})

describe('a file that does not hold is refused in one sentence', () => {
  const deep = `{"people": ${'['.repeat(80)}${']'.repeat(80)}}`
  it.each<[string, string | Uint8Array | object]>([
    ["The file 'FILE' is empty.", ''],
    ["The file 'FILE' is empty.", ' \n\n'],
    ["The file 'FILE' is no text.", new Uint8Array([0, 255, 254, 128, 7])],
    ["There is no line 'p edge N M'.", 'c nothing'],
    ["Line 1: The line 'p edge N M' must come first.", 'e 1 2 3'],
    ["Line 1: It is 'p edge N M'.", 'p col 3 2'],
    ["Line 2: There is a second line 'p'.", 'p edge 2 0\np edge 2 0'],
    ['Line 1: The number of people must be from 0 to 1000000.', 'p edge 99999999 0'],
    ["Line 1: 'x' is not a whole number of safe size.", 'p edge x 1'],
    ["The line 'p' promises 2 edges, but there are 1.", 'p edge 2 2\ne 1 2 3'],
    ["The line 'p' promises 0 edges, but there are 1.", 'p edge 2 0\ne 1 2 3'],
    ['Line 3: There is no 4; people count from 1 to 3.', 'p edge 3 2\ne 1 2 3\ne 2 4 1'],
    ['Line 2: There is no 0; people count from 1 to 3.', 'p edge 3 1\ne 0 2 3'],
    ["Line 2: '1.5' is not a whole number of safe size.", 'p edge 3 1\ne 1 2 1.5'],
    ["Line 2: '9007199254740993' is not a whole number of safe size.", 'p edge 3 1\ne 1 2 9007199254740993'],
    ["Line 2: It is 'e U V WEIGHT'.", 'p edge 3 1\ne 1 2'],
    ['Line 2: 2 cannot be paired with themselves.', 'p edge 3 1\ne 2 2 1'],
    ['Line 4: The same two are on line 2 already.', 'p edge 3 2\ne 1 2 1\nc\ne 2 1 5'],
    ["Line 2: A line begins with 'c', 'p' or 'e'.", 'p edge 3 1\nx 2 2 1'],
    ['Line 2: The line is longer than 10000 signs.', `p edge 3 1\n${'e'.repeat(10_000_000)}`],
    ['Line 3: This is no JSON.', '{"people": 2,\n\n"pairs": [[0, 1, 01]]}'],
    ['Line 1: This is no JSON.', '{"people": 2, '],
    ['Line 1: The JSON is nested deeper than 64.', deep],
    ['At pairs[0]: there is no person Eve.', { ...named, pairs: [['Eve', 'Ann', 1]] }],
    ['At pins[0]: Ann cannot be paired with themselves.', { ...named, pins: [['Ann', 'Ann']] }],
    ['At pairs[1]: the same two are at pairs[0] already.', { people: 2, pairs: [0, 1].map((u) => [u, 1 - u, 1]) }],
    ['Two people have the same name.', { people: ['a', 'a'], pairs: [] }],
    ['There are 1 capacities for 4 people.', { ...named, capacities: [1] }],
    [
      'The pin 0-3 is not among the edges. (Here people count from 0, in the order of the file.)',
      { ...named, pins: [['Ann', 'Dee']] },
    ],
  ])('%s', (sentence, content) => {
    const fault = new FileFault(sentence.replace('FILE', join(folder, 'problem')))
    expect(() => run(content)).toThrow(fault)
  })

  it.each<[RegExp, object]>([
    [/^At pairs\[0\]\[2\]: Invalid input: expected int/, { people: 2, pairs: [[0, 1, 0.5]] }],
    [/^At people: /, { people: -1, pairs: [] }],
    [/^At pairs: /, { people: 2 }],
    [/^Unrecognized key: "pears"/, { people: 2, pairs: [], pears: [] }],
  ])('%s', (sentence, content) => {
    expect(() => run(content)).toThrow(sentence)
  })

  it('where there is no file at all', () => {
    expect(() => pairVerb.run([join(folder, 'none')], new Map())).toThrow(/cannot be read \(ENOENT\)/)
  })
})

describe('the check of a result', () => {
  const verdict = (problem: object | string, change: (result: z.infer<typeof pairResultSchema>) => void = () => {}) => {
    const result = run(problem)
    change(result)
    const file = write(typeof problem === 'string' ? problem : JSON.stringify(problem))
    return checkPairResult(file, JSON.stringify(result))
  }

  it('proves what the engine found', () => {
    expect(verdict(path)).toEqual({ optimal: true })
    expect(verdict({ ...named, pins: [['Ben', 'Cho']], maximumCardinality: true })).toEqual({ optimal: true })
    expect(verdict({ ...named, capacities: [2, 2, 2, 2], pins: [['Ben', 'Cho']] })).toEqual({ optimal: true })
  })

  it('says what is wrong with another', () => {
    expect(verdict(path, (result) => result.weight++)).toEqual({ optimal: false, why: 'The pairs weigh 10, not 11.' })
    expect(verdict(path, (result) => result.pairs.push([1, 9]))).toEqual({
      optimal: false,
      why: 'There is no pair 1-9.',
    })
    const lighter = verdict(path, (result) => {
      result.pairs.pop()
      result.weight -= 5
    })
    expect(lighter).toEqual({ optimal: false, why: 'The certificate leaves room for pairs that weigh 5 more.' })
  })

  it('refuses what is no result', () => {
    expect(() => checkPairResult(write(path), '{"weight": 1}')).toThrow(/^At pairs: /)
  })
})

it('the schema in the documentation is the one that files are read by', () => {
  const written = JSON.parse(readFileSync('docs/engine/pair.schema.json', 'utf8')) as object
  expect(written).toEqual(z.toJSONSchema(pairingSchema))
})
