import ICAL from 'ical.js'
import type { MailMessage } from '../src/platform/mail/transport.ts'

/** What a calendar program knows of an invitation that it answers. */
export interface Invitation {
  uid: string
  sequence: number
  /** DTSTART as it stands, like 20261204T150000Z. */
  start: string
  organiser: string
  to: string
}

/** Reads an invitation as the program of its reader does. */
export function invitationIn(mail: MailMessage | undefined): Invitation {
  const event = new ICAL.Component(ICAL.parse(mail?.calendar?.text ?? '')).getFirstSubcomponent('vevent')
  const value = (name: string) => String(event?.getFirstPropertyValue(name) ?? '')
  return {
    uid: value('uid'),
    sequence: Number(value('sequence')),
    start: value('dtstart').replace(/[-:]/g, ''),
    organiser: value('organizer').replace(/^mailto:/i, ''),
    to: mail?.to.address ?? '',
  }
}

export interface Answer {
  from?: string
  attendee?: string
  partstat?: string
  method?: string
  /** The DTSTART line; the invitation's without it. */
  dtstart?: string
  zoneRules?: string[]
  stamp?: string
  extraHeaders?: string[]
  organiser?: string
  sequence?: number
}

const filled = (invitation: Invitation, answer: Answer) => ({
  from: invitation.to,
  attendee: invitation.to,
  partstat: 'ACCEPTED',
  method: 'REPLY',
  stamp: '20261124T090000Z',
  extraHeaders: [],
  zoneRules: [],
  organiser: invitation.organiser,
  sequence: invitation.sequence,
  dtstart: `DTSTART:${invitation.start}`,
  ...answer,
})

let counted = 0
const messageId = () => `<answer-${++counted}-${process.pid}@mail.example>`

/** As Outlook and Exchange send it: base64, the method in the type of the part, names with Windows zones. */
export function asOutlook(invitation: Invitation, answer: Answer = {}): string {
  const a = filled(invitation, answer)
  const calendar = [
    'BEGIN:VCALENDAR',
    `METHOD:${a.method}`,
    'PRODID:Microsoft Exchange Server 2010',
    'VERSION:2.0',
    ...a.zoneRules,
    'BEGIN:VEVENT',
    `ATTENDEE;PARTSTAT=${a.partstat};CN=Somebody:MAILTO:${a.attendee}`,
    ...(a.method === 'COUNTER' ? [`ORGANIZER:MAILTO:${a.organiser}`] : []),
    'COMMENT;LANGUAGE=en-US:\\n',
    `UID:${invitation.uid}`,
    'SUMMARY;LANGUAGE=en-US:Accepted: Peer meeting',
    a.dtstart,
    'CLASS:PUBLIC',
    'PRIORITY:5',
    `DTSTAMP:${a.stamp}`,
    'TRANSP:OPAQUE',
    'STATUS:CONFIRMED',
    `SEQUENCE:${a.sequence}`,
    'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return message(a, [
    `Content-Type: multipart/alternative; boundary="_000_x"`,
    '',
    '--_000_x',
    'Content-Type: text/plain; charset="us-ascii"',
    '',
    '',
    '--_000_x',
    `Content-Type: text/calendar; charset="utf-8"; method=${a.method}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '--_000_x--',
  ])
}

/** As Google sends it: mixed, quoted-printable words, the calendar twice, folded lines. */
export function asGoogle(invitation: Invitation, answer: Answer = {}): string {
  const a = filled(invitation, answer)
  const calendar = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `METHOD:${a.method}`,
    ...a.zoneRules,
    'BEGIN:VEVENT',
    a.dtstart,
    `DTSTAMP:${a.stamp}`,
    `ORGANIZER;CN=Perennial:mailto:${a.organiser}`,
    `UID:${invitation.uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${a.partstat};CN=Some`,
    ` body;X-NUM-GUESTS=0:mailto:${a.attendee}`,
    `SEQUENCE:${a.sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Peer meeting',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
  return message(a, [
    'Content-Type: multipart/mixed; boundary="000000000000x"',
    '',
    '--000000000000x',
    'Content-Type: multipart/alternative; boundary="000000000000y"',
    '',
    '--000000000000y',
    'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'A accept=C3=A9 cette invitation.',
    '--000000000000y',
    `Content-Type: text/calendar; charset="UTF-8"; method=${a.method}`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    calendar.replaceAll('=', '=3D'),
    '--000000000000y--',
    '--000000000000x',
    'Content-Type: application/ics; name="invite.ics"',
    'Content-Disposition: attachment; filename="invite.ics"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar).toString('base64'),
    '--000000000000x--',
  ])
}

/** As Apple Mail sends it: an attachment alone, SEQUENCE left out where it is 0. */
export function asApple(invitation: Invitation, answer: Answer = {}): string {
  const a = filled(invitation, answer)
  return message(a, [
    'Content-Type: multipart/mixed; boundary="Apple-Mail=_1"',
    '',
    '--Apple-Mail=_1',
    'Content-Transfer-Encoding: 7bit',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Somebody accepted the invitation.',
    '--Apple-Mail=_1',
    'Content-Disposition: attachment; filename=iCal-20261124-090000.ics',
    `Content-Type: text/calendar; method=${a.method}; charset="UTF-8"; x-unix-mode=0644; name="iCal.ics"`,
    'Content-Transfer-Encoding: 7bit',
    '',
    'BEGIN:VCALENDAR',
    `METHOD:${a.method}`,
    'VERSION:2.0',
    'PRODID:-//Apple Inc.//macOS 14.5//EN',
    ...a.zoneRules,
    'BEGIN:VEVENT',
    `UID:${invitation.uid}`,
    ...(a.sequence === 0 ? [] : [`SEQUENCE:${a.sequence}`]),
    `DTSTAMP:${a.stamp}`,
    a.dtstart,
    `ATTENDEE;CN="Somebody";EMAIL="${a.attendee}";PARTSTAT=${a.partstat}:mailto:${a.attendee}`,
    `ORGANIZER;CN="Perennial":mailto:${a.organiser}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '--Apple-Mail=_1--',
  ])
}

/** Words without a calendar. */
export function asWords(invitation: Invitation, text: string, answer: Answer = {}): string {
  return message(filled(invitation, answer), ['Content-Type: text/plain; charset=utf-8', '', text])
}

function message(a: { from: string; organiser: string; extraHeaders: string[] }, rest: string[]): string {
  return [
    `Message-ID: ${messageId()}`,
    `From: Somebody <${a.from}>`,
    `To: Perennial <${a.organiser}>`,
    'Subject: Accepted: Peer meeting',
    'Date: Tue, 24 Nov 2026 09:00:00 +0000',
    ...a.extraHeaders,
    'MIME-Version: 1.0',
    ...rest,
    '',
  ].join('\r\n')
}
