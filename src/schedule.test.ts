import { expect, test } from 'vitest'
import { useHarness } from '../test/harness.ts'
import { runSweeps, type Sweep, sweeps } from './schedule.ts'

const h = useHarness({ logLevel: 'silent' })
const done: string[] = []
const sweep = (name: string, run: () => Promise<void> = async () => {}): Sweep => ({
  name,
  everyMinutes: 1,
  run: async () => {
    await run()
    done.push(name)
  },
})

test('a sweep that fails does not keep the others from running', async () => {
  done.length = 0
  const failing = sweep('failing', () => Promise.reject(new Error('The disk is full.')))
  await runSweeps(h.world, [sweep('one'), failing, sweep('other')])
  expect(done).toEqual(['one', 'other'])
})

test('a process that is asked to stop begins no further sweep', async () => {
  done.length = 0
  await runSweeps(h.world, [sweep('one'), sweep('other')], () => done.length > 0)
  expect(done).toEqual(['one'])
})

test('every sweep has a name of its own and runs on an empty system', async () => {
  expect(new Set(sweeps.map(({ name }) => name)).size).toBe(sweeps.length)
  for (const { run } of sweeps) await run(h.world)
})
