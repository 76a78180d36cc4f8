import { dayIn } from '../../platform/clock.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { seatingsOfMeeting } from '../seating/overview.ts'
import { accessMeeting } from './access.ts'
import { readAttenders } from './attenders.ts'
import { isTimed } from './meeting.ts'
import { AttendancePage } from './pages/attendance.tsx'
import { MeetingFormPage } from './pages/meeting-form.tsx'
import { MeetingPage } from './pages/meeting.tsx'
import { MeetingsPage } from './pages/meetings.tsx'
import { OutcomePage } from './pages/outcome.tsx'
import { AgendaPage } from './pages/programme.tsx'
import { TimesPage } from './pages/times.tsx'
import { readPlaces } from './place-store.ts'
import { rankTimes } from './rank-times.ts'
import { findSeason, listComingSeasons, readRequired } from './season-store.ts'
import { listPeers } from './overview.ts'
import { listMeetings, readAgenda, readDecisions, readSetting } from './store.ts'

// The pages of this feature with what they read, for a visit or after a mistake.

export async function meetingsPage(c: VisitContext) {
  return <MeetingsPage c={c} meetings={await listMeetings(c.var.world.db, c.var.initiative.id)} />
}

export async function newMeetingPage(c: VisitContext, state: FormState) {
  return <MeetingFormPage {...{ c, state, required: [] }} {...await readChoices(c)} />
}

export async function settingsPage(c: VisitContext, state: FormState) {
  const meeting = await meetingOf(c)
  const required = (await readRequired(c.var.world.db, meeting.id)).map(({ id }) => id)
  return <MeetingFormPage {...{ c, meeting, state, required }} {...await readChoices(c)} />
}

/** What there is to choose from on the form of a meeting. */
async function readChoices(c: VisitContext) {
  const { db, clock } = c.var.world
  const { id } = c.var.initiative
  const { languages } = await readSetting(db, id)
  const seasons = await listComingSeasons(db, id, dayIn('UTC', clock.now()))
  return { languages, seasons, peers: seasons.length > 0 ? await listPeers(db, id) : [] }
}

export async function meetingPage(c: VisitContext, state?: FormState) {
  const { db } = c.var.world
  const meeting = await meetingOf(c)
  const places = await readPlaces(db, meeting.id)
  const agenda = await readAgenda(db, meeting.id)
  const invited = new Set(places.map(({ person_id }) => person_id))
  const others = (await listPeers(db, meeting.initiative_id)).filter(({ id }) => !invited.has(id))
  const seatings = await seatingsOfMeeting(db, meeting.id)
  const season = await findSeason(db, meeting.season_id)
  const required = await readRequired(db, meeting.id)
  return (
    <MeetingPage
      {...{ c, meeting, places, agenda, others, seatings, season, required }}
      {...(state ? { state } : {})}
    />
  )
}

/** Two weeks from the day of the meeting on, or from tomorrow where that is past. */
export async function timesPage(c: VisitContext, state: FormState) {
  const { db, clock } = c.var.world
  const meeting = await meetingOf(c)
  const timed = orNotHere(isTimed(meeting) ? meeting : null)
  const now = clock.now()
  const invited = (await readPlaces(db, meeting.id)).filter(({ state: said }) => said !== 'declined' && said !== 'left')
  const people =
    invited.length > 0
      ? invited.map(({ person_id: personId, zone }) => ({ personId, zone }))
      : (await listPeers(db, meeting.initiative_id)).map(({ id: personId, zone }) => ({ personId, zone }))
  const day = dayIn(meeting.zone, timed.starts_at)
  const tomorrow = dayIn(meeting.zone, now).add({ days: 1 })
  const from =
    Temporal.PlainDate.compare(day.subtract({ days: 7 }), tomorrow) > 0 ? day.subtract({ days: 7 }) : tomorrow
  const asked = { from, days: 14, zone: meeting.zone, minutes: meeting.minutes, now, most: 8 }
  const startsAt = from.toZonedDateTime(meeting.zone)
  const endsAt = startsAt.add({ days: asked.days }).toInstant().add({ minutes: meeting.minutes })
  const times = rankTimes(await readAttenders(db, people, { startsAt: startsAt.toInstant(), endsAt }), asked)
  return <TimesPage {...{ c, times, state }} meeting={timed} />
}

export async function agendaPage(c: VisitContext, state: FormState) {
  const meeting = await meetingOf(c)
  return <AgendaPage {...{ c, meeting, state }} agenda={await readAgenda(c.var.world.db, meeting.id)} />
}

export async function attendancePage(c: VisitContext, state: FormState) {
  const meeting = await meetingOf(c)
  return <AttendancePage {...{ c, meeting, state }} places={await readPlaces(c.var.world.db, meeting.id)} />
}

export async function outcomePage(c: VisitContext, state: FormState) {
  const meeting = await meetingOf(c)
  return <OutcomePage {...{ c, meeting, state }} decisions={await readDecisions(c.var.world.db, meeting.id)} />
}

function meetingOf(c: VisitContext) {
  return accessMeeting(c.var.world.db, c, c.req.param('meeting') ?? '')
}
