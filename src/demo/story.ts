import type { World } from '../platform/work.ts'
import { deliverDueMail } from '../platform/mail/deliver.ts'
import { runSweeps, sweeps } from '../schedule.ts'
import { asWritten, withMarkers } from './canaries.ts'
import { facilitate } from './facilitator.ts'
import { newMail } from './mailbox.ts'
import { type Company, importRosters, meetInLisbon, openAgency } from './opening.ts'
import { readMail } from './peers-act.ts'
import { readReport } from './lending.ts'
import { peers } from './cast.ts'
import { Stage } from './stage.ts'

/** Days the story lasts. */
export const storyDays = 183

/** Hours of the day, UTC, at which the system does what has come due. */
const sweepHours = [5, 13]

export interface StoryOptions {
  /** When the story ends; it begins half a year before. */
  endsAt?: Temporal.Instant
  seed?: number
  /** Puts a marker into every confidential text, for scans. */
  canaries?: boolean
  onDay?: (day: number, days: number) => Promise<void>
}

export async function playStory(world: World, options: StoryOptions): Promise<Stage> {
  const endsAt = options.endsAt ?? Temporal.Instant.from('2026-11-24T09:00:00Z')
  const startsOn = endsAt.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: storyDays })
  const stage = new Stage(world, {
    startsOn,
    endsAt,
    seed: options.seed ?? 2026,
    confide: options.canaries ? withMarkers : asWritten,
  })
  const company = await openAgency(stage)
  await importRosters(stage, company)
  await meetInLisbon(stage, company)
  facilitate(stage, company)
  const letters = new Letters(stage, company)
  const days = Math.ceil(startsOn.toZonedDateTime('UTC').toInstant().until(endsAt).total('hours') / 24)
  for (let day = stage.dayNumber + 1; day <= days; day += 1) {
    for (const hour of sweepHours) {
      const moment = stage.moment(day, hour)
      await liveUntil(stage, Temporal.Instant.compare(moment, endsAt) < 0 ? moment : endsAt)
      await letters.read()
    }
    await stage.world.jobs.drain(stage.world)
    await options.onDay?.(day, days)
  }
  return stage
}

// Mail is delivered by its jobs; the sweep that looks after cut-off deliveries would only do the same work twice.
const storySweeps = sweeps.filter(({ run }) => run !== deliverDueMail)

/** Lets everybody do what they had planned before a moment, then the system what has come due. */
async function liveUntil(stage: Stage, moment: Temporal.Instant): Promise<void> {
  if (Temporal.Instant.compare(stage.now, moment) >= 0) return
  for (let entry = stage.agenda.next(moment); entry; entry = stage.agenda.next(moment)) {
    if (Temporal.Instant.compare(entry.at, stage.now) > 0) stage.clock.moveTo(entry.at)
    await entry.act()
  }
  if (Temporal.Instant.compare(stage.now, moment) < 0) stage.clock.moveTo(moment)
  await runSweeps(stage.world, storySweeps)
}

/** Hands each new mail to whom it is for. */
class Letters {
  readonly #stage: Stage
  readonly #company: Company
  #readUntil: Temporal.Instant
  constructor(stage: Stage, company: Company) {
    this.#stage = stage
    this.#company = company
    this.#readUntil = stage.now
  }

  async read(): Promise<void> {
    const stage = this.#stage
    const byEmail = new Map([...stage.peers.values()].map((peer) => [peers[peer.key].email, peer]))
    for (const mail of await newMail(stage, this.#readUntil)) {
      const peer = byEmail.get(mail.to)
      if (peer) readMail(stage, peer, mail)
      else readReport(stage, mail, this.#company)
    }
    this.#readUntil = stage.now
  }
}
