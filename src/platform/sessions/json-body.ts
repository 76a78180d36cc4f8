import type { VisitContext } from '../web/visit.ts'

const mostBytes = 64 * 1024
const deepest = 64

/** A JSON object somebody sent, if it is at most 64 KB and nests at most 64 deep; otherwise null. */
export async function readJsonObject(c: VisitContext): Promise<Record<string, unknown> | null> {
  if (!(c.req.header('content-type') ?? '').startsWith('application/json')) return null
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) return null
  const text = await c.req.text()
  // PostgreSQL keeps every character but NUL.
  if (Buffer.byteLength(text) > mostBytes || nestingOf(text) > deepest || text.includes('\\u0000')) return null
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How deep a JSON text nests, found without parsing it. */
export function nestingOf(json: string): number {
  let depth = 0
  let most = 0
  let inString = false
  for (let index = 0; index < json.length; index++) {
    const char = json[index]
    if (inString) {
      if (char === '\\') index += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') most = Math.max(most, ++depth)
    else if (char === '}' || char === ']') depth -= 1
  }
  return most
}
