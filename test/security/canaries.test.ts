import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { listRoutes } from '../../src/platform/web/policy.ts'
import type { LinkPurpose } from '../../src/platform/links/links.ts'
import { runSweeps } from '../../src/schedule.ts'
import { cast } from '../cast.ts'
import { useHarness, type Who } from '../harness.ts'
import { playStaff } from '../scene.ts'
import { type Canary, placeCanaries, type Reader } from './canaries.ts'
import { setSide, type Side } from './stage.ts'

const h = useHarness({ logLevel: 'silent' }, { resetBetweenTests: false })
let here: Side
let elsewhere: Side
let canariesHere: Canary[]
let canariesElsewhere: Canary[]
let funder: Who

beforeAll(async () => {
  here = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
  elsewhere = await setSide(h, 'Elsewhere', [cast.rahim, cast.paola, cast.nadia])
  canariesHere = await placeCanaries(h, here, 'here')
  canariesElsewhere = await placeCanaries(h, elsewhere, 'elsewhere')
  funder = (await playStaff(h, here.scene.agencyId, 'funder', 'Funder of Agora')).who
})

interface Output {
  reader: Reader | 'nobody' | 'elsewhere'
  where: string
  text: string
}

/** Every page, file and feed that somebody can get at, on this side. */
async function outputsOf(
  side: Side,
  reader: Output['reader'],
  who: Who,
  links: Partial<Record<LinkPurpose, string>>,
): Promise<Output[]> {
  const outputs: Output[] = []
  for (const route of listRoutes(h.app).filter(({ method }) => method === 'GET')) {
    const purpose = route.who?.startsWith('link: ') ? (route.who.slice(6) as LinkPurpose) : null
    const token = purpose ? links[purpose] : 'none'
    if (!token) continue
    const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
      name === 'token' ? token : (side.objects[name] ?? 'none'),
    )
    for (const query of ['', `?person=${side.objects.person}`, '?find=canary&q=canary&search=canary']) {
      const answer = await h.get(path + query, who)
      outputs.push({ reader, where: `GET ${route.path}${query} ${answer.status}`, text: await answer.text() })
    }
    if (purpose) {
      const wrong = await h.submit(path, { answer: 'nothing of the kind' }, who)
      outputs.push({ reader, where: `POST ${route.path} ${wrong.status}`, text: await wrong.text() })
    }
  }
  return outputs
}

function strays(
  outputs: Output[],
  canaries: Canary[],
  mayRead: (reader: Output['reader'], canary: Canary) => boolean,
): string[] {
  return outputs.flatMap((output) =>
    canaries
      .filter((canary) => output.text.includes(canary.marker) && !mayRead(output.reader, canary))
      .map((canary) => `${output.reader} read ${canary.field} in ${output.where}`),
  )
}

describe('canaries', () => {
  const outputs: Output[] = []

  beforeAll(async () => {
    outputs.push(...(await outputsOf(here, 'nobody', undefined, {})))
    outputs.push(...(await outputsOf(here, 'funder', funder, {})))
    outputs.push(...(await outputsOf(here, 'facilitator', here.scene.facilitator, {})))
    outputs.push(...(await outputsOf(here, 'administrator', here.scene.administrator, {})))
    for (const [name, player] of Object.entries(here.players))
      outputs.push(...(await outputsOf(here, name as Reader, undefined, player.links)))
    outputs.push(...(await outputsOf(here, 'elsewhere', elsewhere.scene.administrator, elsewhere.players.owner.links)))
  })

  it('are found only where policy says', () => {
    const found = strays(outputs, canariesHere, (reader, canary) => canary.readers.includes(reader as Reader))
    expect(found).toEqual([])
    console.log(
      `canaries: ${canariesHere.length + canariesElsewhere.length} placed, ${outputs.length} outputs scanned, 0 strays`,
    )
  })

  it('of another agency are found by nobody here', () => {
    expect(
      strays(
        outputs.filter(({ reader }) => reader !== 'elsewhere'),
        canariesElsewhere,
        () => false,
      ),
    ).toEqual([])
  })

  it('are seen by those who are meant to see them: the scan can find', () => {
    const seen = new Set(
      outputs.flatMap((output) =>
        canariesHere.filter(({ marker }) => output.text.includes(marker)).map(({ field }) => field),
      ),
    )
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'connection_members.gives',
        'authority_reports.note',
        'participations.problem',
        'poll_people.email',
        'polls.note',
      ]),
    )
  })

  it('do not leave in mails to those who may not read them, nor in job payloads or the audit trail', async () => {
    h.clock.advance({ days: 70 })
    await runSweeps(h.world)
    await h.settle()
    const people = await h.world.db.selectFrom('persons').select(['id', 'email']).execute()
    const readerOf = (address: string): Output['reader'] => {
      const id = people.find((person) => person.email === address)?.id
      if (id === here.objects.person) return 'owner'
      if (address === cast.kofi.email) return 'partner'
      if (address === cast.leila.email) return 'former partner'
      return address.startsWith('boss@agora') ? 'authoriser' : 'elsewhere'
    }
    const mails = h.post.map((mail) => ({
      reader: readerOf(mail.to.address),
      where: `mail ${mail.subject}`,
      text: mail.text + mail.html + (mail.calendar?.text ?? ''),
    }))
    expect(mails.length).toBeGreaterThan(10)
    expect(strays(mails, canariesHere, (reader, canary) => canary.readers.includes(reader as Reader))).toEqual([])
    const { rows } = await sql<{ text: string }>`
      select data::text as text from pgboss.job union all select details::text from audit_events`.execute(h.world.db)
    const traces = rows.map((row) => ({ reader: 'nobody' as const, where: 'a job or the audit trail', text: row.text }))
    expect(strays(traces, [...canariesHere, ...canariesElsewhere], () => false)).toEqual([])
  })
})
