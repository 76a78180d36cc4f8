import { cpSync, existsSync, globSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions } from 'esbuild'

// Builds the server into dist/ (libraries stay outside), and each island and each work aside into a file of its own.
const root = join(import.meta.dirname, '..')
process.chdir(root)

const server: BuildOptions = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node26',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
}
await build({
  ...server,
  entryPoints: ['src/platform/work-aside/thread.ts', ...globSync('src/**/*.aside.ts')],
  outdir: 'dist/asides',
  entryNames: '[name]',
})
await build({ ...server, entryPoints: ['src/cli.ts', 'src/launcher.ts'], outdir: 'dist' })

await build({
  entryPoints: globSync('src/**/*.island.ts'),
  outdir: 'dist/islands',
  entryNames: '[name]',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
})

copy('src/ui/css', 'dist/css')
copy('migrations', 'dist/migrations')

/** Copies a folder over an earlier copy of it; what the folder has no more goes last, for a start may be reading. */
function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  for (const name of readdirSync(to)) if (!existsSync(join(from, name))) rmSync(join(to, name))
}
