import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Verdict } from './checker/verdict.ts'
import { type ChangeName, type History, Record } from './history.ts'
import { foundAgency, walk } from './lane.ts'
import { Mailbox, openPostOffice, type PostOffice } from './mailbox.ts'
import { freePort, root, System } from './system.ts'
import { type Field, GivenUp, Visitor } from './visitor.ts'

/** What writers are to be interrupted in. */
const importing: ChangeName[] = ['upload', 'mapping', 'import']
const publishing: ChangeName[] = ['round', 'publish']
export const targets = ['importing', 'publishing', 'sending', 'anything'] as const
export type Target = (typeof targets)[number]

/** A running system, people who use it, their mail, and the history of what they were told. */
export interface ProofRun {
  system: System
  history: History
  /** What is under way now, in the words of the targets. */
  underWay(): string[]
  /** Waits until something of this kind is under way; not for ever, when nobody does it. */
  wait(target: Target): Promise<void>
  /** Lets everybody finish what they began, and asks the checker. */
  end(): Promise<{ verdict: Verdict; broken: string[]; stop: { code: number | null; milliseconds: number } }>
  close(): Promise<void>
}

/**
 * Starts a system and lets writers loose on it.
 * @param dataDir where its data are; in a temporary folder when not given
 */
export async function beginProof(options: { lanes: number; dataDir?: string; name: string }): Promise<ProofRun> {
  const folder = mkdtempSync(join(tmpdir(), `perennial-proof-${options.name}-`))
  const dataDir = options.dataDir ?? join(folder, 'data')
  const paths = { history: join(folder, 'history.jsonl'), mails: join(folder, 'mails.jsonl') }
  const history: History = new Record(paths.history)
  const mailbox = new Mailbox(paths.mails)
  const post = await openPostOffice(mailbox)
  const onDeath = (words: string) => history.tell({ says: 'died', words })
  const system = new System({
    dataDir,
    port: await freePort(),
    smtpUrl: post.url,
    log: join(folder, 'system.log'),
    onDeath,
  })
  await system.start()

  let isEnding = false
  let isOver = false
  const field: Field = {
    reach: (path, init) => fetch(system.address + path, init),
    history,
    underWay: new Map(),
    broken: [],
    isOver: () => isOver,
  }
  const staff = new Visitor(field)
  await foundAgency(staff)
  const work = Array.from({ length: options.lanes }, async (_, lane) => {
    for (let round = 0; !isEnding; round++) {
      try {
        await walk(`${options.name}-${lane}-${round}`, staff.beside(), mailbox, () => isOver)
      } catch (error) {
        if (!(error instanceof GivenUp) || !isOver) throw error
      }
    }
  })
  const all = Promise.allSettled(work)

  const underWay = () => namesOf(field, post)
  return {
    system,
    history,
    underWay,
    async wait(target) {
      const until = performance.now() + 4_000
      while (target !== 'anything' && !underWay().includes(target) && performance.now() < until) await sleep(1)
    },
    async end() {
      isEnding = true
      // A walk takes some seconds; one that hangs is ended, and what it did not acknowledge may be there or not.
      if (await system.isReady()) await Promise.race([all, sleep(90_000, undefined, { ref: false })])
      isOver = true
      for (const ended of await all) if (ended.status === 'rejected') field.broken.push(String(ended.reason))
      const verdict = await askChecker(paths, dataDir)
      return { verdict, broken: field.broken, stop: await system.stop() }
    },
    async close() {
      isOver = true
      await system.stop()
      await post.close()
      mailbox.close()
      history.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function namesOf(field: Field, post: PostOffice): string[] {
  const changes = new Set(field.underWay.values())
  const names = [
    importing.some((name) => changes.has(name)) && 'importing',
    publishing.some((name) => changes.has(name)) && 'publishing',
    post.isTaking() && 'sending',
    ['profile', 'answer', 'agreement', 'times'].some((name) => changes.has(name)) && 'answering',
  ]
  return names.filter((name) => name !== false)
}

async function askChecker(paths: { history: string; mails: string }, dataDir: string): Promise<Verdict> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [join(root, 'bin/check-history.ts'), paths.history, paths.mails, dataDir], {
    env,
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk))
  await new Promise((resolve) => child.once('close', resolve))
  if (said === '') throw new Error(`The checker said nothing: ${complained}`)
  return JSON.parse(said) as Verdict
}
