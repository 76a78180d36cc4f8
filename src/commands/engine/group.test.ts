import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkGroupResult, groupVerb } from './group.ts'
import { groupingFile } from './grouping-json.ts'

const folder = mkdtempSync(join(tmpdir(), 'grouping-'))
const fileOf = (content: string | Buffer | object) => {
  const path = join(folder, 'problem')
  writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content))
  return path
}
type Result = { value: number; groups: (string | number)[][] }
const run = (path: string, flags: [string, string][] = [['iterations', '50']]) =>
  groupVerb.run([path], new Map(flags)) as Result

const plain = '4 2 ss 2 2 2 2\n0 1 5\n0 2 1.5\n0 3 1\n1 2 1\n1 3 2\n2 3 7\n'

test('a library file, plain or gzipped, is grouped by its own numbering and found right', () => {
  const expected = {
    value: 12,
    groups: [
      [0, 1],
      [2, 3],
    ],
  }
  expect(run(fileOf(plain))).toMatchObject(expected)
  expect(run(fileOf(gzipSync(plain)))).toMatchObject(expected)
  expect(checkGroupResult(fileOf(plain), expected)).toEqual({ holds: true, value: 12 })
})

test('a result that is wrong is refused with what is wrong', () => {
  const path = fileOf(plain)
  expect(
    checkGroupResult(path, {
      value: 13,
      groups: [
        [0, 1],
        [2, 3],
      ],
    }),
  ).toMatchObject({ why: 'The groups are worth 12, not 13.' })
  expect(checkGroupResult(path, { groups: [[0, 1, 2], [3]] })).toMatchObject({
    why: 'Group 0 has 3 people, not 2 to 2.',
  })
  expect(
    checkGroupResult(path, {
      groups: [
        [0, 1],
        [1, 3],
      ],
    }),
  ).toMatchObject({ why: 'Person 1 stands twice.' })
  expect(
    checkGroupResult(path, {
      groups: [
        [0, 9],
        [1, 3],
      ],
    }),
  ).toMatchObject({ why: 'Group 0 names -1, who is nobody.' })
})

const people = ['Ana', 'Ben', 'Chi', 'Dia', 'Eli', 'Fay', 'Gus', 'Hoa', 'Ida', 'Jon']
const cohort = {
  people,
  fits: people.flatMap((one, at) => people.slice(0, at).map((other, to) => [other, one, (at * 7 + to * 3) % 11])),
  rules: {
    together: [['Ana', 'Ben']],
    apart: [['Ana', 'Chi']],
    fixed: [['Dia', 1]],
    shares: [{ name: 'interpreter', members: ['Eli', 'Fay'], least: 1 }],
  },
  spread: [{ trait: 'country', of: people.map((person, at) => [person, at % 2 ? 'Chile' : 'Ghana']), weight: 2 }],
}

test('people in JSON keep their names, and every rule is kept', () => {
  const path = fileOf(cohort)
  const found = run(path)
  expect(new Set(found.groups.flat())).toEqual(new Set(people))
  expect(checkGroupResult(path, found)).toMatchObject({ holds: true })
  const home = (person: string) => found.groups.findIndex((group) => group.includes(person))
  expect([home('Ana') === home('Ben'), home('Ana') === home('Chi'), home('Dia')]).toEqual([true, false, 1])
})

test('an answer found by time says how to repeat it', () => {
  const path = fileOf(cohort)
  const timed = run(path, [
    ['seconds', '0.05'],
    ['seed', '5'],
  ]) as Result & { iterations: number; plan: number }
  const again = [
    ['iterations', String(timed.iterations)],
    ['plan', String(timed.plan)],
    ['seed', '5'],
  ]
  expect(run(path, again as [string, string][])).toEqual(timed)
})

test.each([
  ['', 'is empty.'],
  ['4 2 xx 2 2 2 2\n', "Line 1: The third word must be ss or ds, not 'xx'."],
  ['4 2 ss 2 2\n', 'Line 1: 2 groups need 4 whole numbers as bounds; there are 2 words.'],
  [`${plain}0 1 3\n`, 'Line 8: The pair 0 1 stands twice.'],
  ['4 2 ss 2 2 2 2\n0 4 3\n', "Line 2: People are numbered from 0 to 3, not '0 4'."],
  ['4 2 ss 2 2 2 2\n\n0 1 x\n', "Line 3: 'x' is no number up to 10^9."],
  ['5 2 ss 2 2 2 2\n', 'The groups hold at most 4 people, and there are 5.'],
  ['{"people":', 'This is no JSON.'],
  [{ people: ['Ana'], fits: [['Ana', 'Ben', 1]], sizes: [[1, 1]] }, 'fits[0]: Ben is not among the people.'],
  [{ people: ['Ana', 'Ana'], fits: [] }, 'people: Ana stands twice.'],
  [{ people: ['Ana', 'Ben'], fits: [] }, 'sizes: 2 people do not divide into groups of 5 to 7.'],
  [{ people: ['Ana'], fits: [], size: 3 }, 'Unrecognized key: "size".'],
])('a file that does not hold is refused: %j', (content, sentence) => {
  expect(() => run(fileOf(content))).toThrow(sentence)
})

test('the documented schema is the one in force', () => {
  const schema = JSON.parse(readFileSync('docs/engine/group.schema.json', 'utf8')) as object
  expect(schema).toEqual(z.toJSONSchema(groupingFile, { io: 'input' }))
})
