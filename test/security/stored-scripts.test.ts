import { beforeAll, describe, expect, it } from 'vitest'
import Papa from 'papaparse'
import { listRoutes } from '../../src/platform/web/policy.ts'
import { openBrowser } from '../browser/browser.ts'
import { cast } from '../cast.ts'
import { seatingFields } from '../event.ts'
import { useHarness, type Who } from '../harness.ts'
import { answerFields, pollFields } from '../poll.ts'
import { filledForm } from '../profile-scene.ts'
import { foreignMarkup } from './foreign-markup.ts'
import { scriptVectors } from './nasty.ts'
import { setSide, type Side } from './stage.ts'

const h = useHarness({ logLevel: 'silent' }, { resetBetweenTests: false })
let side: Side

interface Output {
  where: string
  html: string
}
const outputs: Output[] = []

/** The vector of a turn, so that each field of the forms holds others in each round. */
const vector = (turn: number) => (scriptVectors[turn % scriptVectors.length] ?? '').replaceAll('\0', '')

beforeAll(async () => {
  side = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
  await importEverybody()
  for (let round = 0; round < 4; round++) {
    await fillForms(round * 25)
    outputs.push(...(await everyPage(round)))
    await h.settle()
  }
  outputs.push(...h.post.map((mail) => ({ where: `mail ${mail.subject.slice(0, 40)}`, html: mail.html })))
}, 240_000)

/** A hundred people whose names, organisations, posts and cities are vectors, by the roster's own way in. */
async function importEverybody(): Promise<void> {
  const path = `/initiatives/${side.scene.initiativeId}/people/import`
  const rows = scriptVectors.map((_, turn) => ({
    Name: `${vector(turn)} x`,
    'E-mail': `person${turn}@peers.example`,
    Organisation: `${vector(turn + 31)} y`,
    Title: vector(turn + 47),
    Country: 'GH',
    City: vector(turn + 67).slice(0, 110),
    Languages: 'English (fluent)',
  }))
  const sent = await h.submit(
    path,
    { file: new File([Papa.unparse(rows)], `${vector(5)}.csv`) },
    side.scene.facilitator,
  )
  expect(sent.status).toBe(303)
  const own = sent.headers.get('location') ?? ''
  const preview = await (await h.get(`${own}/preview`, side.scene.facilitator)).text()
  outputs.push(
    { where: 'preview of the roster', html: preview },
    { where: 'columns', html: await (await h.get(own, side.scene.facilitator)).text() },
  )
  const seen = /name="seen" value="([^"]+)"/.exec(preview)?.[1] ?? ''
  expect((await h.submit(`${own}/completion`, { seen }, side.scene.facilitator)).status).toBe(303)
  outputs.push({ where: 'result of the roster', html: await (await h.get(own, side.scene.facilitator)).text() })
  expect(
    (
      await h.submit(
        `/initiatives/${side.scene.initiativeId}/people/invitations`,
        { everybody: 'yes' },
        side.scene.facilitator,
      )
    ).status,
  ).toBe(303)
}

/** Types vectors into every form that keeps text. A form that refuses one shows it again, which counts as a page. */
async function fillForms(turn: number): Promise<void> {
  const { objects, players, scene } = side
  const links = players.owner.links
  const initiative = `/initiatives/${objects.initiative}`
  const day = (name: string, year: string) => ({ [`${name}.d`]: '1', [`${name}.m`]: '5', [`${name}.y`]: year })
  const v = (place: number, longest = 1000) => vector(turn + place).slice(0, longest)
  const version = async () =>
    String(
      (
        await h.world.db
          .selectFrom('connections')
          .select('agreement_version')
          .where('id', '=', objects.connection ?? '')
          .executeTakeFirstOrThrow()
      ).agreement_version,
    )
  const engagement = { title: v(9, 120), place: v(10, 200), ...day('startsOn', '2026'), ...day('endsOn', '2026') }
  const home = { locale: 'en', zone: 'America/Bogota', country: 'CO' }
  const person = { ...home, name: v(12, 200), email: cast.ana.email, city: v(13, 120), phone: v(14, 60), note: v(15) }
  const forms: [path: string, fields: Record<string, string | string[]>, who: Who][] = [
    ['/agency', { name: v(0, 120), locale: 'en', zone: 'Europe/Lisbon' }, scene.administrator],
    ['/account', { name: v(1, 120), locale: 'en', zone: 'Europe/Lisbon' }, scene.facilitator],
    ['/staff', { name: v(2, 120), email: `staff${turn}@staff.example`, role: 'facilitator' }, scene.administrator],
    [`${initiative}/setup/about`, { title: v(3, 120), purpose: v(4), languages: 'English' }, scene.facilitator],
    [`${initiative}/setup/topics`, { added: [v(5, 80), v(6, 80), v(7, 80)].join('\n') }, scene.facilitator],
    [
      `${initiative}/setup/season`,
      { title: v(8, 120), ...day('startsOn', '2026'), ...day('endsOn', '2027') },
      scene.facilitator,
    ],
    [`${initiative}/setup/engagement`, { ...engagement, link: '' }, scene.facilitator],
    [
      `${initiative}/seatings/${objects.seating}/settings`,
      { ...seatingFields, least: '2', title: v(9, 120) },
      scene.facilitator,
    ],
    [`${initiative}/setup/engagement`, { ...engagement, link: v(11) }, scene.facilitator],
    [
      `/people/${objects.person}/edit`,
      { ...person, otherLanguage: v(16, 60), otherLevel: 'fluent' },
      scene.facilitator,
    ],
    [`/people/${objects.person}/edit`, { ...person, otherLanguage: '', otherLevel: '' }, scene.facilitator],
    [
      `/people/${objects.person}/posts`,
      { organisation: v(17, 300), title: v(18, 300), startsOn: '2020', endsOn: '' },
      scene.facilitator,
    ],
    [
      `/people/${objects.person}/posts`,
      { organisation: v(17, 300), title: v(18, 300), startsOn: v(19), endsOn: '' },
      scene.facilitator,
    ],
    [
      `/profile/${links.profile}`,
      { ...filledForm, problem: v(20), offersOther: v(21, 80), wantsOther: v(22, 80) },
      undefined,
    ],
    [`/profile/${links.profile}/draft`, { ...filledForm, problem: v(23), zone: v(24) }, undefined],
    [
      `/agreement/${links.agreement}`,
      {
        version: await version(),
        gives: v(25, 600),
        wants: v(26, 600),
        rhythm: String(30 + turn),
        medium: 'video',
        ...day('review', '2027'),
      },
      undefined,
    ],
    [
      `/agreement/${links.agreement}`,
      {
        version: await version(),
        gives: v(25, 600),
        wants: v(26, 600),
        rhythm: v(27),
        medium: v(28),
        'review.d': v(29),
      },
      undefined,
    ],
    [
      `/my/${links.home}/connections/${objects.connection}/contacts`,
      { 'day.d': '24', 'day.m': '11', 'day.y': '2026', kind: 'live', minutes: '20', note: v(30, 500) },
      undefined,
    ],
    [
      `/my/${links.home}/connections/${objects.connection}/contacts`,
      { 'day.d': v(31), kind: v(32), minutes: v(33), note: v(34, 500) },
      undefined,
    ],
    [
      `${initiative}/connections/${objects.connection}/contacts`,
      { 'day.d': '24', 'day.m': '11', 'day.y': '2026', kind: 'live', minutes: '20', note: v(35, 500) },
      scene.facilitator,
    ],
    [
      `${initiative}/polls/${objects.poll}/edit`,
      { ...pollFields, title: v(37, 120), note: v(38), place: v(39, 300) },
      scene.facilitator,
    ],
    [
      `/poll/${players.asked.links.poll}`,
      answerFields([objects['poll key'] ?? ''], ['yes'], { name: `${v(41, 110)} x`, email: v(42) }),
      undefined,
    ],
    [
      `/answer/${players.guest.links.pollAnswer}`,
      answerFields([objects['poll key'] ?? ''], ['yes'], { name: `${v(43, 110)} x` }),
      undefined,
    ],
    [`${initiative}/polls/${objects.poll}/invitations`, { addresses: v(44) }, scene.facilitator],
    [`${initiative}/desk/${objects.connection}/call`, { note: v(36) }, scene.facilitator],
    [
      `${initiative}/desk/${objects.connection}/nudge`,
      { text_en: v(37), text_fr: v(38), word: 'nudge' },
      scene.facilitator,
    ],
    [`${initiative}/desk/aside`, { row: v(39, 120) }, scene.facilitator],
    [
      `${initiative}/authority/${objects.authority}`,
      {
        authoriserName: v(40, 200),
        authoriserEmail: 'boss@agora.example',
        authoriserTitle: v(41, 200),
        locale: 'en',
        hoursPerMonth: '4',
        ...day('startsOn', '2026'),
        ...day('endsOn', '2027'),
      },
      scene.facilitator,
    ],
    [`${initiative}/authority/${objects.authority}/report`, { note: v(42, 600) }, scene.facilitator],
    [`/report/${players['other authoriser'].links.report}`, { answer: 'call', note: v(43, 600) }, undefined],
    [`${initiative}/matching`, { title: v(44, 120), topics: '3', language: '3', hours: '3' }, scene.facilitator],
    ['/sign-in', { address: v(45), next: v(46) }, undefined],
    ['/sign-in/code', { address: v(47), code: v(48), next: v(49) }, undefined],
    ['/my', { email: v(50) }, undefined],
    [`${initiative}/people/import`, { pasted: vector(turn) }, scene.facilitator],
  ]
  for (const [path, fields, who] of forms) {
    const answer = await h.submit(path, fields, who)
    expect([204, 303, 422, 404], path).toContain(answer.status)
    outputs.push({ where: `answer of ${path}`, html: await answer.text() })
  }
}

/** Every page of every reader, with a vector in the address too. */
async function everyPage(turn: number): Promise<Output[]> {
  const found: Output[] = []
  const query = `?${new URLSearchParams(Object.fromEntries(['said', 'text', 'person', 'next', 'address', 'code', 'day', 'lang', 'season', 'people'].map((name, place) => [name, vector(turn * 10 + place)])))}`
  for (const route of listRoutes(h.app).filter(({ method }) => method === 'GET')) {
    const purpose = route.who?.startsWith('link: ') ? route.who.slice(6) : null
    const readers = purpose ? Object.values(side.players) : [{ links: {}, who: side.scene.administrator }]
    for (const { links, who } of readers) {
      const token = purpose ? Object.entries(links).find(([own]) => own === purpose)?.[1] : 'none'
      if (!token) continue
      const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
        name === 'token' ? token : (side.objects[name] ?? 'none'),
      )
      for (const address of turn === 0 ? [path, path + query] : [path]) {
        const answer = await h.get(address, who)
        const text = await answer.text()
        if ((answer.headers.get('content-type') ?? '').startsWith('text/html'))
          found.push({ where: `GET ${route.path}`, html: text })
      }
    }
  }
  return found
}

describe('a hundred scripts typed everywhere', () => {
  it('are shown, but never as markup, in any page or mail', () => {
    const faults = outputs.flatMap(({ where, html }) =>
      foreignMarkup(html, where.startsWith('mail')).map((fault) => `${where}: ${fault}`),
    )
    expect([...new Set(faults)]).toEqual([])
    const whole = outputs.map(({ html }) => html).join('\n')
    const escaped = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
    const shown = scriptVectors.filter((_, turn) => whole.includes(escaped(vector(turn).replace(/\s+/g, ' ').trim())))
    expect(shown.length, 'as words they are there').toBeGreaterThan(95)
    const mails = outputs.filter(({ where }) => where.startsWith('mail'))
    expect(mails.length).toBeGreaterThan(100)
    console.log(
      `stored scripts: ${scriptVectors.length} vectors, ${outputs.length - mails.length} pages and ${mails.length} mails, 0 as markup`,
    )
  })

  it('run in no browser, even without the policy that forbids them', { timeout: 120_000 }, async () => {
    const browser = await openBrowser()
    const page = await browser.page()
    const ran: string[] = []
    let where = ''
    page.on('dialog', (dialog) => {
      ran.push(`${where}: ${dialog.message()}`)
      void dialog.dismiss()
    })
    const distinct = [...new Map(outputs.map((output) => [output.where, output])).values()]
    for (const output of distinct) {
      where = output.where
      await page.setContent(output.html, { waitUntil: 'domcontentloaded' })
    }
    // Proof that this browser would have told.
    where = 'proof'
    await page.setContent(vector(5))
    await page.setContent(vector(0))
    await browser.close()
    expect(ran.filter((said) => !said.startsWith('proof'))).toEqual([])
    expect(ran).not.toEqual([])
  })
})
