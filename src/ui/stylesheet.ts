import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `work` is tight and complete, for staff; `calm` is roomy and small enough for a page in the first 14 KB. */
export type Density = 'work' | 'calm'

export interface Stylesheet {
  path: string
  text: string
}

const shared = [
  'tokens',
  'text',
  'layout',
  'masthead',
  'sections',
  'lists',
  'buttons',
  'status',
  'tables',
  'forms',
  'times',
  'report',
  'charts',
  'tweaks',
  'print',
]
const forWork = ['figures', 'todo', 'matrix', 'pairs', 'questions', 'graph', 'guide', 'stage', 'season', 'entries']

const built: Record<Density, Stylesheet> = {
  calm: build('calm', shared),
  work: build('work', [...shared, ...forWork]),
}

export function stylesheet(density: Density): Stylesheet {
  return built[density]
}

/** The text of the stylesheet at a path, or undefined. Paths carry a content hash: serve them as immutable. */
export function stylesheetAt(path: string): string | undefined {
  return Object.values(built).find((sheet) => sheet.path === path)?.text
}

function build(density: Density, parts: string[]): Stylesheet {
  const folder = join(import.meta.dirname, 'css')
  const text = tighten(parts.map((part) => readFileSync(join(folder, `${part}.css`), 'utf8')).join('\n'))
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10)
  return { path: `/assets/${density}-${hash}.css`, text }
}

function tighten(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([a-z-]+): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()
}
