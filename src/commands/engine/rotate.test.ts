import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readCall } from './flags.ts'
import { checkRotateResult, rotateVerb } from './rotate.ts'
import { rotationFile, rotationResult } from './rotation-json.ts'

const folder = mkdtempSync(join(tmpdir(), 'rotate-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function call(line: string) {
  const { words, flags } = readCall(rotateVerb, line.split(' ').filter(Boolean))
  return rotationResult.parse(await rotateVerb.run(words, flags))
}

function fileOf(value: unknown): string {
  const path = join(folder, 'request.json')
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

describe('engine rotate', () => {
  it('makes as many clean rounds as it can', async () => {
    const result = await call('--groups 8 --size 3')
    expect(result).toMatchObject({ repeats: 0, request: { players: 24, groups: 8 } })
    expect(result.rounds).toHaveLength(11)
    expect(checkRotateResult(JSON.stringify(result))).toMatchObject({ sound: true, rounds: 11, repeats: 0 })
  })

  it('makes the rounds that are asked, also with fewer players than seats', async () => {
    const result = await call('--groups 4 --size 4 --players 15 --rounds 7 --seconds 0.2 --seed 3')
    expect(result.rounds).toHaveLength(7)
    expect(checkRotateResult(JSON.stringify(result))).toMatchObject({ sound: true, players: 15, sizes: [3, 4] })
    const clean = await call('--groups 5 --size 4 --players 18 --seconds 0.1')
    expect(clean).toMatchObject({ repeats: 0 })
    expect(clean.rounds.length).toBeGreaterThan(3)
  })

  it('reads absences and earlier meetings from a file', async () => {
    const request = { players: 9, rounds: 2, size: 3, absent: [[4], []], metBefore: [[0, 1]] }
    const result = await call(`${fileOf(request)} --seconds 0.2`)
    expect(result.request).toEqual(request)
    expect(result.rounds[0]!.flat()).not.toContain(4)
    expect(checkRotateResult(JSON.stringify(result))).toMatchObject({ sound: true, repeats: 0 })
  })

  it.each([
    ['--groups 3', 'Give --groups and --size, or a file.'],
    ['--groups 3 --size 3 --players 10', '10 players do not fit in 3 groups of 3.'],
    ['--groups 300 --size 30', 'There is no rotation of 300 groups of 30: at most 2,000 players are possible.'],
    ['nowhere.json', "The file 'nowhere.json' cannot be read (ENOENT)."],
    ['nowhere.json --size 3', '--size does not go together with a file.'],
  ])('refuses %j in a sentence', async (line, sentence) => {
    await expect(call(line)).rejects.toThrow(sentence)
  })

  it.each([
    ['{', 'This is no JSON.'],
    [{ players: 9, rounds: 2, groups: 'three' }, 'At groups: '],
    [{ players: 9, rounds: 2, size: 3, absent: [[9]] }, 'There is no player 9: they are numbered from 0 to 8.'],
    [{ players: 9, size: 3 }, 'Give a number of rounds'],
  ])('refuses the file %j, naming the place', async (value, sentence) => {
    await expect(async () => call(fileOf(value))).rejects.toThrow(sentence)
  })

  it('finds what is wrong with a result', async () => {
    const result = await call('--groups 3 --size 3 --rounds 4')
    const check = (changed: object) => checkRotateResult(JSON.stringify({ ...result, ...changed }))
    expect(check({ repeats: 1 })).toEqual({ sound: false, why: 'There are 0 repeats, not 1.' })
    expect(check({ rounds: result.rounds.slice(1) })).toEqual({ sound: false, why: 'There are 3 rounds, not 4.' })
    expect(check({ rounds: [[[0, 1, 2]]] })).toMatchObject({ sound: false })
    expect(checkRotateResult('{"rounds": [[[0, 1], [2, 3]], [[0, 1], [2, 3]]]}')).toMatchObject({ repeats: 2 })
    expect(checkRotateResult('{"rounds": [[[0, 1], [2]]]}', fileOf({ players: 4 }))).toMatchObject({ sound: false })
    expect(() => checkRotateResult('{"pairs":[]}')).toThrow('At rounds: ')
  })

  it.each([
    ['rotation', rotationFile],
    ['rotation-result', rotationResult],
  ])('the schema %s in docs/engine is what is read', (name, schema) => {
    expect(JSON.parse(readFileSync(`docs/engine/${name}.schema.json`, 'utf8'))).toEqual(z.toJSONSchema(schema))
  })
})
