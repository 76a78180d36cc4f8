import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { FC } from 'hono/jsx'
import pg from 'pg'

/*
 * What the same libraries cost with nothing of Perennial in them: a session look-up and six indexed queries on the same
 * database, a page of 10 kB in hono/jsx, gzip. No authorisation, no languages. Beside it, bare Hono: a text of any size.
 * Usage: reference-page.tsx CONNECTION_JSON
 */
const pool = new pg.Pool({ ...(JSON.parse(process.argv[2] ?? '{}') as pg.PoolConfig), max: 10 })
type Row = Record<string, string | number | Date | null>
const ask = async (text: string, values: unknown[]) => (await pool.query<Row>(text, values)).rows

const app = new Hono()

app.get('/page/:initiative', async (c) => {
  const token = (getCookie(c, 'perennial') ?? '').split('.')[0]
  const [user] = await ask(
    'select u.id, u.name from auth_sessions s join auth_users u on u.id = s.user_id where s.token = $1 and s.expires_at > $2',
    [token, new Date()],
  )
  if (!user) return c.text('Sign in', 401)
  const [initiative] = await ask('select id, title from initiatives where id = $1', [c.req.param('initiative')])
  const [staff] = await ask('select role, zone from staff where user_id = $1', [user.id])
  const ties = await ask(
    `select id, state, last_contact_at from connections where initiative_id = $1 and state = 'quiet' limit 25`,
    [initiative?.id],
  )
  const ids = ties.map((tie) => tie.id)
  const members = await ask('select connection_id, person_id from connection_members where connection_id = any($1)', [
    ids,
  ])
  const persons = await ask('select id, name, email, city from persons where id = any($1)', [
    members.map((member) => member.person_id),
  ])
  const contacts = await ask(
    'select connection_id, max(happened_at) as at, count(*) as count from contacts where connection_id = any($1) group by 1',
    [ids],
  )
  const page = `<!doctype html>${String(<Reference {...{ user, initiative, staff, ties, members, persons, contacts }} />)}`
  if (c.req.header('accept-encoding') !== 'gzip') return c.html(page)
  return c.body(gzipSync(page, { level: 6 }), 200, {
    'Content-Type': 'text/html; charset=UTF-8',
    'Content-Encoding': 'gzip',
  })
})

app.get('/bare/:bytes', (c) => c.html('x'.repeat(Number(c.req.param('bytes')))))

interface Found {
  user: Row
  initiative: Row | undefined
  staff: Row | undefined
  ties: Row[]
  members: Row[]
  persons: Row[]
  contacts: Row[]
}

const Reference: FC<Found> = ({ user, initiative, staff, ties, members, persons, contacts }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{String(initiative?.title)}</title>
    </head>
    <body class="work">
      <header class="masthead">
        <a href="/">Home</a> <span>{`${String(user.name)}, ${String(staff?.role)}`}</span>
      </header>
      <main id="main" class="wrap">
        <h1>{`${ties.length} connections have gone quiet`}</h1>
        <ul class="rows">
          {ties.map((tie) => {
            const contact = contacts.find((one) => one.connection_id === tie.id)
            const own = members.filter((member) => member.connection_id === tie.id)
            return (
              <li class="row" id={`tie-${String(tie.id)}`}>
                {own.map((member) => {
                  const person = persons.find((one) => one.id === member.person_id)
                  return <PersonLine name={String(person?.name)} city={String(person?.city)} />
                })}
                <p class="muted">{`${String(contact?.count)} contacts, last on ${(contact?.at as Date | undefined)?.toISOString().slice(0, 10)}`}</p>
                <a class="btn" href={`/connections/${String(tie.id)}`}>
                  Open
                </a>
              </li>
            )
          })}
        </ul>
      </main>
    </body>
  </html>
)

const PersonLine: FC<{ name: string; city: string }> = ({ name, city }) => (
  <p class="person">
    <bdi>{name}</bdi> <span class="small muted">{city}</span>
  </p>
)

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ pid: process.pid, port })),
)
process.once('SIGTERM', () => {
  server.close()
  void pool.end().then(() => process.exit(0))
})
