import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core'

export interface View {
  width?: number
  height?: number
  dark?: boolean
  javaScriptEnabled?: boolean
  /** Lets relative addresses work: 'http://127.0.0.1:4000'. */
  baseURL?: string
  locale?: string
  timezoneId?: string
}

export interface OpenBrowser {
  browser: Browser
  /** A fresh visitor: own cookies, own window. Closed with the browser. */
  page: (view?: View) => Promise<Page>
  context: (view?: View) => Promise<BrowserContext>
  close: () => Promise<void>
}

/** One Chromium for a test file: open in `beforeAll`, close in `afterAll`. Works as root and downloads nothing. */
export async function openBrowser(extraArgs: string[] = []): Promise<OpenBrowser> {
  const browser = await playwright.launch({
    executablePath: await unpacked(),
    args: [...chromiumArgs(), ...extraArgs],
    headless: true,
    chromiumSandbox: false,
  })
  const context = (view: View = {}) =>
    browser.newContext({
      viewport: { width: view.width ?? 1280, height: view.height ?? 900 },
      colorScheme: view.dark ? 'dark' : 'light',
      javaScriptEnabled: view.javaScriptEnabled ?? true,
      reducedMotion: 'reduce',
      locale: view.locale ?? 'en',
      ...(view.timezoneId ? { timezoneId: view.timezoneId } : {}),
      ...(view.baseURL ? { baseURL: view.baseURL } : {}),
    })
  return {
    browser,
    context,
    page: async (view) => (await context(view)).newPage(),
    close: () => browser.close(),
  }
}

/** One process for everything saves memory in a function host, but dies with its first context. */
function chromiumArgs(): string[] {
  const unwanted = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content'])
  return [...chromium.args.filter((arg) => !unwanted.has(arg) && !arg.startsWith('--headless')), '--no-sandbox']
}

/**
 * Chromium unpacked once per version into a folder that appears whole: test workers start at the same moment, and a
 * half-written program must not be seen.
 */
async function unpacked(): Promise<string> {
  const { version } = createRequire(import.meta.url)('../../node_modules/@sparticuz/chromium/package.json') as {
    version: string
  }
  const home = join(tmpdir(), `perennial-chromium-${version}-${process.getuid?.() ?? 0}`)
  const program = join(home, 'chromium')
  if (existsSync(program)) return program
  const fresh = await mkdtemp(join(tmpdir(), 'perennial-unpack-'))
  const before = process.env.TMPDIR
  process.env.TMPDIR = fresh
  try {
    await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true, force: true }))
  return program
}
