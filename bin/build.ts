import { cpSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

// Builds the server into dist/ (libraries stay outside) and each island into a file of its own.
const root = join(import.meta.dirname, '..')
process.chdir(root)

await build({
  entryPoints: ['src/cli.ts', 'src/launcher.ts'],
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node26',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
})

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

cpSync('src/ui/css', 'dist/css', { recursive: true })
cpSync('migrations', 'dist/migrations', { recursive: true })
