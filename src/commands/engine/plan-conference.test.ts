import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkVerb } from './check.ts'
import { conferenceResult } from './conference-json.ts'
import { readCall } from './flags.ts'
import { planVerb } from './plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'conference-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

// Two participants, two talks, three slots: each can come to two slots, and wants to hear one talk.
const availability = '1,1,0\n0,1,1\n'
const interest = '1,0\n0,1\n'

async function call(line: string) {
  const { words, flags } = readCall(planVerb, line.split(' '))
  return conferenceResult.parse(await planVerb.run(words, flags))
}

const tables = (a: string | Buffer = availability, v: string = interest) =>
  `--fairconf ${fileOf('A.csv', a)} ${fileOf('V.csv', v)}`

describe('engine plan --fairconf', () => {
  it('puts every talk where whoever wants it can come, from plain and gzipped tables', async () => {
    for (const file of [availability, gzipSync(availability)]) {
      const found = await call(`${tables(file)} --weights 1,0.5,0.5 --seconds 0.1`)
      expect(found).toMatchObject({ objective: 0.5, efficiency: 0.5, participantGap: 0, speakerGap: 0, isProved: true })
      expect([0, 1]).toContain(found.slots[0])
      expect([1, 2]).toContain(found.slots[1])
    }
  })

  it('repeats itself by seed and iterations', async () => {
    const line = `${tables('0.1,0.9,0.4\n0.7,0.2,0.3\n', '0.2,0.9\n1,0.4\n')} --weights 1,1,1 --seed 5 --iterations 40`
    expect(await call(line)).toEqual(await call(line))
  })

  it.each([
    ['--weights 1,1', 'Give --weights L,L1,L2'],
    ['--weights 1,1,-1', "A weight must be a number from 0 on, not '-1'."],
    ['', 'Give --weights L,L1,L2'],
    ['--weights 1,1,1 --seconds 0', '--seconds must be above 0'],
  ])('refuses the call %j in a sentence', async (rest, sentence) => {
    await expect(async () => call(`${tables()} ${rest}`.trim())).rejects.toThrow(sentence)
  })

  it.each([
    ['1,1,0\n0,1\n', interest, "A.csv': there are 2 numbers, not 3 as in line 1."],
    ['1,1,0\n0,1,x\n', interest, "A.csv': 'x' is no number from 0 on."],
    ['1,1,0\n0,,1\n', interest, "A.csv': '' is no number from 0 on."],
    [availability, '1,-1\n0,1\n', "V.csv': '-1' is no number from 0 on."],
    [availability, '1,0\n', 'has 2 participants'],
    ['1\n1\n', interest, '2 talks do not fit in 1 slots.'],
    ['', interest, 'is empty'],
  ])('refuses the tables %j and %j in a sentence', async (a, v, sentence) => {
    await expect(async () => call(`${tables(a, v)} --weights 1,0,0`)).rejects.toThrow(sentence)
  })

  it('lets the check judge a schedule anew', async () => {
    const found = await call(`${tables()} --weights 1,0.5,0.5`)
    const files = [join(folder, 'A.csv'), join(folder, 'V.csv')]
    const check = (changed: object) =>
      checkVerb.run([...files, fileOf('result.json', JSON.stringify({ ...found, ...changed }))], new Map())
    expect(check({})).toMatchObject({ holds: true, objective: 0.5 })
    expect(check({ objective: 0.6 })).toEqual({ holds: false, why: 'The objective is 0.5, not 0.6.' })
    expect(check({ slots: [1, 1] })).toEqual({ holds: false, why: 'Slot 1 has two talks.' })
    expect(check({ slots: [1, 3] })).toMatchObject({ holds: false, why: expect.stringContaining('no slot 3') })
    expect(check({ slots: [1] })).toMatchObject({ holds: false })
    expect(() => checkVerb.run([files[0]!, join(folder, 'result.json')], new Map())).toThrow('A.csv V.csv RESULT')
  })
})

it('the schema of a schedule in docs/engine is what is printed', () => {
  const written = JSON.parse(readFileSync('docs/engine/conference-result.schema.json', 'utf8')) as object
  expect(written).toEqual(z.toJSONSchema(conferenceResult))
})
