import { afterEach, expect, it } from 'vitest'
import { useHarness } from '../../../test/harness.ts'
import { demonstrationStarter, playDemonstration } from './demonstration.ts'

const h = useHarness()
afterEach(() => void (demonstrationStarter.start = null))

it('is played once however often it is asked for, fails aloud, and can be tried again', async () => {
  let plays = 0
  let finish: (error?: Error) => void = () => {}
  demonstrationStarter.start = (_world, tell) => {
    plays += 1
    tell({ day: 57, days: 184 })
    return new Promise((resolve, reject) => (finish = (error) => (error ? reject(error) : resolve())))
  }
  expect(await playDemonstration(h.world, 1)).toBe('playing')
  expect(await playDemonstration(h.world, 1)).toBe('playing')
  expect(plays).toBe(1)

  const waiting = await h.get('/demonstration')
  expect(waiting.headers.get('refresh')).toBe('3')
  const text = await waiting.text()
  expect(text).toContain('Six months are being played')
  expect(text).toContain('57 of 184 days played')

  finish(new Error('on purpose'))
  await new Promise((resolve) => setImmediate(resolve))
  const failed = await h.get('/demonstration')
  expect(failed.headers.get('refresh')).toBeNull()
  expect(await failed.text()).toContain('could not be prepared')

  expect(await playDemonstration(h.world, 1)).toBe('playing')
  finish()
  expect(await playDemonstration(h.world, 50)).toBe('ready')
  expect(plays).toBe(2)
  expect(await (await h.get('/demonstration')).text()).toContain('Enter as its administrator')
})
