import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { checkDurable } from '../durability.ts'
import { StartError } from '../start-error.ts'

const attempts = 50

/**
 * Makes sure that the server takes us, has our database (made at the first start) and keeps what it acknowledges.
 * Throws StartError when it refuses the password or runs without fsync.
 */
export async function makeReady(connection: pg.PoolConfig, durable: boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withClient(connection, async (client) => {
        if (durable) await checkDurable(client)
      })
    } catch (error) {
      const code = error instanceof pg.DatabaseError ? error.code : undefined
      if (code === '28P01') {
        throw new StartError(
          `The database in ${connection.host} does not accept the password kept beside it; restore its file perennial.password.`,
        )
      }
      if (code !== '3D000' || attempt === attempts) throw error
      await createDatabase(connection)
      await sleep(20 * (attempt - 1))
    }
  }
}

// The start that was killed before this one may have got as far as asking for the database: its server goes on with that.
const madeElsewhere = new Set(['42P04', '23505', '55006'])

async function createDatabase(connection: pg.PoolConfig): Promise<void> {
  try {
    await withClient({ ...connection, database: 'postgres' }, (client) =>
      client.query('create database perennial template template0'),
    )
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && madeElsewhere.has(error.code ?? ''))) throw error
  }
}

async function withClient(connection: pg.PoolConfig, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
