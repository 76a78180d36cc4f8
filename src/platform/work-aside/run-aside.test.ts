import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it, vi } from 'vitest'
import { buildOnce, root } from '../../../test/proof/system.ts'
import { runAside } from './run-aside.ts'
import type count from './sample.aside.ts'

const sample = new URL('./sample.aside.ts', import.meta.url)

it('answers from another thread, and tells how far it is, in order', async () => {
  const told: number[] = []
  expect(await runAside<typeof count>(sample, 4, { onProgress: (done) => told.push(done) })).toBe(8)
  expect(told).toEqual([1, 2, 3, 4])
})

it('ends endless work at once when it is cancelled, with the reason', async () => {
  const cancel = new AbortController()
  const running = runAside<typeof count>(sample, 'endless', {
    signal: cancel.signal,
    onProgress: (done) => {
      if (done === 3) cancel.abort(new Error('The facilitator has seen enough.'))
    },
  })
  await expect(running).rejects.toThrow('The facilitator has seen enough.')
  await expect(runAside<typeof count>(sample, 1, { signal: cancel.signal })).rejects.toThrow('has seen enough')
})

it('carries an error back, its kind and its sentence', async () => {
  const failed = runAside<typeof count>(sample, 'fail')
  await expect(failed).rejects.toThrow('There is nothing to count.')
  await expect(failed).rejects.toBeInstanceOf(RangeError)
  await expect(runAside(new URL('./no-such.aside.ts', import.meta.url), 1 as never)).rejects.toThrow('no-such')
})

it('fails where whoever listens to the progress fails, and stops the work', async () => {
  const onProgress = vi.fn<(done: number) => void>().mockImplementation(() => {
    throw new Error('Nobody listens.')
  })
  await expect(runAside<typeof count>(sample, 'endless', { onProgress })).rejects.toThrow('Nobody listens.')
})

it('runs work that the build has put into dist/', async () => {
  await buildOnce()
  const outfile = join(root, 'dist', 'try-aside.js')
  const contents = `import { runAside } from './run-aside.ts'
    console.log(await runAside(new URL('./sample.aside.ts', import.meta.url), 21))`
  const stdin = { contents, resolveDir: import.meta.dirname }
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile })
  try {
    expect(execFileSync(process.execPath, [outfile]).toString()).toBe('42\n')
  } finally {
    rmSync(outfile)
  }
})
