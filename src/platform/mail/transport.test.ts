import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { readMail } from './in/read-mail.ts'
import { smtpTransport } from './transport.ts'

it('an invitation goes out as calendar programs want it: an alternative of the text, and a file', async () => {
  let raw = ''
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.on('data', (part: Buffer) => (raw += part.toString()))
      stream.on('end', () => done())
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  const transport = smtpTransport(`smtp://127.0.0.1:${port}`)
  const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'
  await transport.send({
    messageId: '<1@perennial.test>',
    from: 'Perennial <perennial@perennial.test>',
    to: { address: 'ana@peers.example', name: 'Ana' },
    replyTo: 'replies+1-abc@perennial.test',
    subject: 'Meeting',
    text: 'Meeting',
    html: '<p>Meeting</p>',
    calendar: { method: 'REQUEST', text: calendar },
  })
  transport.close?.()
  await new Promise<void>((closed) => server.close(closed))

  const [head = ''] = raw.split('\r\n\r\n')
  expect(head).toContain('Reply-To: replies+1-abc@perennial.test')
  expect(head).toContain('Auto-Submitted: auto-generated')
  const alternative = /Content-Type: multipart\/alternative;\s+boundary="([^"]+)"/.exec(raw)?.[1] ?? 'none'
  const inAlternative = raw.split(`--${alternative}`).slice(1, -1)
  const kinds = inAlternative.map((part) => /Content-Type: ([^\r\n]+)/.exec(part)?.[1])
  expect(kinds.map((kind) => kind?.split(';')[0])).toEqual(['text/plain', 'text/html', 'text/calendar'])
  expect(kinds[2]).toMatch(/charset=utf-8/i)
  expect(kinds[2]).toMatch(/method=REQUEST/)
  expect(raw).toMatch(/Content-Type: application\/ics; name=invite\.ics/)
  const [read] = (await readMail(Buffer.from(raw))).calendars
  expect(read?.text.split(/\r?\n/)).toEqual(calendar.split('\r\n'))
})
