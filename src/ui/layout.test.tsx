import { expect, test } from 'vitest'
import { Page, render } from './layout.tsx'
import { englishTexts } from './texts.ts'

test('a page is a whole document in its language', async () => {
  const Late = async () => <p>late</p>
  const page = await render(
    <Page
      title="This <week>"
      texts={englishTexts}
      lang="en"
      body="calm"
      nav={[{ href: '/', label: 'Today', current: true }]}
      me={{ name: 'Kofi Mensah', href: '/me' }}
      footer={{
        links: [{ href: '/help', label: 'Help' }],
        languages: [{ lang: 'fr', name: 'Français', href: '?' }],
      }}
    >
      <h1>Hello</h1>
      <Late />
    </Page>,
  )
  expect(page).toMatch(/^<!doctype html><html lang="en" dir="ltr"><head>/)
})
