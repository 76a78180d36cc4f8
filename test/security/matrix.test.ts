import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type pg from 'pg'
import { makePool } from '../../src/platform/database/database.ts'
import type { LinkPurpose } from '../../src/platform/links/links.ts'
import { listRoutes, type RouteEntry, type Who as Policy } from '../../src/platform/web/policy.ts'
import { cast } from '../cast.ts'
import { digest } from '../digest.ts'
import { useHarness, type Who } from '../harness.ts'
import { playStaff } from '../scene.ts'
import { type Player, setSide, type Side } from './stage.ts'

// The stage is set once for the whole file: the tests only look, until the last one.
const h = useHarness({ logLevel: 'silent' }, { resetBetweenTests: false })
let here: Side
let elsewhere: Side
let players: Player[]
let routes: RouteEntry[]
let pool: pg.Pool

/** Which kinds of staff each policy lets in. */
const staffLetIn: Partial<Record<Policy, string[]>> = {
  staff: ['facilitator', 'administrator', 'funder', 'outsider'],
  facilitator: ['facilitator', 'administrator'],
  administrator: ['administrator'],
}

beforeAll(async () => {
  here = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
  elsewhere = await setSide(h, 'Elsewhere', [cast.rahim, cast.paola, cast.nadia])
  const funder = await playStaff(h, here.scene.agencyId, 'funder', 'Funder of Agora')
  const deactivated = await playStaff(h, here.scene.agencyId, 'facilitator', 'Former colleague')
  await h.world.db
    .updateTable('staff')
    .set({ deactivated_at: h.clock.now() })
    .where('id', '=', deactivated.staffId)
    .execute()
  await h.settle()
  const staff = (name: string, who: Who): Player => ({ name, who, links: {} })
  players = [
    staff('nobody', undefined),
    staff('outsider', elsewhere.scene.facilitator),
    staff('facilitator', here.scene.facilitator),
    staff('administrator', here.scene.administrator),
    staff('funder', funder.who),
    staff('deactivated', deactivated.who),
    ...Object.values(here.players),
    { ...elsewhere.players.owner, name: 'peer elsewhere' },
    { ...elsewhere.players.authoriser, name: 'authoriser elsewhere' },
  ]
  routes = listRoutes(h.app)
  pool = makePool(h.connection, 1)
  return () => pool.end()
})

function pathOf(route: RouteEntry, objects: Record<string, string>, token = ''): string {
  return route.path.replace(/:(\w+)/g, (_, name: string) => {
    if (name === 'token') return token
    if (name === 'file') return 'none.css'
    if (name === 'session' && route.path.startsWith('/account')) return '00000000-0000-4000-8000-000000000000'
    if (name === 'passkey') return '00000000-0000-4000-8000-000000000000'
    const id = objects[name]
    if (!id) throw new Error(`Say in test/security/stage.ts what :${name} of ${route.path} stands for.`)
    return id
  })
}

/**
 * A request as the route expects it. Who must be refused sends a good form key, so that only the refusal can stop it; who
 * is let in sends none, so that nothing is changed after the guards and doors are passed.
 */
async function attempt(route: RouteEntry, path: string, who: Who, key: string = randomUUID()): Promise<Response> {
  if (route.method === 'GET') return h.get(`${path}${queryOf(route)}`, who)
  return h.submit(`${path}${queryOf(route)}`, { _key: key }, who)
}

const noKey = 'none'

const queryOf = (route: RouteEntry) => {
  if (route.path.endsWith('/:timetable/session')) return `?series=${here.objects.connection}&number=0`
  if (route.path.endsWith('/:timetable/week')) return '?week=2026-12-07'
  return /\/(authority\/new|swap)$/.test(route.path) ? `?person=${here.objects.person}` : ''
}

/** Not here, or asked to sign in. */
function refused(answer: Response): boolean {
  return (
    answer.status === 404 || (answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/sign-in'))
  )
}

const isStaffRoute = (route: RouteEntry) => route.who !== null && route.who in staffLetIn
const purposeOf = (route: RouteEntry) => (route.who?.startsWith('link: ') ? (route.who.slice(6) as LinkPurpose) : null)
/** Routes about the viewer's own account or about a thing that may not be there for them. */
const ownThings = /^\/(account|sign-out|api\/auth)/

/** Whether an answer says no more than the answer about a thing that does not exist at all. */
async function sameAsNone(
  route: RouteEntry,
  objects: Record<string, string>,
  name: string,
  answer: Response,
): Promise<boolean> {
  const none = await attempt(route, pathOf(route, { ...objects, [name]: randomUUID() }), here.scene.administrator)
  return (
    none.status === answer.status &&
    answer.status === 422 &&
    (await none.text()).length === (await answer.text()).length
  )
}

/** Where even those who may use the route find nothing on this stage, and why. */
const unless: Record<string, string> = {
  '/outbox/:mail': 'a delivered mail is its reader’s alone',
  '/my/:token/connections/:connection/contacts/:contact': 'the contact of the stage was logged by staff',
  '/availability/:token/days/removal': 'asks which days, and there are none',
  '/availability/:token/calendars/removal': 'asks which calendar, and there is none',
  '/initiatives/:initiative/people/:person/availability/days/removal': 'asks which days, and there are none',
  '/my/:token/open': 'asks what to open, among what is the holder’s own',
  '/series/:token/time': 'asks about one of the holder’s own sessions in its query',
  '/initiatives/:initiative/people/merges/:merge/reversal':
    'nobody is merged on the stage; the merge’s own tests undo one',
  '/answer/:token/calendar.ics': 'nothing is decided on the stage; the poll’s own tests open the file',
  '/initiatives/:initiative/matching/:round/swap': 'asks for two people of the round in its query',
  'administrator /initiatives/:initiative/connections/:connection/contacts/:contact':
    'only who logged a contact corrects it',
}

describe('routes x actors x objects', () => {
  it('names who may use every route', () => {
    expect(routes.filter((route) => route.who === null)).toEqual([])
    expect(routes.length).toBeGreaterThan(60)
  })

  it('refuses everybody else, alike, and changes nothing', async () => {
    const before = await digest(pool)
    const leaks: string[] = []
    const lengths = new Set<number>()
    let tried = 0
    for (const route of routes.filter(isStaffRoute)) {
      const letIn = staffLetIn[route.who ?? 'anyone'] ?? []
      for (const player of players) {
        const outsiderElsewhere = player.name === 'outsider' && route.path.includes('/:') && !ownThings.test(route.path)
        if (letIn.includes(player.name) && !outsiderElsewhere) continue
        if (player.name === 'outsider' && !route.path.includes('/:') && letIn.includes('facilitator')) continue
        const answer = await attempt(route, pathOf(route, here.objects), player.who)
        tried += 1
        if (!refused(answer)) leaks.push(`${player.name} ${route.method} ${route.path} ${answer.status}`)
        if (answer.status === 404) lengths.add((await answer.text()).length)
      }
    }
    for (const route of routes) {
      const purpose = purposeOf(route)
      if (!purpose) continue
      const tokens = players.flatMap((player) =>
        Object.entries(player.links).map(([own, token]) => ({ player, own, token })),
      )
      for (const { player, own, token } of [...tokens, { player: players[0], own: 'none', token: 'x'.repeat(43) }]) {
        if (own === purpose) continue
        const answer = await attempt(route, pathOf(route, here.objects, token), undefined)
        tried += 1
        if (answer.status !== 404)
          leaks.push(`${player?.name} with a ${own} link ${route.method} ${route.path} ${answer.status}`)
        lengths.add((await answer.text()).length)
      }
    }
    expect(leaks).toEqual([])
    expect(lengths.size, 'does not exist and not yours look the same').toBe(1)
    expect(await digest(pool)).toEqual(before)
    console.log(`matrix: ${routes.length} routes, ${players.length} actors, ${tried} refusals, 0 leaks`)
  })

  it('finds no way through a second id: what is elsewhere stays elsewhere', async () => {
    const before = await digest(pool)
    const leaks: string[] = []
    let tried = 0
    for (const route of routes.filter((candidate) => isStaffRoute(candidate) && !ownThings.test(candidate.path))) {
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
      for (const name of names) {
        const mixed = { ...here.objects, [name]: elsewhere.objects[name] ?? '' }
        const answer = await attempt(route, pathOf(route, mixed), here.scene.administrator)
        tried += 1
        if (!refused(answer) && !(await sameAsNone(route, mixed, name, answer)))
          leaks.push(`${route.method} ${route.path} with :${name} of elsewhere: ${answer.status}`)
      }
    }
    for (const route of routes.filter((candidate) => purposeOf(candidate) && /:token.*\/:/.test(candidate.path))) {
      const purpose = purposeOf(route) ?? 'home'
      for (const [player, objects] of [
        [here.players.owner, elsewhere.objects],
        [here.players['former partner'], here.objects],
        [elsewhere.players.owner, here.objects],
      ] as const) {
        const answer = await attempt(route, pathOf(route, objects, player.links[purpose]), undefined)
        tried += 1
        if (answer.status !== 404)
          leaks.push(`${player.name} ${route.method} ${route.path} with another's id: ${answer.status}`)
      }
    }
    expect(leaks).toEqual([])
    expect(await digest(pool)).toEqual(before)
    console.log(`second ids: ${tried} tried, 0 strays`)
  })

  it('wrongly refuses nobody', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const route of routes) {
      if (isStaffRoute(route) && !ownThings.test(route.path)) {
        for (const player of players.filter(
          ({ name }) => (staffLetIn[route.who ?? 'anyone'] ?? []).includes(name) && name !== 'outsider',
        )) {
          if (unless[`${player.name} ${route.path}`] ?? unless[route.path]) continue
          const answer = await attempt(route, pathOf(route, here.objects), player.who, noKey)
          tried += 1
          if (refused(answer) || answer.status >= 500)
            wrong.push(`${player.name} ${route.method} ${route.path} ${answer.status}`)
        }
      }
      const purpose = purposeOf(route)
      for (const player of purpose ? players : []) {
        const token = player.links[purpose ?? 'home']
        // What a closed connection leaves behind is not asked about any more.
        if (!token || player.name === 'former partner') continue
        if (unless[route.path]) continue
        const objects = player.name.endsWith('elsewhere') ? elsewhere.objects : here.objects
        const answer = await attempt(route, pathOf(route, objects, token), undefined, noKey)
        tried += 1
        if (answer.status === 404 || answer.status >= 500)
          wrong.push(`${player.name} ${route.method} ${route.path} ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
    console.log(`let in: ${tried} tried, 0 wrongly refused`)
  })

  it('lets nobody past a guard by another way of writing the path', async () => {
    const guarded = [`/initiatives/${here.objects.initiative}/people`, '/staff', '/audit', '/outbox']
    const variants = guarded.flatMap((path) => [
      `/${path}`,
      `${path}/`,
      path.replaceAll('/', '//'),
      path.replace(/(.)\//, '$1%2F'),
      `${path}%2F`,
      `/./${path}`,
      path.toUpperCase(),
    ])
    for (const variant of variants) {
      const answer = await h.get(variant)
      expect([303, 404], variant).toContain(answer.status)
    }
  })

  it('ends every link and session at once', async () => {
    const token = here.players.partner.links.home ?? ''
    expect((await h.get(`/my/${token}`)).status).toBe(200)
    await h.world.db.updateTable('links').set({ revoked_at: h.clock.now() }).where('purpose', '=', 'home').execute()
    expect((await h.get(`/my/${token}`)).status).toBe(404)
    h.clock.advance({ days: 31 })
    expect((await h.get(`/profile/${here.players.partner.links.profile}`)).status).toBe(404)
    await h.world.db.deleteFrom('auth_sessions').execute()
    expect((await h.get('/initiatives', here.scene.facilitator)).status).toBe(303)
  })
})
