import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkVerb } from './check.ts'
import { groupVerb } from './group.ts'
import { pairVerb } from './pair.ts'
import { rotateVerb } from './rotate.ts'
import type { EngineVerb } from './verb.ts'

const folder = mkdtempSync(join(tmpdir(), 'check-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | object): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const graph = 'p edge 4 3\ne 1 2 5\ne 2 3 9\ne 3 4 5\n'
const distances = '4 2 ss 2 2 2 2\n0 1 7\n0 2 1\n0 3 2\n1 2 3\n1 3 1\n2 3 5\n'

async function answerOf(verb: EngineVerb, words: string[], flags: Record<string, string> = {}): Promise<object> {
  return verb.run(words, new Map(Object.entries(flags)))
}

describe('the check of a result', () => {
  it('holds for what each engine printed', async () => {
    const [pairs, groups] = [fileOf('graph', graph), fileOf('distances', distances)]
    const [paired, grouped] = [
      await answerOf(pairVerb, [pairs]),
      await answerOf(groupVerb, [groups], { iterations: '9' }),
    ]
    const rotated = await answerOf(rotateVerb, [], { groups: '3', size: '3', rounds: '4' })
    expect(checkVerb.run([pairs, fileOf('pairs.json', paired)], new Map())).toMatchObject({ holds: true })
    expect(checkVerb.run([groups, fileOf('groups.json', grouped)], new Map())).toMatchObject({ holds: true, value: 12 })
    expect(checkVerb.run([fileOf('rounds.json', rotated)], new Map())).toMatchObject({ holds: true, repeats: 0 })
  })

  it('says why not', async () => {
    const pairs = fileOf('graph', graph)
    const paired = await answerOf(pairVerb, [pairs])
    const worse = fileOf('worse.json', { ...paired, weight: 9, pairs: [[2, 3]] })
    expect(checkVerb.run([pairs, worse], new Map())).toMatchObject({ holds: false, why: expect.any(String) })
    const twice = fileOf('twice.json', {
      rounds: [
        [
          [0, 1],
          [1, 2],
        ],
      ],
    })
    expect(checkVerb.run([twice], new Map())).toMatchObject({ holds: false, why: expect.stringContaining('twice') })
  })

  it('refuses what is no result, and a result without its file', () => {
    expect(() => checkVerb.run([fileOf('none.json', {})], new Map())).toThrow(
      'neither pairs, groups, rounds, sessions nor slots',
    )
    expect(() => checkVerb.run([fileOf('p.json', { pairs: [] })], new Map())).toThrow('FILE RESULT')
    expect(() => checkVerb.run([join(folder, 'absent')], new Map())).toThrow('cannot be read')
  })
})
