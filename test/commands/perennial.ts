import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildOnce, root } from '../proof/system.ts'

export interface Said {
  code: number | null
  out: string
  error: string
}

/** A `perennial` that runs. */
export interface RunningCommand {
  child: ChildProcess
  address: string
  /** All it has said on standard output so far. */
  out(): string
  /** Its end, whenever it comes. */
  ended: Promise<Said>
}

type Environment = { [name: string]: string }

/** Calls the built command with nothing in its environment but what is given, and waits for its end. */
export async function perennial(args: string[], env: Environment = {}): Promise<Said> {
  return (await call(args, env)).ended
}

/** Calls the built command and waits until it says that it is ready. */
export async function startPerennial(env: Environment, verb = 'start'): Promise<RunningCommand> {
  const { child, out, ended } = await call([verb], env)
  const address = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = / is ready at (http\S+?)(\/dev)?\n/.exec(out())?.[1]
      if (found) resolve(found)
    }
    child.stdout?.on('data', look)
    void ended.then(({ code, error }) => reject(new Error(`It ended with ${code}: ${error}`)))
  })
  return { child, address, out, ended }
}

async function call(args: string[], env: Environment) {
  await buildOnce()
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/cli.js'), ...args], {
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, error] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk))
  child.stderr.on('data', (chunk: Buffer) => (error += chunk))
  const ended = new Promise<Said>((resolve) => child.once('close', (code) => resolve({ code, out, error })))
  return { child, out: () => out, ended }
}
