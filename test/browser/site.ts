import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { MailMessage } from '../../src/platform/mail/transport.ts'
import type { Harness, Who } from '../harness.ts'
import { axeFindings, sidewaysOverflow, smallTargets } from './accessible.ts'
import { openBrowser, type OpenBrowser, type View } from './browser.ts'

export interface Site {
  /** A fresh visitor of the served system, signed in when `who` says as whom. */
  visitor(view?: View, who?: Who): Promise<Page>
  /** Where a link to a page in a mail leads: pathIn(mail, 'proposal') is '/proposal/…'. */
  pathIn(mail: MailMessage | undefined, page: string): string
}

/** The widths and manners in which every walk is walked. */
export const looks: readonly View[] = [
  { width: 390, javaScriptEnabled: true },
  { width: 390, javaScriptEnabled: false },
  { width: 1280, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: false },
]

/** Serves the harness's system on a port of its own and opens one browser, for a test file. */
export function useSite(h: Harness): Site {
  let open: OpenBrowser
  let server: ReturnType<typeof createAdaptorServer>
  let address = ''
  beforeAll(async () => {
    open = await openBrowser()
    server = createAdaptorServer({ fetch: h.app.fetch })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    // Links in mails come from the base address, as in the real system.
    h.world.settings.baseUrl = address
  })
  afterAll(async () => {
    await open.close()
    server.close()
  })
  return {
    async visitor(view = {}, who) {
      const context = await open.context({ ...view, baseURL: address })
      const [name = '', value = ''] = who?.cookie.split('=') ?? []
      if (who) await context.addCookies([{ name, value, url: address }])
      const page = await context.newPage()
      page.setDefaultTimeout(10_000)
      return page
    },
    pathIn(mail, page) {
      const found = mail && new RegExp(`${address}(/${page}/[\\w-]{43})`).exec(mail.text)
      if (!found?.[1]) throw new Error(`No link to /${page} in: ${mail?.text ?? 'no mail'}`)
      return found[1]
    },
  }
}

/** What every page must be, with all its folds open: axe finds nothing, nothing overflows, every target can be hit. */
export async function expectGood(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')))
  expect(await axeFindings(page), page.url()).toEqual([])
  expect(await sidewaysOverflow(page), page.url()).toBe(0)
  expect(await smallTargets(page), page.url()).toEqual([])
}
