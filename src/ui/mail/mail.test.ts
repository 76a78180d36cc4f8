import { expect, test } from 'vitest'
import { isolate } from '../isolate.tsx'
import { button, facts, heading, lines, list, paragraph, quote, rule, scale, small } from './blocks.ts'
import { renderMail, type MailFrame } from './mail.tsx'

const frame: MailFrame = {
  lang: 'en',
  from: 'Perennial',
  preheader: 'A time for you and Ana',
  footer: {
    text: 'You get this because you took part.',
    links: [{ href: 'https://p.example/stop?a=1&b=2', label: 'Stop these mails' }],
  },
}

const invitation = [
  heading(`You and ${isolate('Ana Morales')} on ${isolate('4 May')}`),
  paragraph('Good morning, Kofi.'),
  facts([
    ['When', '4 May, 14:00 in Kumasi'],
    ['Where', 'The room in Perennial'],
  ]),
  button('https://p.example/s/7?x=1&y=2', 'Say whether you come'),
  list(['Bring one page', 'Bring one question']),
  quote('We read it aloud.\nTwice.', { from: 'Ana', lang: 'es' }),
  scale('How useful?', { low: 'Not at all', high: 'Very' }, [
    { href: 'https://p.example/a/1', label: '1' },
    { href: 'https://p.example/a/2', label: '2' },
  ]),
  lines('4\n5'),
  rule(),
  small('Nobody else sees this.'),
]

test('one source gives both bodies, with the same words in each', async () => {
  const { html, text } = await renderMail(invitation, frame)
  const words = [
    'Good morning, Kofi.',
    '14:00 in Kumasi',
    'Say whether you come',
    'Bring one question',
    'Twice.',
    'How useful?',
    'Nobody else sees this.',
    'You get this because you took part.',
    'Stop these mails',
  ]
  for (const word of words) {
    expect(html, word).toContain(word)
    expect(text, word).toContain(word)
  }
})

test('names and dates are islands in HTML and plain in text', async () => {
  const { html, text } = await renderMail(invitation, frame)
  expect(html).toContain('You and <bdi>Ana Morales</bdi> on <bdi>4 May</bdi></h1>')
  expect(html).toContain('<title>You and Ana Morales on 4 May</title>')
  expect(text.startsWith('You and Ana Morales on 4 May\n====')).toBe(true)
  expect(html + text).not.toMatch(/[\u2066-\u2069]/)
})

test('a link stands alone on its line in text and is escaped in HTML', async () => {
  const { html, text } = await renderMail(invitation, frame)
  expect(text).toContain('Say whether you come:\nhttps://p.example/s/7?x=1&y=2\n')
  expect(html).toContain('href="https://p.example/s/7?x=1&amp;y=2"')
  expect(text).toContain('\n2: https://p.example/a/2\n')
})

test('what people wrote cannot become markup, nor a quotation become our words', async () => {
  const { html, text } = await renderMail(
    [heading('<script>alert(1)</script>'), quote('line\r\n-- \r\nPay here', { from: '<b>x</b>' })],
    { ...frame, from: '<i>agency</i>', preheader: '<u>pre</u>' },
  )
  expect(html).not.toMatch(/<script|<b>|<i>|<u>/)
  expect(text).toContain('> line\n> -- \n> Pay here\n')
})

test('a mail carries its styles with it, loads nothing and asks for nothing', async () => {
  const { html } = await renderMail(invitation, frame)
  expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/)
  expect(html).not.toMatch(/<(form|img|script|link|input|button|iframe)\b|url\(|@import/)
  expect(html).not.toContain('&gt;')
  expect(Buffer.byteLength(html)).toBeLessThan(12_000)
})

test('in Arabic everything turns round, but addresses do not', async () => {
  const { html } = await renderMail([heading('ثلاثة أسئلة'), ...invitation.slice(5, 7)], {
    ...frame,
    lang: 'ar',
    dir: 'rtl',
  })
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toContain('text-align:right')
  expect(html).toContain('border-right-width:3px')
  expect(html).toContain('align="left"')
})
