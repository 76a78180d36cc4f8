import { beforeAll, expect, test } from 'vitest'
import { proveCuts } from './cuts.ts'
import { proveKills } from './kills.ts'
import { troubles } from './outcome.ts'
import { buildOnce } from './system.ts'

const tell = () => {}

beforeAll(buildOnce)

test('thirty kills in the middle of work lose, tear and double nothing', { timeout: 600_000 }, async () => {
  const outcome = await proveKills({ times: 30, minutes: 8, lanes: 3, tell })
  expect(troubles(outcome)).toEqual([])
  expect(outcome.verdict.acknowledged).toBeGreaterThan(200)
  expect(outcome.backAfter).toHaveLength(30)
  expect([...outcome.during.keys()]).toEqual(expect.arrayContaining(['importing', 'publishing', 'sending']))
  expect(outcome.stop.milliseconds).toBeLessThan(10_000)
})

test('ten power cuts lose, tear and double nothing, where this machine allows them', { timeout: 600_000 }, async () => {
  const outcome = await proveCuts({ times: 10, minutes: 8, lanes: 3, tell })
  if ('refusal' in outcome) {
    console.log(`Power cuts were not run: ${outcome.refusal}.`)
    return
  }
  expect(troubles(outcome)).toEqual([])
  expect(outcome.verdict.acknowledged).toBeGreaterThan(100)
  expect(outcome.backAfter).toHaveLength(10)
})
