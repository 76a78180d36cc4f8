import type pg from 'pg'
import { expect } from 'vitest'
import { makePool } from '../../src/platform/database/database.ts'
import { armFault, disarmFaults, faultCount } from '../../src/platform/database/faultpoints.ts'
import { digest } from '../digest.ts'
import type { Harness } from '../harness.ts'

/**
 * Does something with a crash at its first database call or file operation, then at its second, and so on until it
 * gets through. After each crash the whole database must be as it was before; at the end the change must be there.
 * @returns how many points were tried
 */
export async function crashEverywhere(h: Harness, name: string, attempt: () => Promise<Response>): Promise<number> {
  const pool: pg.Pool = makePool(h.connection, 1)
  try {
    const before = await digest(pool)
    for (let point = 1; point < 2000; point++) {
      armFault({ at: point, kind: 'throw' })
      const answer = await attempt().catch(() => null)
      const reached = faultCount()
      disarmFaults()
      const after = await digest(pool)
      if (answer && answer.status === 303 && reached < point) {
        expect(after, `${name}: nothing happened`).not.toEqual(before)
        return point - 1
      }
      expect(after, `${name}: a crash at point ${point} of ${reached} left something behind`).toEqual(before)
    }
    throw new Error(`${name} did not get through`)
  } finally {
    disarmFaults()
    await pool.end()
  }
}
