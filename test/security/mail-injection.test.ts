import type { AddressInfo } from 'node:net'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitation } from '../../src/features/sessions/calendar/calendar.ts'
import { type MailTransport, smtpTransport } from '../../src/platform/mail/transport.ts'
import { scriptVectors } from './nasty.ts'

interface Received {
  to: string[]
  raw: string
}

const received: Received[] = []
let server: SMTPServer
let transport: MailTransport

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('latin1'),
        })
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.server.address() as AddressInfo
  transport = smtpTransport(`smtp://127.0.0.1:${port}`)
})

afterAll(async () => {
  transport.close?.()
  await new Promise<void>((closed) => server.close(closed))
})

const injections = [
  'Ana\r\nBcc: everybody@elsewhere.example',
  'Ana\nX-Injected: yes',
  'Ana\rX-Injected: yes',
  'Ana\r\n\r\n<h1>another body</h1>',
  'Ana\r\n.\r\nMAIL FROM:<x@elsewhere.example>',
  '"Ana" <x@elsewhere.example>, b@elsewhere.example',
  'Ana" <x@elsewhere.example>',
  'Ana\u0000\u2028\u0085X-Injected: yes',
  '=?utf-8?Q?Ana=0D=0ABcc:_x@elsewhere.example?=',
  `${'ä'.repeat(400)}\r\nBcc: x@elsewhere.example`,
]

const expected = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'content-transfer-encoding',
]

describe('a mail whose names and subjects try to be more', () => {
  it.for([...injections, ...scriptVectors.slice(0, 10)])(
    'goes to one reader, with our headers only: %j',
    async (text) => {
      received.length = 0
      await transport.send({
        messageId: '<one@perennial.test>',
        from: 'Perennial <perennial@perennial.test>',
        to: { address: 'ana@peers.example', name: text },
        subject: text,
        text: `${text}\n.\nQUIT\n`,
        html: '<p>Good morning</p>',
        calendar: null,
      })
      expect(received.map(({ to }) => to)).toEqual([['ana@peers.example']])
      const mail = await PostalMime.parse(received[0]?.raw ?? '')
      expect(mail.headers.map(({ key }) => key).filter((key) => !expected.includes(key))).toEqual([])
      expect(mail.to?.map(({ address }) => address)).toEqual(['ana@peers.example'])
      expect(mail.subject).not.toMatch(/[\r\n]/)
      expect(mail.text).toContain('QUIT')
    },
  )

  it.for([
    'ana@peers.example\r\nRCPT TO:<x@elsewhere.example>',
    'ana@peers.example, x@elsewhere.example',
    'ana@peers.example> SIZE=1',
    '<ana@peers.example',
  ])('never reaches a second address: %j', async (address) => {
    received.length = 0
    const sent = transport.send({
      messageId: '<two@perennial.test>',
      from: 'Perennial <perennial@perennial.test>',
      to: { address, name: 'Ana' },
      subject: 'Hello',
      text: 'Hello',
      html: '<p>Hello</p>',
      calendar: null,
    })
    await sent.catch(() => {})
    expect(received.flatMap(({ to }) => to).filter((to) => to.includes('elsewhere'))).toEqual([])
  })
})

describe('an invitation whose names try to be more', () => {
  it.for([
    ...injections,
    'Ana\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:another',
    'Ana;CN=x:mailto:x@elsewhere.example',
    'Ana":mailto:x@elsewhere.example',
  ])('holds one meeting and its own attendees: %j', (text) => {
    const ics = invitation(
      'REQUEST',
      {
        uid: 'one@perennial.test',
        sequence: 0,
        state: 'planned',
        startsAt: Temporal.Instant.from('2026-12-01T10:00:00Z'),
        minutes: 45,
        zone: null,
        changedAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
        summary: text,
        description: text,
        location: text,
        attendees: [
          { name: text, email: 'ana@peers.example', reply: null, isOptional: false },
          { name: 'Kofi', email: 'kofi@peers.example', reply: null, isOptional: false },
        ],
      },
      { name: text, email: 'perennial@perennial.test' },
    )
    const calendar = new ICAL.Component(ICAL.parse(ics))
    const [event, ...others] = calendar.getAllSubcomponents('vevent')
    expect(others).toEqual([])
    expect(event?.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase())).toEqual([
      'mailto:ana@peers.example',
      'mailto:kofi@peers.example',
    ])
    const names = event?.getAllProperties().map(({ name }) => name) ?? []
    expect(names.filter((name) => /inject|bcc/i.test(name))).toEqual([])
  })
})
