import { lookAround } from './demo/play.ts'
import { demonstrationStarter } from './features/accounts/demonstration.ts'
import { listImported } from './features/initiatives/actions.ts'
import { watchAgain } from './features/connections/watching.ts'
import { connectionsOfPerson } from './features/connections/parts.tsx'
import { timeChanged } from './features/availability/announcements.ts'
import { agreementReached, connectionStopped, memberLeft } from './features/connections/announcements.ts'
import { partStopped, rhythmChanged } from './features/initiatives/announcements.ts'
import { engagementSections, InitiativePage, personSections } from './features/initiatives/parts.tsx'
import {
  leftToSeason,
  meetingCancelled,
  meetingHeld,
  meetingMoved,
  placeGivenUp,
  placeTaken,
} from './features/activities/announcements.ts'
import { freePlaces, giveUpPlace } from './features/activities/answering.ts'
import { rosterImported } from './features/people/announcements.ts'
import { setInitiativeFrame } from './features/people/frame.tsx'
import { seatingsOfEvent } from './features/seating/parts.tsx'
import { heedMeeting, leavePlans } from './features/planning/actions.ts'
import { fitLater } from './features/planning/fitting.ts'
import { findAnotherTime } from './features/planning/finding.ts'
import { sessionReplied } from './features/sessions/announcements.ts'
import {
  bookPlace,
  cancelMeetingSession,
  moveMeeting,
  settleMeeting,
  unbookPlace,
} from './features/sessions/group-meetings/group-meetings.ts'
import { cancelComing, freeMember, freePerson } from './features/sessions/freeing.ts'
import { hearMail } from './features/sessions/mail-in/mail-in.ts'
import { arrangeFirst } from './features/sessions/times/asking.ts'
import { mailReceived } from './platform/mail/in/handle.ts'

/** Who hears what: every reaction of one feature to another's news, on one screen. Imported once by `world.ts`. */
export function wire(): void {
  setInitiativeFrame(InitiativePage)
  rosterImported.hear(listImported)
  rhythmChanged.hear(watchAgain)
  agreementReached.hear(arrangeFirst)
  connectionStopped.hear(cancelComing)
  connectionStopped.hear(leavePlans)
  timeChanged.hear(fitLater)
  sessionReplied.hear(giveUpPlace)
  sessionReplied.hear(findAnotherTime)
  leftToSeason.hear(heedMeeting)
  placeTaken.hear(bookPlace)
  placeGivenUp.hear(unbookPlace)
  meetingMoved.hear(moveMeeting)
  meetingCancelled.hear(cancelMeetingSession)
  meetingHeld.hear(settleMeeting)
  memberLeft.hear(freeMember)
  partStopped.hear(freePerson)
  partStopped.hear(freePlaces)
  mailReceived.hear(hearMail)
  personSections.push(connectionsOfPerson)
  engagementSections.push(seatingsOfEvent)
  demonstrationStarter.start = lookAround
}
