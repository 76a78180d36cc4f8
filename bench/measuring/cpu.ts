import { readdirSync, readFileSync } from 'node:fs'

/** CPU milliseconds a process has used, its threads included. */
export function cpuOf(pid: number): number {
  const fields = fieldsOf(pid)
  return (Number(fields[11]) + Number(fields[12])) * msPerTick
}

/** CPU milliseconds of the PostgreSQL server that a backend belongs to: all its processes, those that ended included. */
export function cpuOfServer(backend: number): number {
  const postmaster = parentOf(backend)
  const ended = fieldsOf(postmaster)
  let sum = cpuOf(postmaster) + (Number(ended[13]) + Number(ended[14])) * msPerTick
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (Number.isInteger(pid) && parentOf(pid) === postmaster) sum += cpuOf(pid)
  }
  return sum
}

/** The process that started this one. */
export function parentOf(pid: number): number {
  return Number(fieldsOf(pid)[1])
}

const msPerTick = 10

// The fields of /proc/PID/stat after the name, which may hold anything. A process that has just ended has none.
function fieldsOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(') ') + 2).split(' ')
  } catch {
    return []
  }
}
