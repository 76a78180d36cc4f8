import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { peers } from '../../src/demo/cast.ts'
import { linkPaths, type LinkPurpose } from '../../src/platform/links/links.ts'
import { listRoutes } from '../../src/platform/web/policy.ts'
import { useHarness } from '../harness.ts'
import { playPeer } from '../scene.ts'
import { setSide, type Side } from '../security/stage.ts'

const h = useHarness()

/** What ten packets of a new connection carry: more takes another journey, on a telephone most of a second. */
const firstJourney = 14_600
const mostRequests = 3
const locales = ['en', 'fr']

interface Weight {
  status: number
  isPage: boolean
  /** Of the page and all it asks for, as an empty cache fetches them with gzip; the headers aside. */
  bytes: number
  requests: number
}

async function weigh(answer: Response): Promise<Weight> {
  const html = await answer.text()
  const tags = html.matchAll(/<(?:link|script|img|source|iframe)\b[^>]*?(?:href|src)="([^"]+)"/g)
  const parts = new Set([...tags].map(([, address]) => address ?? '').filter((address) => !address.startsWith('data:')))
  let bytes = gzipSync(html).length
  for (const part of parts) {
    bytes += gzipSync(await (await h.get(part)).text()).length
  }
  return { status: answer.status, isPage: html.startsWith('<!doctype html>'), bytes, requests: 1 + parts.size }
}

/** Fails with all that is too heavy, and prints the heaviest. */
function hold(weights: Map<string, Weight>): void {
  const ordered = [...weights].toSorted(([, a], [, b]) => b.bytes - a.bytes)
  const lines = ordered.map(([path, { bytes, requests }]) => `${bytes} bytes in ${requests} requests: ${path}`)
  process.stdout.write(`${weights.size} pages weighed. ${lines[0]}\n`)
  const isHeavy = ([, { bytes, requests }]: [string, Weight]) => bytes > firstJourney || requests > mostRequests
  expect(ordered.filter(isHeavy).map(([path, { bytes, requests }]) => [path, bytes, requests])).toEqual([])
}

describe('a page that a telephone opens comes with the first packets', () => {
  it('before there is an agency', async () => {
    const weights = new Map<string, Weight>()
    for (const path of ['/', '/start', '/demonstration', '/sign-in', '/sign-in/code', '/my', '/not-a-page']) {
      for (const lang of locales) weights.set(`${path} ${lang}`, await weigh(await h.get(`${path}?lang=${lang}`)))
    }
    expect(weights.get('/start en')?.status).toBe(200)
    hold(weights)
  })

  describe('in an initiative of 48 peers and 15 topics', () => {
    let side: Side

    beforeEach(async () => {
      const all = Object.values(peers).map((peer, place) => ({
        ...peer,
        organisation: `${peer.organisation} ${place}`,
      }))
      side = await setSide(h, 'Agora Fiscal Network', all)
      const { scene, objects } = side
      const met = [objects.one ?? '', objects.other ?? '']
      for (const peer of all.slice(3)) met.push((await playPeer(h, scene, peer)).personId)
      expect(met.length).toBeGreaterThanOrEqual(47)
      const base = { agency_id: scene.agencyId, initiative_id: scene.initiativeId }
      const topics = Array.from({ length: 15 }, (_, place) => ({
        ...base,
        name: `Budgets that people can read, ${place}`,
      }))
      await h.world.db.insertInto('topics').values(topics).execute()
      const attendances = met.map((person_id) => ({
        engagement_id: objects.engagement ?? '',
        person_id,
        attended: true,
      }))
      await h.world.db.insertInto('attendances').values(attendances).execute()
    })

    it('behind every link, and wherever anybody may go', async () => {
      const tokens: Partial<Record<LinkPurpose, string>> = {
        ...side.players.authoriser.links,
        ...side.players.owner.links,
      }
      const weights = new Map<string, Weight>()
      for (const { method, path, who } of listRoutes(h.app)) {
        const purpose = /^link: (\w+)$/.exec(who ?? '')?.[1] as LinkPurpose | undefined
        if (method !== 'GET' || !(purpose || who === 'anyone') || path.startsWith('/assets')) continue
        const objects: Record<string, string> = { ...side.objects, token: (purpose && tokens[purpose]) ?? '' }
        const own = path.replace(/:(\w+)/g, (_, name: string) => objects[name] ?? name)
        for (const lang of locales) {
          const weight = await weigh(await h.get(`${own}?lang=${lang}`))
          if (weight.isPage) weights.set(`${path} ${lang}`, weight)
        }
      }
      const opened = [...weights].flatMap(([path, { status }]) => (status === 200 ? [path] : []))
      // A calendar reads the feeds, and the projector's page is opened on a wall: test/browser walks that one.
      const elsewhere = new Set(['feed', 'connectionFeed', 'initiativeFeed', 'projector'])
      const pages = Object.entries(linkPaths).flatMap(([purpose, path]) =>
        elsewhere.has(purpose) ? [] : [`${path}/:token fr`],
      )
      expect(opened).toEqual(expect.arrayContaining([...pages, '/my fr', '/sign-in fr', '/sign-in/code fr']))
      hold(weights)
    })

    it('when a form comes back with its mistakes, and when nothing is there', async () => {
      const { profile, agreement } = side.players.owner.links
      const mistakes = await h.submit(`${linkPaths.profile}/${profile}`, { problem: 'x'.repeat(5_000), hours: 'many' })
      const unagreed = await h.submit(`${linkPaths.agreement}/${agreement}`, { rhythm: 'never' })
      const missing = await h.get(`${linkPaths.home}/nothing?lang=fr`)
      expect([mistakes.status, missing.status]).toEqual([422, 404])
      const weights = {
        mistakes: await weigh(mistakes),
        unagreed: await weigh(unagreed),
        missing: await weigh(missing),
      }
      hold(new Map(Object.entries(weights)))
    })
  })
})
