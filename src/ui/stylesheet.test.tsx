import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { render } from './layout.tsx'
import { PeerHomeSample } from './styleguide/peer-home.tsx'
import { stylesheet, stylesheetAt } from './stylesheet.ts'

const folder = join(import.meta.dirname, 'css')

test('a peer page with its stylesheet arrives whole in the first 12,500 bytes', async () => {
  const page = await render(<PeerHomeSample />)
  const css = stylesheet('calm').text
  expect(gzipSync(page).length + gzipSync(css).length).toBeLessThan(12_500)
  expect(brotliCompressSync(page).length + brotliCompressSync(css).length).toBeLessThan(11_000)
  expect(page.match(/<(link rel="stylesheet"|script|img|iframe)/g)).toHaveLength(1)
})

test('every part of the stylesheet is in the bundle for staff', () => {
  for (const part of readdirSync(folder)) {
    const selector = readFileSync(join(folder, part), 'utf8').match(/\.[a-z][a-z-]*(?= *[{,:])/)?.[0]
    if (selector) expect(stylesheet('work').text, part).toContain(selector)
  }
  expect(stylesheet('work').text.length).toBeGreaterThan(stylesheet('calm').text.length)
})

test('braces balance after tightening, and nothing is left of the comments', () => {
  for (const density of ['calm', 'work'] as const) {
    const { text } = stylesheet(density)
    expect(text.split('{').length).toBe(text.split('}').length)
    expect(text).not.toContain('/*')
    expect(text.startsWith('@layer reset,tokens,base,layout,parts,charts,tweaks;')).toBe(true)
  }
})

test('the stylesheet speaks of start and end, not of left and right', () => {
  expect(stylesheet('work').text).not.toMatch(/(margin|padding|border)-(left|right)|text-align:(left|right)/)
})

test('a stylesheet is found at its own path and nowhere else', () => {
  const { path, text } = stylesheet('calm')
  expect(path).toMatch(/^\/assets\/calm-[\w-]{10}\.css$/)
  expect(stylesheetAt(path)).toBe(text)
  expect(stylesheetAt('/assets/calm-0000000000.css')).toBeUndefined()
  expect(stylesheetAt('/assets/../stylesheet.ts')).toBeUndefined()
})
