import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve, type ServerType } from '@hono/node-server'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancelSession, moveSession, planSession } from '../../src/features/sessions/actions.ts'
import { replyToSession } from '../../src/features/sessions/replies/replying.ts'
import { words } from '../../src/features/sessions/words.ts'
import { makeLink } from '../../src/platform/links/links.ts'
import { cast } from '../cast.ts'
import { useHarness } from '../harness.ts'
import { mailTo, type PlayedPair, playPair } from '../pair.ts'
import { playAgency, type Scene } from '../scene.ts'
import { freePort, missing, run } from './programs.ts'

const h = useHarness({ mailReplies: 'replies@perennial.test' })
const t = words('en')

it('has the calendar programs to be tried with, or says here that they were not there', () => {
  if (missing.length > 0) console.log(`Not tried with ${missing.join(', ')}: not on this machine.`)
  if (process.env.CI) expect(missing).toEqual([])
})

describe.runIf(missing.length === 0)('what is in a calendar', { timeout: 240_000 }, () => {
  let home: string
  let scene: Scene
  let pair: PlayedPair
  let session: string
  let server: ServerType
  let port: number
  const at = (hours: number) => Temporal.Instant.from('2026-12-10T15:00:00Z').add({ hours })

  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'perennial-clients-'))
    scene = await playAgency(h)
    pair = await playPair(h, scene, [cast.ana, cast.kofi])
    session = await h.change((work) => planSession(work, pair.connectionId, at(0), 45))
    await h.settle()
    port = await new Promise<number>((resolve) => {
      server = serve({ fetch: h.app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port))
    })
  })
  afterEach(async () => {
    await new Promise((closed) => server.close(closed))
    rmSync(home, { recursive: true, force: true })
  })

  it('is what the feed says, to vdirsyncer, khal and ical.js, at every step', async () => {
    const link = { agencyId: scene.agencyId, purpose: 'feed' as const, personId: pair.personIds[0] ?? '', days: 30 }
    const { pathname } = new URL(await h.change((work) => makeLink(work, link)))
    const feed = `http://127.0.0.1:${port}${pathname}.ics`
    mkdirSync(join(home, 'local'))
    const sync = join(home, 'vdirsyncer')
    writeFileSync(
      sync,
      `[general]\nstatus_path = "${home}/status/"\n[pair p]\na = "feed"\nb = "local"\ncollections = null\nconflict_resolution = "a wins"\n` +
        `[storage feed]\ntype = "http"\nurl = "${feed}"\n[storage local]\ntype = "filesystem"\npath = "${home}/local/"\nfileext = ".ics"\n`,
    )
    const khal = join(home, 'khal')
    writeFileSync(
      khal,
      `[calendars]\n[[perennial]]\npath = ${home}/local\nreadonly = True\n[sqlite]\npath = ${home}/khal.db\n` +
        `[locale]\nlocal_timezone = America/Bogota\ndefault_timezone = America/Bogota\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n` +
        `longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
    )
    await run('vdirsyncer', ['-c', sync, 'discover'], home)
    const look = async () => {
      await run('vdirsyncer', ['-c', sync, 'sync', '--force-delete'], home)
      const format = ['--format', '{start-date} {start-time} {title} [{status}]', '--day-format', '']
      return run('khal', ['-c', khal, 'list', ...format, '2026-12-01', '60d'], home)
    }
    const title = 'Peer meeting: Ana Morales and Kofi Mensah'
    expect(await look()).toContain(`2026-12-10 10:00 ${title}`)
    expect(await readBack(feed)).toEqual([['2026-12-10T15:00:00.000Z', 'CONFIRMED']])
    await h.change((work) => replyToSession(work, session, pair.personIds[0] ?? '', 'maybe', 'link'))
    await h.change((work) => moveSession(work, session, at(22), t))
    expect(await look()).toContain(`2026-12-11 08:00 ${title}`)
    expect(await readBack(feed)).toEqual([['2026-12-11T13:00:00.000Z', 'CONFIRMED']])
    await h.change((work) => cancelSession(work, session, t))
    expect(await look()).not.toContain('Peer meeting')
    expect(await readBack(feed)).toEqual([])
  })

  it('is what the invitations say, on a Radicale server that is filled with them by vdirsyncer', async () => {
    const radicale = await openRadicale(home)
    try {
      const folder = join(home, 'vdir', 'meetings')
      mkdirSync(folder, { recursive: true })
      const sync = join(home, 'vdirsyncer')
      writeFileSync(
        sync,
        `[general]\nstatus_path = "${home}/status/"\n[pair p]\na = "mail"\nb = "server"\ncollections = ["meetings"]\nconflict_resolution = "a wins"\n` +
          `[storage mail]\ntype = "filesystem"\npath = "${home}/vdir/"\nfileext = ".ics"\n` +
          `[storage server]\ntype = "caldav"\nurl = "${radicale.url}/ana/"\nusername = "ana"\npassword = "ana"\n`,
      )
      const file = join(folder, 'meeting.ics')
      // What a mail program does with an invitation: keep the event, or throw it away.
      const take = async () => {
        const { method, text } = mailTo(h, cast.ana)?.calendar ?? { method: '', text: '' }
        if (method === 'CANCEL') rmSync(file)
        else writeFileSync(file, text.replace(/METHOD:.*\r\n/, ''))
        await run('vdirsyncer', ['-c', sync, 'sync', '--force-delete'], home)
      }
      await run('vdirsyncer', ['-c', sync, 'discover'], home)
      h.post.splice(0, h.post.length, ...h.post.filter((mail) => mail.calendar))
      await take()
      expect(await radicale.read()).toEqual([['2026-12-10T15:00:00.000Z', 'CONFIRMED']])
      await h.world.db
        .updateTable('sessions')
        .set({ place: 'Sala 1', zone: 'America/Bogota' })
        .where('id', '=', session)
        .execute()
      await h.change((work) => moveSession(work, session, at(22), t))
      await h.settle()
      await take()
      expect(await radicale.read()).toEqual([['2026-12-11T13:00:00.000Z', 'CONFIRMED']])
      await h.change((work) => cancelSession(work, session, t))
      await h.settle()
      await take()
      expect(await radicale.read()).toEqual([])
    } finally {
      await radicale.close()
    }
  })
})

/** Start and status of each event behind an address, as ical.js reads them. */
async function readBack(url: string, headers: Record<string, string> = {}): Promise<[string, string][]> {
  const calendar = new ICAL.Component(ICAL.parse(await (await fetch(url, { headers })).text()))
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const start = event.getFirstPropertyValue('dtstart')
    const at = start instanceof ICAL.Time ? start.toJSDate().toISOString() : ''
    return [at, String(event.getFirstPropertyValue('status'))]
  })
}

async function openRadicale(home: string) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const words = [
    '--config',
    '',
    '--server-hosts',
    `127.0.0.1:${port}`,
    '--auth-type',
    'none',
    '--logging-level',
    'error',
  ]
  const folder = ['--storage-filesystem-folder', join(home, 'radicale'), '--rights-type', 'owner_only']
  const child: ChildProcess = spawn('radicale', [...words, ...folder], {
    stdio: 'ignore',
    env: { ...process.env, HOME: home },
  })
  const headers = { authorization: `Basic ${Buffer.from('ana:ana').toString('base64')}` }
  for (let tries = 0; ; tries++) {
    try {
      const made = await fetch(`${url}/ana/meetings/`, { method: 'MKCALENDAR', headers })
      if (made.status === 201) break
      throw new Error(`Radicale answered ${made.status}.`)
    } catch (error) {
      if (tries > 200) throw error
      await sleep(100)
    }
  }
  return {
    url,
    read: () => readBack(`${url}/ana/meetings/`, headers),
    close: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve())
        child.kill()
      }),
  }
}
