import { beforeEach, describe, expect, it } from 'vitest'
import {
  asApple,
  asGoogle,
  asOutlook,
  asWords,
  type Invitation,
  invitationIn,
} from '../../../../test/calendar-answer.ts'
import { cast } from '../../../../test/cast.ts'
import { linkIn, useHarness } from '../../../../test/harness.ts'
import { mailsTo, mailTo, playPair } from '../../../../test/pair.ts'
import { playAgency } from '../../../../test/scene.ts'
import { handleMail } from '../../../platform/mail/in/handle.ts'
import { receiveMail } from '../../../platform/mail/in/receive.ts'
import { moveSession, planSession } from '../actions.ts'
import { zoneRules } from '../calendar/zone-rules.ts'
import { words } from '../words.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test' })
let session = ''
let anas: Invitation
let kofis: Invitation

beforeEach(async () => {
  const scene = await playAgency(h)
  const pair = await playPair(h, scene, [cast.ana, cast.kofi])
  session = await h.change((work) => planSession(work, pair.connectionId, h.clock.now().add({ hours: 246 }), 45))
  await h.settle()
  anas = invitationIn(mailTo(h, cast.ana, 'Meeting'))
  kofis = invitationIn(mailTo(h, cast.kofi, 'Meeting'))
  h.post.length = 0
})

async function arrive(mail: string): Promise<string | null> {
  await receiveMail(h.world, Buffer.from(mail))
  await h.settle()
  const row = await h.world.db
    .selectFrom('received_mails')
    .select(['outcome', 'content'])
    .orderBy('handled_at', 'desc')
    .orderBy('id')
    .where('handled_at', 'is not', null)
    .execute()
  expect(row.every(({ content }) => content === null)).toBe(true)
  return row.length === 1 ? (row[0]?.outcome ?? null) : row.map(({ outcome }) => outcome).join(', ')
}

const says = async () => {
  const rows = await h.world.db
    .selectFrom('session_members')
    .innerJoin('persons', 'persons.id', 'session_members.person_id')
    .select(['persons.name', 'reply'])
    .where('session_id', '=', session)
    .execute()
  return Object.fromEntries(rows.map(({ name, reply }) => [name.split(' ')[0], reply]))
}
const changing = (kind: string, from: string, to: string, rule: string) => [
  `BEGIN:${kind}`,
  'DTSTART:16010101T040000',
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  `RRULE:FREQ=YEARLY;${rule}`,
  `END:${kind}`,
]
const nobody = { Ana: null, Kofi: null }
const counters = () => h.world.db.selectFrom('session_counters').select(['starts_at', 'declines_otherwise']).execute()

describe('an answer that a calendar sends', () => {
  it.for([
    ['Outlook', asOutlook],
    ['Google', asGoogle],
    ['Apple', asApple],
  ] as const)('counts as %s writes it: yes, if need be, no', async ([, write]) => {
    await arrive(write(anas))
    expect(await says()).toEqual({ Ana: 'yes', Kofi: null })
    await arrive(write(anas, { partstat: 'TENTATIVE', stamp: '20261124T090001Z' }))
    // The clock of the calendar runs ahead of ours: it is taken for now.
    expect(await says()).toEqual({ Ana: 'maybe', Kofi: null })
    await arrive(write(kofis, { partstat: 'DECLINED' }))
    expect(await says()).toEqual({ Ana: 'maybe', Kofi: 'no' })
    expect(mailsTo(h, cast.ana, 'Cancelled')).toBe(1)
  })

  it('is known when it comes twice, by whichever way', async () => {
    const mail = asOutlook(anas)
    expect(await receiveMail(h.world, Buffer.from(mail))).toBe(true)
    expect(await receiveMail(h.world, Buffer.from(`Received: from elsewhere\r\n${mail}`))).toBe(false)
  })

  it('counts at its latest word, in whichever order the mails arrive', async () => {
    await arrive(asGoogle(anas, { partstat: 'TENTATIVE', stamp: '20261124T085930Z' }))
    await arrive(asGoogle(anas, { partstat: 'ACCEPTED', stamp: '20261124T085900Z' }))
    expect(await says()).toEqual({ Ana: 'maybe', Kofi: null })
  })

  it('counts at its latest word, also where that says the same once more', async () => {
    await arrive(asGoogle(anas, { partstat: 'ACCEPTED', stamp: '20261124T085800Z' }))
    await arrive(asGoogle(anas, { partstat: 'ACCEPTED', stamp: '20261124T085930Z' }))
    await arrive(asGoogle(anas, { partstat: 'DECLINED', stamp: '20261124T085900Z' }))
    expect(await says()).toEqual({ Ana: 'yes', Kofi: null })
  })

  it('does not count for a time that was given up since, and is answered with the present one', async () => {
    await h.change((work) => moveSession(work, session, h.clock.now().add({ hours: 300 }), words('en')))
    expect(await arrive(asOutlook(anas))).toBe('superseded')
    expect(await says()).toEqual(nobody)
    expect(linkIn(mailTo(h, cast.ana, 'Please answer here'), 'reply')).toBeTruthy()
    await arrive(asOutlook({ ...anas, sequence: 1 }))
    expect(await says()).toEqual({ Ana: 'yes', Kofi: null })
  })

  it('is taken from an assistant who answers on behalf of somebody', async () => {
    await arrive(asOutlook(anas, { from: 'assistant@peers.example' }))
    expect(await says()).toEqual({ Ana: 'yes', Kofi: null })
  })

  it('that hands the invitation on is refused politely, once', async () => {
    expect(await arrive(asOutlook(anas, { partstat: 'DELEGATED' }))).toBe('delegated')
    await arrive(asOutlook(anas, { partstat: 'DELEGATED' }))
    expect(mailsTo(h, cast.ana, 'Please answer here')).toBe(1)
    expect(mailTo(h, cast.ana)?.text).toContain('cannot be handed on')
  })
})

describe('another time that a calendar proposes', () => {
  it.for([
    ['in UTC', { dtstart: 'DTSTART:20261210T150000Z' }],
    ['in a zone of Windows without rules', { dtstart: 'DTSTART;TZID=Romance Standard Time:20261210T160000' }],
    ['in an IANA zone', { dtstart: 'DTSTART;TZID=America/Bogota:20261210T100000' }],
    [
      'in a zone that only the mail itself knows',
      {
        dtstart: 'DTSTART;TZID=Customized Time Zone:20261210T170000',
        zoneRules: zoneRules('Europe/Helsinki', Temporal.Instant.from('2026-12-10T00:00Z'))
          .replace('Europe/Helsinki', 'Customized Time Zone')
          .split('\r\n'),
      },
    ],
    [
      'in a zone with the rules that Outlook writes',
      {
        dtstart: 'DTSTART;TZID=Customized Time Zone:20261210T170000',
        zoneRules: [
          'BEGIN:VTIMEZONE',
          'TZID:Customized Time Zone',
          ...changing('STANDARD', '+0300', '+0200', 'INTERVAL=1;BYDAY=-1SU;BYMONTH=10'),
          ...changing('DAYLIGHT', '+0200', '+0300', 'INTERVAL=1;BYDAY=-1SU;BYMONTH=3'),
          'END:VTIMEZONE',
        ],
      },
    ],
  ] as const)('is asked about, %s', async ([, when]) => {
    const zone = { ...when, zoneRules: 'zoneRules' in when ? [...when.zoneRules] : [] }
    await arrive(asOutlook(anas, { method: 'COUNTER', partstat: 'TENTATIVE', ...zone }))
    expect((await counters()).map((one) => one.starts_at.toString())).toEqual(['2026-12-10T15:00:00Z'])
    expect(mailsTo(h, cast.kofi, 'Ana Morales proposes')).toBe(1)
    expect(await says()).toEqual({ Ana: 'maybe', Kofi: null })
  })

  it('with a no stays a question until the other has spoken', async () => {
    const dtstart = 'DTSTART:20261210T150000Z'
    await arrive(asOutlook(anas, { method: 'COUNTER', partstat: 'DECLINED', dtstart }))
    expect(await counters()).toMatchObject([{ declines_otherwise: true }])
    expect(await says()).toEqual(nobody)
  })

  it.for([
    ['that never end', 'RRULE:FREQ=SECONDLY'],
    ['that find no day', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['that are no rules', 'RRULE:FREQ=NEVER'],
  ])('in a zone with rules %s is taken for no time, and holds nothing up', async ([, rule = '']) => {
    const zoneRules = [
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0200',
      rule,
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const dtstart = 'DTSTART;TZID=Customized Time Zone:20261210T170000'
    const answer = { method: 'COUNTER', partstat: 'TENTATIVE', dtstart, zoneRules }
    for (const organiser of ['somebody@else.example', anas.organiser])
      await arrive(asGoogle(anas, { ...answer, organiser }))
    expect(await counters()).toEqual([])
  })

  it('that is no time at all is answered with the page', async () => {
    expect(await arrive(asOutlook(anas, { method: 'COUNTER', dtstart: 'DTSTART:notadate' }))).toBe('no calendar')
    expect(mailsTo(h, cast.ana, 'Please answer here')).toBe(1)
  })

  it('in the past is answered with the reason', async () => {
    const answer = { method: 'COUNTER', partstat: 'TENTATIVE', dtstart: 'DTSTART:20250101T100000Z' }
    expect(await arrive(asGoogle(anas, answer))).toBe('refused')
    expect(mailTo(h, cast.ana)?.text).toContain('must lie in the future')
  })
})

describe('mail that is not what it says', () => {
  const forged = () => asOutlook(anas, { organiser: 'replies@perennial.test' })

  it('changes nothing without the signed address, and one mail with the page goes to the address on record', async () => {
    for (const mail of [forged(), forged(), forged()]) await arrive(mail)
    expect(await says()).toEqual(nobody)
    expect(h.post.map((mail) => [mail.to.address, mail.subject.slice(0, 18)])).toEqual([
      [cast.ana.email, 'Please answer here'],
    ])
  })

  it('is never accepted as somebody else: every address, every signature but one’s own', async () => {
    const wrong = [
      anas.organiser.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@')),
      anas.organiser.replace(/\+\w+-/, '+zzz-'),
      kofis.organiser,
      'replies+1-aaaaaaaaaaaaaaaaaaaa@perennial.test',
      'replies@perennial.test',
    ]
    for (const organiser of wrong)
      for (const from of [cast.ana.email, cast.kofi.email, 'stranger@else.example'])
        for (const partstat of ['ACCEPTED', 'DECLINED'])
          await arrive(asGoogle(anas, { organiser, from, attendee: cast.ana.email, partstat }))
    // Kofi may say what he likes under his own address; it is he who said it.
    expect((await says()).Ana).toBe(null)
  })

  it('does not let whom an invitation was passed on to answer for its reader', async () => {
    await arrive(asGoogle(anas, { from: 'friend@else.example', attendee: 'friend@else.example' }))
    await arrive(asGoogle(anas, { from: cast.kofi.email, attendee: cast.kofi.email }))
    expect(await says()).toEqual(nobody)
    expect(h.post.map(({ to }) => to.address).toSorted()).toEqual([cast.ana.email, cast.kofi.email])
  })

  it('is answered by nothing where a machine wrote it, and starts no loop', async () => {
    const machines = ['Auto-Submitted: auto-replied', 'Precedence: bulk', 'List-Id: <x.example>', 'Return-Path: <>']
    for (const header of machines) await arrive(asWords(anas, 'I am away', { extraHeaders: [header] }))
    await arrive(asWords(anas, 'Failed', { from: 'mailer-daemon@else.example' }))
    expect(h.post).toEqual([])
    await arrive(asOutlook(anas, { extraHeaders: ['Auto-Submitted: auto-generated'] }))
    expect(await says()).toEqual({ Ana: 'yes', Kofi: null })
  })

  it('is dropped where it is our own that came back', async () => {
    const own = await h.world.db.selectFrom('mails').select('message_id').limit(1).executeTakeFirstOrThrow()
    expect(await arrive(asWords(anas, 'x').replace(/Message-ID: .*/, `Message-ID: ${own.message_id}`))).toBe('our own')
  })

  it('is laid aside where nobody can read it', async () => {
    expect(await arrive(asOutlook(anas).replace(/Content-Transfer-Encoding: base64/, 'Content-Type: '))).toBeTruthy()
    expect(await arrive('\0\0\0')).toContain('not for us')
    expect(await says()).toEqual(nobody)
  })
})

describe('a mail that takes the server with it', () => {
  it('counts as tried before it is worked, and is left lying after the fifth time', async () => {
    await receiveMail(h.world, Buffer.from(asGoogle(anas)))
    const { id } = await h.world.db.selectFrom('received_mails').select('id').executeTakeFirstOrThrow()
    const neverCameBack = () => expect.fail('The server is gone.')
    const dying = { ...h.world, clock: { ...h.world.clock, now: neverCameBack } }
    dying.log = Object.assign(Object.create(h.world.log), { warn: neverCameBack })
    for (const time of [1, 2, 3, 4, 5]) await expect(handleMail(dying, id), `${time}`).rejects.toThrow('is gone')
    await handleMail(h.world, id)
    const left = h.world.db.selectFrom('received_mails').select(['attempts', 'outcome'])
    expect(await left.executeTakeFirstOrThrow()).toEqual({ attempts: 5, outcome: null })
  })
})

describe('words without a calendar', () => {
  it('are answered with the page, once', async () => {
    expect(await arrive(asWords(anas, 'Can we move it?'))).toBe('no calendar')
    await arrive(asWords(anas, 'Hello?'))
    expect(mailsTo(h, cast.ana, 'Please answer here')).toBe(1)
    const page = linkIn(mailTo(h, cast.ana), 'reply')
    expect((await h.submit(page, { reply: 'yes' })).status).toBe(303)
  })

  it('to the plain address are known by the mail they answer', async () => {
    const { message_id: id } = await h.world.db
      .selectFrom('mails')
      .select('message_id')
      .where('kind', '=', 'session.plan')
      .where('to_address', '=', cast.ana.email)
      .executeTakeFirstOrThrow()
    const answer = { organiser: 'replies@perennial.test', extraHeaders: [`In-Reply-To: ${id}`] }
    await arrive(asWords(anas, 'yes', answer))
    expect(mailsTo(h, cast.ana, 'Please answer here')).toBe(1)
    await arrive(asWords(anas, 'yes', { ...answer, from: 'stranger@else.example' }))
    expect(h.post).toHaveLength(1)
  })
})
