import { Agent, request } from 'node:http'

export interface Answer {
  status: number
  body: Buffer
}

export interface Load {
  perSecond: number
  /** Milliseconds of each answer, the fastest first. */
  times: number[]
  failed: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** One request over a kept connection. */
export function get(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, agent }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Asks for pages over some connections at once, each as soon as it has its answer, for some seconds. */
export async function load(
  ask: () => Promise<Answer>,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const times: number[] = []
  let failed = 0
  const started = performance.now()
  const end = started + seconds * 1000
  const keepAsking = async () => {
    while (performance.now() < end) {
      const at = performance.now()
      const { status } = await ask()
      times.push(performance.now() - at)
      if (status !== 200) failed += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, keepAsking))
  const elapsed = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / elapsed, times, failed }
}

/** The value that a share of the sorted values does not exceed. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  )
}
