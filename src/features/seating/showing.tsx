import type { VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import { accessEngagement, accessPlan, accessSeating } from './access.ts'
import { AttendancePage } from './pages/attendance.tsx'
import { PlanPage } from './pages/plan.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { SeatingsPage } from './pages/seatings.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { TimerPage } from './pages/timer.tsx'
import { listGuests, listSeatings } from './store.ts'
import { readView } from './view.ts'

// The pages of this feature with what they read, for a visit or after a mistake.

export async function seatingsPage(c: VisitContext, engagementId: string, form?: FormState) {
  const { db } = c.var.world
  const engagement = await accessEngagement(db, c, engagementId)
  const seatings = await listSeatings(db, { engagementId: engagement.id })
  const guests = await listGuests(db, { initiativeId: c.var.initiative.id, engagementId: engagement.id })
  return <SeatingsPage {...{ c, engagement, seatings, guests, form }} />
}

export async function planPage(c: VisitContext, seatingId: string, error?: FormState) {
  return <PlanPage c={c} {...await readShown(c, seatingId)} error={error} />
}

export async function settingsPage(c: VisitContext, seatingId: string, form?: FormState) {
  return <SettingsPage c={c} {...await accessSeating(c.var.world.db, c, seatingId)} form={form} />
}

export async function attendancePage(c: VisitContext, seatingId: string, error?: FormState) {
  return <AttendancePage c={c} {...await readShown(c, seatingId)} error={error} />
}

export async function previewPage(c: VisitContext, seatingId: string, planId: string, error?: FormState) {
  const shown = await readShown(c, seatingId)
  const proposed = await accessPlan(c.var.world.db, shown.seating, planId)
  return <PreviewPage c={c} {...shown} proposed={proposed} error={error} />
}

export async function timerPage(c: VisitContext, seatingId: string, error?: FormState, projector?: string) {
  return <TimerPage c={c} {...await readShown(c, seatingId)} error={error} projector={projector} />
}

async function readShown(c: VisitContext, seatingId: string) {
  const { db, clock } = c.var.world
  const accessed = await accessSeating(db, c, seatingId)
  return { ...accessed, view: await readView(db, accessed.seating, accessed.plan, clock.now()) }
}
