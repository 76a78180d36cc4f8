import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkVerb } from './check.ts'
import { readCall } from './flags.ts'
import { planVerb } from './plan.ts'
import { planResult, seasonFile } from './season-json.ts'

const folder = mkdtempSync(join(tmpdir(), 'season-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, value: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

async function plan(season: unknown, flags = '') {
  const { words, flags: read } = readCall(planVerb, `${fileOf('season.json', season)} ${flags}`.trim().split(' '))
  return planResult.parse(await planVerb.run(words, read))
}

const example = seasonFile.parse(
  JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync('docs/engine/planning.md', 'utf8'))![1]!),
)
const [series] = example.series
const without = (key: string) => Object.fromEntries(Object.entries(example).filter(([name]) => name !== key))

describe('engine plan', () => {
  it('plans the example of the documentation, and the check finds it right', async () => {
    const found = await plan(example)
    expect(found.sessions.map(({ seriesId, index }) => [seriesId, index])).toEqual([
      ['water tariffs', 0],
      ['water tariffs', 1],
    ])
    const [first, second] = found.sessions.map(({ startsAt }) => Temporal.Instant.from(startsAt!))
    const days = first!.until(second!).total('hours') / 24
    expect(days).toBeGreaterThan(20)
    expect(days).toBeLessThan(36)
    expect(found.certificate).toMatchObject({ isTotalProved: true, isPlacingProved: true })
    const files = [join(folder, 'season.json'), fileOf('plan.json', found)]
    expect(checkVerb.run(files, new Map())).toEqual({ holds: true })
    const later = { ...found, total: found.total + 1 }
    expect(checkVerb.run([files[0]!, fileOf('later.json', later)], new Map())).toMatchObject({
      holds: false,
      why: expect.any(String),
    })
  })

  it('repeats itself by seed, and says why a session has no place', async () => {
    expect(await plan(example, '--seed 4 --iterations 50')).toEqual(await plan(example, '--seed 4 --iterations 50'))
    const never = { ...example.people[1]!, week: '0'.repeat(336) }
    const found = await plan({ ...example, people: [example.people[0]!, never, example.people[2]!] })
    expect(found.sessions[0]).toMatchObject({
      startsAt: null,
      reason: { kind: 'nobody free together', people: ['Babul'] },
    })
    const files = [join(folder, 'season.json'), fileOf('plan.json', found)]
    expect(checkVerb.run(files, new Map())).toEqual({ holds: true })
  })

  it('repairs a plan when somebody cannot after all, and moves nothing else', async () => {
    const old = await plan(example)
    const day = old.sessions[1]!.startsAt!.slice(0, 10)
    const away = { ...example.people[0]!, exceptions: [{ from: day, to: day, level: '0' }] }
    const changed = { ...example, people: [away, ...example.people.slice(1)] }
    const found = await plan(changed, `--repair ${fileOf('old.json', old)}`)
    expect(found.sessions[0]!.startsAt).toBe(old.sessions[0]!.startsAt)
    expect(found.moved).toEqual([
      { seriesId: 'water tariffs', index: 1, from: old.sessions[1]!.startsAt, to: found.sessions[1]!.startsAt },
    ])
    expect(checkVerb.run([join(folder, 'season.json'), fileOf('plan.json', found)], new Map())).toEqual({ holds: true })
  })

  it.each([
    ['{', 'This is no JSON.'],
    [without('people'), 'At people: '],
    [{ ...example, endsOn: '2027-02-30' }, 'At endsOn: '],
    [{ ...example, slotMinutes: 20 }, 'At slotMinutes: '],
    [{ ...example, hours: 3 }, 'Unrecognized key: "hours"'],
    [
      { ...example, people: [{ id: 'Ana', zone: 'UTC', week: '012' }] },
      'At people[0].week: Invalid string: must be 336',
    ],
    [{ ...example, people: [{ id: 'Ana', zone: 'Atlantis/Capital' }] }, 'Atlantis/Capital'],
    [{ ...example, series: [{ ...series, minutes: 0 }] }, 'At series[0].minutes: '],
    [{ ...example, series: [{ ...series, members: [{ personId: 'Dia', required: true }] }] }, 'Dia'],
    [{ ...example, fixed: [{ ...example.fixed[0]!, startsAt: 'noon' }] }, 'At fixed[0].startsAt: '],
  ])('refuses the season %#, naming the place', async (season, sentence) => {
    await expect(async () => plan(season)).rejects.toThrow(sentence)
  })

  it('refuses weights without a conference, and a call without a file', async () => {
    await expect(async () => plan(example, '--weights 1,1,1')).rejects.toThrow('--weights goes with --fairconf only.')
    const conference = new Map([
      ['fairconf', 'A.csv'],
      ['repair', 'plan.json'],
    ])
    expect(() => planVerb.run(['V.csv'], conference)).toThrow('--repair goes with a season only.')
    await expect(async () => plan(example, `--repair ${fileOf('none.json', {})}`)).rejects.toThrow('At sessions: ')
    expect(() => readCall(planVerb, [])).toThrow('It is: perennial engine plan FILE')
  })

  it.each([
    ['season', z.toJSONSchema(seasonFile, { io: 'input' })],
    ['plan-result', z.toJSONSchema(planResult)],
  ])('the schema %s in docs/engine is what is read and printed', (name, schema) => {
    expect(JSON.parse(readFileSync(`docs/engine/${name}.schema.json`, 'utf8'))).toEqual(schema)
  })
})
