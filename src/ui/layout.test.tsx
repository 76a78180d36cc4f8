import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { FormState } from './form-state.ts'
import { Page, render } from './layout.tsx'
import { englishTexts, useTexts } from './texts.ts'

const script = '<script>alert(1)</script>'

test('a page is a whole document in its language and direction', async () => {
  const page = await render(
    <Page title="هذا الأسبوع" texts={englishTexts} lang="ar" dir="rtl" body="calm">
      <h1>صباح الخير</h1>
    </Page>,
  )
  expect(page).toMatch(/^<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"\/>/)
  expect(page).toContain('<title>هذا الأسبوع · Perennial</title>')
  expect(page).toContain('<body class="calm">')
  expect(page).toMatch(/<main id="main" class="wrap narrow">/)
  expect(page.match(/<a class="skip" href="#main">/g)).toHaveLength(1)
})

test('a page needs no inline style and no inline script', async () => {
  const page = await render(
    <Page title="Plain" texts={englishTexts} lang="en" scripts={['/assets/board-1.js']}>
      <p>text</p>
    </Page>,
  )
  expect(page).not.toMatch(/ style=|<style| on[a-z]+="/)
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).toContain('<script type="module" src="/assets/board-1.js"></script>')
})

test('whatever people type is shown as text', async () => {
  const page = await render(
    <Page
      title={script}
      texts={englishTexts}
      lang="en"
      me={{ name: script, href: '/me' }}
      nav={[{ href: '/', label: script, current: true }]}
      notice={script}
    >
      {script}
    </Page>,
  )
  expect(page).not.toContain('<script>')
  expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(5)
})

test('the current tab says so, and the menu opens it without script', async () => {
  const page = await render(
    <Page
      title="Today"
      texts={englishTexts}
      lang="en"
      nav={[
        { href: '/', label: 'Today', current: true },
        { href: '/people', label: 'People' },
      ]}
    />,
  )
  expect(page).toContain('<a href="/" aria-current="page">Today</a>')
  expect(page).toContain('<a href="/people">People</a>')
  expect(page).toContain('popovertarget="nav"')
  expect(page).toContain('<nav id="nav" popover="auto" aria-label="Main">')
})

test('a form with mistakes puts them into the title and first on the page', async () => {
  const error: FormState = { values: {}, errors: { email: 'Enter an e-mail address' } }
  const page = await render(
    <Page title="Add a peer" texts={englishTexts} lang="en" error={error}>
      <h1>Add a peer</h1>
    </Page>,
  )
  expect(page).toContain('<title>Error: Add a peer · Perennial</title>')
  expect(page).toMatch(/<main[^>]*><section class="errors" role="alert"[^>]* autofocus=""/)
  expect(page).toContain('<a href="#email">Enter an e-mail address</a>')
})

test('a form without mistakes leaves the title alone', async () => {
  const page = await render(
    <Page title="Add a peer" texts={englishTexts} lang="en" error={{ values: { a: 'b' }, errors: {} }} />,
  )
  expect(page).toContain('<title>Add a peer · Perennial</title>')
  expect(page).not.toContain('role="alert"')
})

test('the language is chosen by links, or by a form where choosing is an act', async () => {
  const languages = [
    { lang: 'en', name: 'English', href: '/en', current: true },
    { lang: 'fr', name: 'Français', href: '/fr' },
  ]
  const page = (footer: object) =>
    render(<Page title="A" texts={englishTexts} lang="en" footer={{ languages, ...footer }} />)
  expect(await page({})).toContain('<a href="/fr" lang="fr" hreflang="fr">Français</a>')
  const posting = await page({ languageAction: { action: '/language', back: '/my?x=1&y=2' } })
  expect(posting).toContain('<form method="post" action="/language" aria-label="Language">')
  expect(posting).toContain('<input type="hidden" name="back" value="/my?x=1&amp;y=2"/>')
  expect(posting).toContain('name="lang" value="fr" lang="fr"')
})

test('words reach every part of their own page, also when pages are made at the same time', async () => {
  const Word = async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
    return <p>{useTexts().yes}</p>
  }
  const answer = async (yes: string) => {
    const app = new Hono().get('/', (c) =>
      c.html(
        <Page title="A" texts={{ ...englishTexts, yes }} lang="en">
          <Word />
        </Page>,
      ),
    )
    return (await app.request('/')).text()
  }
  const pages = await Promise.all(['Yes', 'Oui', 'Sí', 'نعم'].map(answer))
  expect(pages.map((page) => page.match(/<p>(.*?)<\/p>/)?.[1])).toEqual(['Yes', 'Oui', 'Sí', 'نعم'])
})
