import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { proveCuts } from '../test/proof/cuts.ts'
import { proveKills } from '../test/proof/kills.ts'
import { troubles } from '../test/proof/outcome.ts'
import { describeProof, type Proof } from '../test/proof/report.ts'
import { buildOnce, root } from '../test/proof/system.ts'

// Tries to make Perennial lose something: kills, power cuts, fault points. docs/proof.md says what each means.
//   npm run proof                              30 kills, 10 power cuts
//   npm run proof -- --long [--minutes 60]     1,000 kills, 300 power cuts, or as many as there is time for; written down
const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    kills: { type: 'string' },
    cuts: { type: 'string' },
  },
})
const kills = Number(values.kills ?? (values.long ? 1_000 : 30))
const cuts = Number(values.cuts ?? (values.long ? 300 : 10))
const minutes = Number(values.minutes ?? (values.long ? 120 : 20))
const tell = (line: string) => console.error(line)
const begun = performance.now()

await buildOnce()
tell(`Killing it up to ${kills} times.`)
const killed = await proveKills({ times: kills, minutes: minutes * 0.7, lanes: 4, tell })
tell(`Pulling the plug up to ${cuts} times.`)
const cut = await proveCuts({ times: cuts, minutes: minutes * 0.3, lanes: 4, tell })
tell('Crashing at every database call and file operation.')
const faults = tryFaultPoints()

const proof: Proof = {
  kills: { asked: kills, outcome: killed },
  cuts: { asked: cuts, outcome: cut },
  faultPoints: faults,
  minutes: (performance.now() - begun) / 60_000,
}
const described = describeProof(proof)
console.log(described)
if (values.long) keep(described)

const found = [
  ...troubles(killed),
  ...('refusal' in cut ? [] : troubles(cut)),
  ...(faults ? [] : ['a fault point left something between before and after']),
]
for (const trouble of found.slice(0, 50)) console.error(trouble)
if (found.length > 0) process.exitCode = 1

function tryFaultPoints(): { [flow: string]: number } | null {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', 'test/faults/core-flows.test.ts'], {
    cwd: root,
    encoding: 'utf8',
  })
  const tried = /fault points tried: (\{.*\})/.exec(stdout)?.[1]
  return status === 0 && tried ? (JSON.parse(tried) as { [flow: string]: number }) : null
}

/** The last long run stands in docs/proof.md, below this line. */
function keep(text: string): void {
  const path = join(root, 'docs/proof.md')
  const mark = '## The last long run'
  const before = readFileSync(path, 'utf8').split(mark)[0] ?? ''
  writeFileSync(path, `${before}${mark}\n\n${text}\n`)
}
