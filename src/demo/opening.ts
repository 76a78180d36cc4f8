import { createAgency, inviteStaff } from '../features/accounts/actions.ts'
import { addEngagement, invite, saveRoster } from '../features/initiatives/actions.ts'
import { beginInitiative } from '../features/initiatives/setting-up.ts'
import { makeSeating, pressClock } from '../features/seating/actions.ts'
import { importRoster, openRoster, previewRoster, uploadRoster } from '../features/people/roster/actions.ts'
import { planMark } from '../features/people/roster/plan.ts'
import { readRosterImport } from '../features/people/roster/store.ts'
import { type Actor, theSystem } from '../platform/work.ts'
import { agencyStaff, peerKeys, peers } from './cast.ts'
import { type RosterFile, rosterFiles } from './rosters.ts'
import type { Stage, StagedStaff } from './stage.ts'
import { topicNames } from './topics.ts'

export const agencyName = 'Agora Fiscal Network'
export const initiativeTitle = 'City budgets that people can read'

const purpose =
  'Forty-eight people who write, explain and check city budgets met in Lisbon. For a year each works with one other ' +
  'on making a budget that people at home can read, question and use.'

/** Who acts for the agency from here on. */
export interface Company {
  marta: StagedStaff
  youssef: StagedStaff
}

/** The agency, its two members of staff, the initiative with its words and its first season. */
export async function openAgency(stage: Stage): Promise<Company> {
  stage.clock.moveTo(stage.day(0, 9))
  const { marta, youssef } = agencyStaff
  const founded = await stage.act(theSystem, (work) =>
    createAgency(work, {
      name: agencyName,
      locale: 'en',
      zone: 'Europe/Lisbon',
      isDemonstration: true,
      administrator: marta,
    }),
  )
  const { agencyId } = founded
  stage.agencyId = agencyId
  const administrator = staffed(agencyId, founded.staffId, marta.name)
  const facilitatorId = await stage.act(administrator.actor, (work) => inviteStaff(work, { agencyId, ...youssef }))
  const facilitator = staffed(agencyId, facilitatorId, youssef.name)
  stage.initiativeId = await stage.act(facilitator.actor, (work) =>
    beginInitiative(work, agencyId, {
      title: initiativeTitle,
      purpose,
      languages: ['en', 'fr'],
      topics: Object.values(topicNames),
      seasonTitle: `June to November ${stage.dayOn(0).year}`,
      startsOn: stage.dayOn(7),
      endsOn: stage.dayOn(188),
      rhythmDays: 30,
    }),
  )
  return { marta: administrator, youssef: facilitator }
}

function staffed(agencyId: string, staffId: string, name: string): StagedStaff {
  const actor: Actor = { kind: 'staff', id: staffId, name, agencyId }
  return { staffId, actor }
}

/** The rosters as two offices sent them, through the page's own preview. */
export async function importRosters(stage: Stage, { youssef }: Company): Promise<void> {
  for (const file of rosterFiles()) {
    await importOne(stage, youssef, file)
    stage.clock.advance({ hours: 26 })
  }
  await learnPeers(stage)
}

async function importOne(stage: Stage, { actor, staffId }: StagedStaff, file: RosterFile): Promise<void> {
  const opened = openRoster(file.bytes)
  if ('fault' in opened) throw new Error(`${file.name} cannot be read: ${opened.fault}.`)
  const { agencyId, initiativeId, world } = stage
  const upload = { agencyId, initiativeId, staffId, ...file, table: opened.table }
  const id = await stage.act(actor, (work) => uploadRoster(work, upload))
  const roster = await readRosterImport(world.db, { id: initiativeId, agencyId }, id)
  if (!roster) throw new Error(`${file.name} was not kept.`)
  const { planned } = await previewRoster(world, world.db, roster)
  const outcome = await stage.act(actor, (work) => importRoster(work, roster, planMark(planned)))
  if (outcome !== 'imported') throw new Error(`${file.name} was not imported.`)
}

async function learnPeers(stage: Stage): Promise<void> {
  const rows = await stage.db
    .selectFrom('participations')
    .innerJoin('persons', 'persons.id', 'participations.person_id')
    .select(['persons.id', 'persons.email', 'persons.name', 'persons.zone', 'participations.id as participationId'])
    .where('participations.initiative_id', '=', stage.initiativeId)
    .execute()
  const byEmail = new Map(rows.map((row) => [row.email, row]))
  for (const key of peerKeys) {
    const { email, locale } = peers[key]
    const row = byEmail.get(email)
    if (!row) throw new Error(`${key} was not imported.`)
    const { id: personId, participationId, name, zone } = row
    stage.peers.set(key, { key, personId, participationId, name, zone, locale })
  }
}

const speedRounds = {
  title: 'Speed rounds on the first afternoon',
  rounds: 5,
  least: 5,
  most: 6,
  minutes: 12,
  changeMinutes: 3,
  zone: 'Europe/Lisbon',
  countsTables: true,
  countsConnections: true,
  countsOrganisations: true,
}

/** Three days in Lisbon, rounds at small tables on the first, who was there, and the mail with the one-minute form on the Friday. */
export async function meetInLisbon(stage: Stage, { youssef }: Company): Promise<void> {
  const { agencyId, initiativeId } = stage
  const engagement = {
    agencyId,
    initiativeId,
    title: 'Three days in Lisbon',
    startsOn: stage.dayOn(8),
    endsOn: stage.dayOn(10),
    place: 'Casa do Rossio Novo, Lisbon',
    link: '',
  }
  const engagementId = await stage.act(youssef.actor, (work) => addEngagement(work, engagement))
  const absent = ['ignacio', 'musa', 'rachid', 'gabriel']
  const people = [...stage.peers.values()].map(({ key, personId }) => ({ personId, attended: !absent.includes(key) }))
  const came = people.filter(({ attended }) => attended).map(({ personId }) => personId)
  stage.agenda.add(stage.day(8, 9), 'seating', async () => {
    const where = { agencyId, initiativeId, of: { engagementId } }
    const asked = { ...speedRounds, startsAt: stage.day(8, 14), people: came }
    const seatingId = await stage.act(youssef.actor, (work) => makeSeating(work, where, asked))
    stage.agenda.add(stage.day(8, 14, 2), 'rounds begin', () =>
      stage.act(youssef.actor, (work) => pressClock(work, seatingId, 'start')),
    )
  })
  stage.agenda.add(stage.day(11, 9, 20), 'attendance', async () => {
    await stage.act(youssef.actor, (work) => saveRoster(work, engagementId, people))
    const everybody = [...stage.peers.values()].map(({ participationId }) => participationId)
    await stage.act(youssef.actor, (work) => invite(work, everybody))
  })
}
