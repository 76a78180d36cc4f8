import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { attachEmbedded } from '../src/platform/database/embedded.ts'
import { readFound } from '../test/proof/checker/found.ts'
import { judge } from '../test/proof/checker/verdict.ts'
import { readLines, type TakenMail, type Told } from '../test/proof/history.ts'

// Judges a proof: reads what was acknowledged, what the mail server took, and the database of a running Perennial; says as
// JSON what was lost, torn or doubled. Exit code 1 when anything was.
//   node bin/check-history.ts HISTORY MAILS DATA_DIR      (with DATABASE_URL: that database)
const [historyPath, mailsPath, dataDir] = process.argv.slice(2)
const mailPatienceSeconds = 150

if (!historyPath || !mailsPath || !dataDir) {
  console.error('Usage: node bin/check-history.ts HISTORY MAILS DATA_DIR')
  process.exit(2)
}

const { DATABASE_URL: url } = process.env
const server = url ? undefined : await attachEmbedded(dataDir)
if (!url && !server) {
  console.error(`No Perennial runs on ${dataDir}.`)
  process.exit(2)
}
const client = new pg.Client(url ? { connectionString: url } : server?.connection)
await client.connect()
await client.query(`set timezone = 'UTC'`)

// Mail may need its time; what is still waiting then counts as lost.
for (let waited = 0; waited < mailPatienceSeconds; waited++) {
  const { rows } = await client.query(`select 1 from mails where state in ('queued', 'sending') limit 1`)
  if (rows.length === 0) break
  await sleep(1_000)
}

const found = await readFound(client, join(dataDir, 'files'))
await client.end()
await server?.stop()
const verdict = judge(found, readLines<Told>(historyPath), readLines<TakenMail>(mailsPath))
console.log(JSON.stringify(verdict, null, 1))
const ill = [verdict.lost, verdict.torn, verdict.doubled, verdict.refused, verdict.unopenable]
process.exitCode = ill.every((list) => list.length === 0) ? 0 : 1
