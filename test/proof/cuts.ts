import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type LoopDisk, makeLoopDisk } from './loop-disk.ts'
import { type Bounds, noBlows, noteBlow, type Outcome } from './outcome.ts'
import { beginProof, targets } from './proof-run.ts'

/**
 * Pulls the plug of the disk that holds the data, in the middle of work, again and again. Every second time the kernel
 * has written recent files back early and out of order before.
 * @returns the outcome, or why this machine does not allow it
 */
export async function proveCuts(bounds: Bounds): Promise<Outcome | { refusal: string }> {
  const place = mkdtempSync(join(tmpdir(), 'perennial-disk-'))
  const disk = await makeLoopDisk(place)
  try {
    if ('refusal' in disk) return disk
    return await cutAgainAndAgain(disk, bounds)
  } finally {
    if (!('refusal' in disk)) await disk.remove()
    rmSync(place, { recursive: true, force: true })
  }
}

async function cutAgainAndAgain(disk: LoopDisk, bounds: Bounds): Promise<Outcome> {
  const begun = performance.now()
  const run = await beginProof({ lanes: bounds.lanes, dataDir: join(disk.folder, 'data'), name: 'cut' })
  const blows = noBlows()
  try {
    for (let count = 0; count < bounds.times && performance.now() - begun < bounds.minutes * 60_000; count++) {
      const calm = count % 2 === 1 ? disk.worry() : async () => {}
      await sleep(200 + Math.random() * 900)
      await run.wait(targets[count % targets.length] ?? 'anything')
      await sleep(Math.random() * 30)
      const during = run.underWay()
      // First nobody can be told anything any more, then the plug is pulled: what was acknowledged was acknowledged before.
      const end = run.system.freeze()
      disk.cut()
      run.history.tell({ says: 'cut', during })
      noteBlow(blows, 'cut', during)
      await end()
      await calm()
      await disk.remount()
      try {
        const milliseconds = await run.system.start()
        blows.backAfter.push(milliseconds)
        run.history.tell({ says: 'back', milliseconds })
      } catch (error) {
        run.history.tell({ says: 'unopenable', words: String(error) })
        break
      }
      if (count % 10 === 9) bounds.tell(`${count + 1} power cuts`)
    }
    return { ...blows, ...(await run.end()), minutes: (performance.now() - begun) / 60_000 }
  } finally {
    await run.close()
  }
}
