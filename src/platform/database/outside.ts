import pg from 'pg'
import { checkDurable } from './durability.ts'
import { StartError } from './start-error.ts'

const oldestMajor = 15

/**
 * Checks an outside PostgreSQL server: that it answers, is new enough and keeps what it acknowledges.
 * Throws StartError, which never shows the password.
 * @param url DATABASE_URL
 */
export async function connectOutside(url: string): Promise<pg.PoolConfig> {
  const connection = { connectionString: url }
  const client = makeClient(connection)
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
    if (major < oldestMajor) {
      throw new StartError(`DATABASE_URL: the server is PostgreSQL ${major}; Perennial needs ${oldestMajor} or newer.`)
    }
    await checkDurable(client)
    return connection
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError(`DATABASE_URL: ${reason(error, client)}`)
  } finally {
    await client.end().catch(() => {})
  }
}

function makeClient(connection: pg.ClientConfig): pg.Client {
  try {
    if (/^postgres(ql)?:\/\//.test(connection.connectionString ?? '')) {
      return new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
    }
  } catch {}
  throw new StartError('DATABASE_URL is not an address such as postgresql://user:password@host:5432/perennial.')
}

function reason(error: unknown, client: pg.Client): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case '28P01':
    case '28000':
      return `the server refuses the user ${client.user} or the password.`
    case '3D000':
      return `the server has no database ${client.database}; create it first.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `there is no host ${client.host}.`
    default:
      return `no connection to ${client.host}:${client.port} (${code || (error instanceof Error ? error.message : 'no reason given')}).`
  }
}
