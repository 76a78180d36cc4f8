import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// linux/fs.h: _IOR('X', 125, __u32), and 'go down without writing the log', as xfstests does it.
const shutdownRequest = 0x8004587dn
const withoutFlushingTheLog = 2

/** A small disk of its own, in a file, whose plug can be pulled: all that was not synced is gone then. */
export interface LoopDisk {
  folder: string
  /** Pulls the plug: nothing written from here on, or not yet on the disk, will be seen again. */
  cut(): void
  /** Puts the disk back in, when nothing uses it any more. */
  remount(): Promise<void>
  /** Lets the kernel write recent files back early and out of order, as it may at any time. @returns an end to it */
  worry(): () => Promise<void>
  remove(): Promise<void>
}

/** Makes the disk, or says in one sentence why this machine does not allow it. */
export async function makeLoopDisk(place: string, megabytes = 2_000): Promise<LoopDisk | { refusal: string }> {
  const image = join(place, 'disk.img')
  const folder = join(place, 'disk')
  if (process.platform !== 'linux') return { refusal: 'power cuts are only tried on Linux' }
  if (process.getuid?.() !== 0) return { refusal: 'only root may mount a disk whose plug can be pulled' }
  const ioctl = await findIoctl()
  if (!ioctl) return { refusal: 'this Node cannot call ioctl (node:ffi)' }
  mkdirSync(folder, { recursive: true })
  const mount = () => run('mount', ['-o', 'loop,commit=5', image, folder])
  const made = run('truncate', ['-s', `${megabytes}M`, image]) ?? run('mkfs.ext4', ['-q', '-F', image]) ?? mount()
  if (made !== null) return { refusal: `no loop device with ext4 (${made})` }
  const unmount = async () => {
    for (let tries = 0; run('umount', [folder]) !== null; tries++) {
      if (tries > 200) throw new Error(`${folder} cannot be unmounted: something still uses it.`)
      await sleep(50)
    }
  }
  return {
    folder,
    cut() {
      const handle = openSync(folder, 'r')
      const how = Buffer.alloc(4)
      how.writeUInt32LE(withoutFlushingTheLog)
      const failed = ioctl(handle, shutdownRequest, how)
      closeSync(handle)
      if (failed !== 0) throw new Error('The file system refused to go down.')
    },
    async remount() {
      await unmount()
      const refusal = mount()
      if (refusal !== null) throw new Error(`The disk does not come back: ${refusal}`)
    },
    worry: () => worry(folder),
    async remove() {
      await unmount()
      rmSync(image)
    },
  }
}

type Ioctl = (handle: number, request: bigint, argument: Buffer) => number

async function findIoctl(): Promise<Ioctl | null> {
  try {
    const { dlopen } = await import('node:ffi')
    const { functions } = dlopen(null, { ioctl: { arguments: ['i32', 'u64', 'buffer'], return: 'i32' } })
    return (handle, request, argument) => functions.ioctl(handle, request, argument)
  } catch {
    return null
  }
}

/** @returns null when it worked, else what it said */
function run(command: string, args: string[]): string | null {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  return status === 0 ? null : (error?.message ?? stderr.trim().split('\n')[0] ?? `${command} failed`)
}

function worry(folder: string): () => Promise<void> {
  let isOver = false
  const running = (async () => {
    while (!isOver) {
      await sleep(Math.random() * 120)
      try {
        const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        const recent = files
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => ({ path, changed: statSync(path).mtimeMs }))
          .toSorted((a, b) => b.changed - a.changed)
          .slice(0, Math.random() < 0.9 ? 12 : files.length)
        const chosen = recent[Math.floor(Math.random() * recent.length)]
        if (isOver || !chosen) continue
        const handle = openSync(chosen.path, 'r')
        fsyncSync(handle)
        closeSync(handle)
      } catch {
        // Files come and go while we look.
      }
    }
  })()
  return () => {
    isOver = true
    return running
  }
}
