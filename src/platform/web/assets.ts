import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { stylesheetAt } from '../../ui/stylesheet.ts'
import { anyone } from './policy.ts'
import type { Visit } from './visit.ts'

/** Styles and islands. Every address carries a content hash, so a browser never asks twice. */
export const assets = new Hono<Visit>()

const forever = 'public, max-age=31536000, immutable'
let scripts: Map<string, { path: string; text: string }> | undefined

assets.get('/assets/:file', anyone, (c) => {
  const css = stylesheetAt(c.req.path)
  if (css !== undefined)
    return c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': forever })
  const script = [...islands().values()].find((candidate) => candidate.path === c.req.path)
  if (!script) return c.notFound()
  return c.body(script.text, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': forever })
})

/** The address of a built island, or null where none was built: pages must work without it anyway. */
export function islandPath(name: string): string | null {
  return islands().get(name)?.path ?? null
}

function islands(): Map<string, { path: string; text: string }> {
  if (scripts) return scripts
  scripts = new Map()
  const folder = join(process.cwd(), 'dist', 'islands')
  for (const file of namesIn(folder)) {
    if (!file.endsWith('.js')) continue
    const text = readFileSync(join(folder, file), 'utf8')
    const name = file.replace(/(\.island)?\.js$/, '')
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10)
    scripts.set(name, { path: `/assets/${name}-${hash}.js`, text })
  }
  return scripts
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
