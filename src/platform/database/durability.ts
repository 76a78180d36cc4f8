import type pg from 'pg'
import { StartError } from './start-error.ts'

/**
 * Makes sure that a server keeps what it has acknowledged.
 * Throws StartError when it would answer 'saved' before the disk has it.
 */
export async function checkDurable(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ fsync: string; commit: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  )
  const off = rows[0]?.fsync === 'off' ? 'fsync' : rows[0]?.commit === 'off' ? 'synchronous_commit' : undefined
  if (off === undefined) return
  throw new StartError(
    `The PostgreSQL server runs with ${off} = off, so a power cut would lose what people saved; turn ${off} on and start again.`,
  )
}
