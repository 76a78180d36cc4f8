import type { Db } from '../platform/database/database.ts'
import type { Locale } from '../platform/i18n/catalogue.ts'
import { FormMistake, NotHere } from '../platform/web/mistakes.ts'
import { type Actor, carryOut, type Work, type World } from '../platform/work.ts'
import { SteppedClock } from '../platform/clock.ts'
import { Agenda } from './agenda.ts'
import type { Confide } from './canaries.ts'
import type { PeerKey } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import { nextWorkingHour } from './hours.ts'

/** A peer as the story knows them: who they are in the cast, and their rows. */
export interface StagedPeer {
  key: PeerKey
  personId: string
  participationId: string
  name: string
  zone: string
  locale: Locale
}

/** A member of staff who acts in the story. */
export interface StagedStaff {
  staffId: string
  actor: Actor
}

export interface StageSettings {
  startsOn: Temporal.PlainDate
  endsAt: Temporal.Instant
  seed: number
  confide: Confide
}

/** Where the story plays: the system with a clock of its own, and everything that is still to come. */
export class Stage {
  readonly world: World
  readonly clock: SteppedClock
  readonly agenda = new Agenda()
  readonly settings: StageSettings
  readonly chance: Chance
  readonly peers = new Map<PeerKey, StagedPeer>()
  agencyId = ''
  initiativeId = ''

  /** The world that is running keeps its own clock: others may be using it meanwhile. */
  constructor(running: World, settings: StageSettings) {
    this.settings = settings
    this.clock = new SteppedClock(settings.startsOn.toZonedDateTime('UTC').toInstant())
    this.world = { ...running, clock: this.clock }
    this.chance = chanceOf(settings.seed)
  }

  get db(): Db {
    return this.world.db
  }

  get now(): Temporal.Instant {
    return this.clock.now()
  }

  /** A moment of the story: whole days after its first one, at an hour of some zone. */
  moment(day: number, hour: number, zone = 'UTC'): Temporal.Instant {
    return this.dayOn(day)
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) })
      .toInstant()
  }

  /** A moment in the office of the agency; on a weekend, the Monday after it. */
  day(day: number, hour = 9, minute = 0): Temporal.Instant {
    const { dayOfWeek } = this.dayOn(day)
    const weekend = dayOfWeek === 6 ? 2 : dayOfWeek === 7 ? 1 : 0
    return this.moment(day + weekend, hour, 'Europe/Lisbon').add({ minutes: minute })
  }

  /** A day of the story as a day of the calendar. */
  dayOn(day: number): Temporal.PlainDate {
    return this.settings.startsOn.add({ days: day })
  }

  /** Days since the story began. */
  get dayNumber(): number {
    return Math.floor(this.settings.startsOn.toZonedDateTime('UTC').toInstant().until(this.now).total('hours') / 24)
  }

  /** Lets somebody do something at the first working hour in their zone from a moment on. */
  plan(at: Temporal.Instant, zone: string, key: string, act: () => Promise<void>): void {
    const minutes = this.chance('minute', key).int(50)
    const soonest = Temporal.Instant.compare(at, this.now) > 0 ? at : this.now
    this.agenda.add(nextWorkingHour(soonest, zone).add({ minutes }), key, act)
  }

  /** One change by one actor, through an action, a little later than the one before. */
  act<T>(actor: Actor, change: (work: Work) => Promise<T>): Promise<T> {
    this.clock.advance({ seconds: 20 })
    return carryOut(this.world, actor, change)
  }

  /** The same where the page might refuse: somebody else was faster, or the link is no longer good. */
  async attempt(actor: Actor, change: (work: Work) => Promise<unknown>): Promise<boolean> {
    try {
      await this.act(actor, change)
      return true
    } catch (error) {
      if (error instanceof FormMistake || error instanceof NotHere) return false
      throw error
    }
  }

  peer(key: PeerKey): StagedPeer {
    const found = this.peers.get(key)
    if (!found) throw new Error(`${key} is not on stage yet.`)
    return found
  }

  actorOf(peer: StagedPeer): Actor {
    return { kind: 'peer', id: peer.personId, name: peer.name, agencyId: this.agencyId }
  }
}
