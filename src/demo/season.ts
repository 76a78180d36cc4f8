import { makeMeeting } from '../features/activities/actions.ts'
import { saveSeason } from '../features/initiatives/setting-up.ts'
import { answerSeries } from '../features/planning/answering.ts'
import { easiest, moveByHand, readStarts } from '../features/planning/moving.ts'
import { usualSettings } from '../features/planning/plan-settings.ts'
import { publishPlan } from '../features/planning/publishing.ts'
import { beginPlan } from '../features/planning/running.ts'
import { burdenAt } from '../features/sessions/burden.ts'
import type { Reply } from '../features/sessions/replies/reply.ts'
import type { SignedLink } from '../platform/links/links.ts'
import type { Actor } from '../platform/work.ts'
import type { AskingMail } from './mailbox.ts'
import type { Stage, StagedPeer } from './stage.ts'

/** The day on which the winter is planned, and the last day for answers: the story ends before it. */
const planDay = 174
const answerDay = 187
const lookBackDay = 176

/** Plans all meetings of the winter, and sends them the next morning. */
export function planWinter(stage: Stage, actor: Actor): void {
  stage.agenda.add(stage.day(planDay, 10, 30), 'plan the winter', async () => {
    const { agencyId, initiativeId } = stage
    const from = stage.dayOn(answerDay + 3)
    const dates = { title: `Winter ${from.year}`, startsOn: from, endsOn: from.add({ days: 90 }) }
    await stage.act(actor, (work) => saveSeason(work, { initiativeId, agencyId }, null, dates))
    const season = await stage.db
      .selectFrom('seasons')
      .select('id')
      .where('initiative_id', '=', initiativeId)
      .orderBy('starts_on', 'desc')
      .executeTakeFirstOrThrow()
    const settings = { ...usualSettings, answerByOn: stage.dayOn(answerDay) }
    await stage.act(actor, (work) => beginPlan(work, { id: initiativeId, agencyId }, season.id, settings))
    await stage.world.jobs.drain(stage.world)
    stage.agenda.add(stage.now.add({ hours: 23 }), 'publish the winter', () => publishWinter(stage, actor, season.id))
  })
}

async function publishWinter(stage: Stage, actor: Actor, seasonId: string): Promise<void> {
  const plan = await stage.db
    .selectFrom('season_plans')
    .select(['id', 'revision'])
    .where('season_id', '=', seasonId)
    .executeTakeFirstOrThrow()
  await stage.attempt(actor, (work) => publishPlan(work, plan.id, plan.revision))
}

/** A meeting of all whose time the winter is to find: it stands beside what is in the calendars, and is not sent yet. */
export function leaveToWinter(stage: Stage, actor: Actor): void {
  stage.agenda.add(stage.day(lookBackDay, 11), 'a meeting left to the winter', async () => {
    const id = await stage.act(actor, (work) =>
      makeMeeting(work, stage, {
        tool: 'large group meeting',
        title: 'What we carry into the spring',
        purpose: 'Each names one thing they will still be doing in a year.',
        startsAt: null,
        zone: 'Europe/Lisbon',
        minutes: 60,
        mode: 'online',
        place: '',
        roomCapacity: null,
        link: 'https://meet.agora.example/spring',
        telephone: '',
        onlineCapacity: null,
        languages: ['en', 'fr'],
        answerBy: null,
        mostParty: 1,
        namesShown: true,
        mustBeThere: [stage.peer('kofi').personId],
      }),
    )
    const plan = await stage.db
      .selectFrom('season_plans')
      .selectAll()
      .where('initiative_id', '=', stage.initiativeId)
      .executeTakeFirstOrThrow()
    const place = { seriesId: id, number: 0 }
    const found = await readStarts(stage.db, plan, place, stage.now)
    const [start] = easiest(found?.starts ?? [], 1)
    if (!start) return
    const startsAt = Temporal.Instant.from(start.startsAt)
    await stage.attempt(actor, (work) => moveByHand(work, plan.id, { ...place, startsAt, revision: plan.revision }))
  })
}

/** Most say yes to all; a late hour is now and then declined. */
export async function answerTheSeason(stage: Stage, peer: StagedPeer, mail: AskingMail, link: SignedLink) {
  const planId = link.subjectId ?? ''
  const sessions = await stage.db
    .selectFrom('planned_sessions')
    .innerJoin('sessions', 'sessions.id', 'planned_sessions.session_id')
    .innerJoin('session_members', 'session_members.session_id', 'sessions.id')
    .select(['sessions.id', 'sessions.starts_at', 'sessions.minutes'])
    .where('planned_sessions.plan_id', '=', planId)
    .where('session_members.person_id', '=', peer.personId)
    .where('sessions.state', '=', 'planned')
    .orderBy('sessions.starts_at')
    .orderBy('sessions.id')
    .execute()
  const chance = stage.chance('series', mail.key)
  const replies = new Map(
    sessions.map(({ id, starts_at, minutes }): [string, Reply] => {
      const isAwkward = burdenAt(starts_at, minutes, peer.zone).points > 0
      const drawn = chance.next()
      return [id, drawn < (isAwkward ? 0.12 : 0.03) ? 'no' : drawn < 0.1 ? 'maybe' : 'yes']
    }),
  )
  await stage.attempt(stage.actorOf(peer), (work) =>
    answerSeries(work, planId, peer.personId, replies, { locale: peer.locale }),
  )
}
