import { setTimeout as sleep } from 'node:timers/promises'
import { victims } from './history.ts'
import { type Bounds, noBlows, noteBlow, type Outcome } from './outcome.ts'
import { beginProof, targets } from './proof-run.ts'

/** Kills Node, PostgreSQL or both in the middle of work, again and again, and asks the checker what became of it. */
export async function proveKills(bounds: Bounds): Promise<Outcome> {
  const begun = performance.now()
  const run = await beginProof({ lanes: bounds.lanes, name: 'kill' })
  const blows = noBlows()
  try {
    for (let count = 0; count < bounds.times && performance.now() - begun < bounds.minutes * 60_000; count++) {
      const victim = victims[count % victims.length] ?? 'node'
      await sleep(100 + Math.random() * 600)
      await run.wait(targets[Math.floor(count / victims.length) % targets.length] ?? 'anything')
      await sleep(Math.random() * 30)
      const during = run.underWay()
      const back = run.system.kill(victim)
      run.history.tell({ says: 'killed', victim, during })
      noteBlow(blows, victim, during)
      try {
        const milliseconds = await back
        blows.backAfter.push(milliseconds)
        run.history.tell({ says: 'back', milliseconds })
      } catch (error) {
        run.history.tell({ says: 'unopenable', words: String(error) })
        break
      }
      if (count % 10 === 9) bounds.tell(`${count + 1} kills`)
    }
    return { ...blows, ...(await run.end()), minutes: (performance.now() - begun) / 60_000 }
  } finally {
    await run.close()
  }
}
