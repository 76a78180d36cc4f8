import { announcement } from '../../platform/announcement.ts'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import type { WrittenMail } from '../../platform/mail/write.ts'

/** A letter about somebody's place; whoever keeps the calendars sends it with the entry in it. */
export type Letter = Omit<WrittenMail, 'calendar' | 'effectKey'>

/** The meeting as it stands in calendars. */
export interface MeetingTime {
  activityId: string
  startsAt: Temporal.Instant
  minutes: number
}

/** Somebody has a place from now on, or comes another way: the room's address or the link is where they find it. */
export const placeTaken = announcement<MeetingTime & { personId: string; place: string; letter: Letter }>()

/** Somebody gave a place up, or lost it: the meeting leaves their calendar, and only theirs. */
export const placeGivenUp = announcement<{ activityId: string; personId: string; letter: Letter }>()

/** The meeting has moved in time or place: for everybody who has a place. */
export const meetingMoved = announcement<
  MeetingTime & {
    people: { personId: string; place: string; letter: Letter }[]
    /** The language in which a time that cannot be is refused. */
    locale: Locale
  }
>()

/** The meeting will not take place: it leaves the calendar of everybody who has a place. */
export const meetingCancelled = announcement<{ activityId: string; people: { personId: string; letter: Letter }[] }>()

/** The meeting is over. */
export const meetingHeld = announcement<{ activityId: string }>()

/**
 * A draft is left to a season, or to none any more.
 * `isOther`: it asks for something else than before, so that the time planned for it says nothing any more.
 */
export const leftToSeason = announcement<{ activityId: string; isOther: boolean }>()
