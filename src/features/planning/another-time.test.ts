import { expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailTo, mailsTo, playPair } from '../../../test/pair.ts'
import { playAgency } from '../../../test/scene.ts'
import { playSeason, sayFree } from '../../../test/season.ts'
import { formatMoment } from '../../platform/clock.ts'
import { makeLink } from '../../platform/links/links.ts'

const h = useHarness()

it('offers other times of several days, asks the partner for one, and both read it on their pages until it is answered', async () => {
  const scene = await playAgency(h)
  const whose = (personId = '') => ({ agencyId: scene.agencyId, personId })
  const { personIds } = await playPair(h, scene, [cast.paola, cast.rahim])
  await sayFree(h, personIds)
  const season = await playSeason(h, scene, { sessionsEach: 3 })
  await h.submit(`${season.path}/${season.planId}/publication`, { revision: '1' }, scene.facilitator)
  await h.settle()
  const [own, other] = [linkIn(mailTo(h, cast.rahim), 'series'), linkIn(mailTo(h, cast.paola), 'series')]
  const page = await (await h.get(own)).text()
  const session = /time\?session=([0-9a-f-]{36})/.exec(page)?.[1] ?? ''
  const offered = await (await h.get(`${own}/time?session=${session}`)).text()
  const times = [...offered.matchAll(/name="at" value="([^"]+)"/g)].map(([, at]) => at ?? '')
  const days = new Set(times.map((at) => at.slice(0, 10)))
  expect(days.size).toBeGreaterThan(times.length / 3)

  h.post.length = 0
  const at = times[0] ?? ''
  const ask = { session, at, _key: 'a-key-that-is-pressed-twice' }
  for (const _press of [1, 2]) expect((await h.submit(`${own}/time`, ask)).status).toBe(303)
  await h.settle()
  expect(mailsTo(h, cast.paola)).toBe(1)
  const when = (zone: string) => formatMoment('en', zone, Temporal.Instant.from(at))
  expect(await wordsOf(h.get(own))).toContain(`You proposed ${when(cast.rahim.zone)}.`)
  expect(await wordsOf(h.get(other))).toContain(`Rahim Chowdhury proposes ${when(cast.paola.zone)}`)

  const home = await h.change((work) => makeLink(work, { ...whose(personIds[0]), purpose: 'home', days: 1 }))
  const homePage = new URL(home).pathname
  expect(await wordsOf(h.get(homePage))).toContain(
    `Another time to meet Rahim Chowdhury: ${when(cast.paola.zone)}? Answer 3 meetings of the season`,
  )
  const open = (way: string, subject: string) => h.submit(`${homePage}/open`, { way, subject })
  const toSeries = (await open('series', season.planId)).headers.get('location') ?? ''
  expect(await wordsOf(h.get(new URL(toSeries).pathname))).toContain('Your 3 meetings with Rahim Chowdhury')
  const toCounter = new URL((await open('reply', session)).headers.get('location') ?? '')
  expect(await wordsOf(h.get(toCounter.pathname + toCounter.search))).toContain(when(cast.paola.zone))
  expect((await open('reply', season.planId)).status).toBe(404)

  const gone = await h.submit(`${own}/time`, { session, at: '2031-01-01T10:00:00Z' })
  expect(gone.status).toBe(422)
  expect(mailsTo(h, cast.paola)).toBe(1)
})
