import { record } from '../../platform/audit/record.ts'
import { FormMistake, NotHere, orNotHere } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import { addEngagement, addSeason, addTopic, createInitiative } from './actions.ts'
import { rhythmChanged } from './announcements.ts'
import { setupWords } from './setup-words.ts'
import {
  deleteUnusedTopic,
  type EngagementFacts,
  type InitiativePlace,
  type InitiativeTexts,
  renameTopicRow,
  type RhythmSettings,
  type SeasonDates,
  topicCalled,
  updateEngagement,
  updateInitiative,
  updateSeason,
} from './store.ts'

export interface NewInitiative extends InitiativeTexts {
  topics: string[]
  seasonTitle: string
  startsOn: Temporal.PlainDate
  endsOn: Temporal.PlainDate
  rhythmDays: number
}

/** Makes an initiative with its first season and its vocabulary. @returns its id */
export async function beginInitiative(work: Work, agencyId: string, wanted: NewInitiative): Promise<string> {
  const { title, purpose, languages, rhythmDays, startsOn, endsOn } = wanted
  const initiativeId = await createInitiative(work, { agencyId, title, purpose, languages, rhythmDays })
  const place = { agencyId, initiativeId }
  for (const name of wanted.topics) await addTopic(work, { ...place, name })
  await addSeason(work, { ...place, title: wanted.seasonTitle, startsOn, endsOn })
  return initiativeId
}

/** Changes what the initiative says of itself, or the rhythm it promises. */
export async function changeInitiative(
  work: Work,
  place: InitiativePlace,
  change: InitiativeTexts | RhythmSettings,
): Promise<void> {
  await updateInitiative(work.db, place.initiativeId, change)
  const verb = 'title' in change ? 'initiative.change' : 'initiative.rhythm'
  await record(work, { verb, subjectKind: 'initiative', subjectId: place.initiativeId, ...place })
  if (verb === 'initiative.rhythm') await rhythmChanged.tell(work, place)
}

export interface TopicChanges {
  added: string[]
  /** New names by topic id. */
  renamed: ReadonlyMap<string, string>
  removed: readonly string[]
}

/** Adds, renames and removes topics at once. A topic that peers have named is kept. */
export async function changeTopics(
  work: Work,
  place: InitiativePlace,
  changes: TopicChanges,
  locale: string,
): Promise<void> {
  const t = setupWords(locale)
  for (const id of changes.removed) {
    if (!(await deleteUnusedTopic(work.db, place.initiativeId, id)))
      throw new FormMistake({ [`topic.${id}`]: t.topicInUse })
    await record(work, { verb: 'topic.remove', subjectKind: 'topic', subjectId: id, ...place })
  }
  for (const [id, name] of changes.renamed) {
    const other = await topicCalled(work.db, place.initiativeId, name).executeTakeFirst()
    if (other && other.id !== id) throw new FormMistake({ [`topic.${id}`]: t.topicTwice({ topic: name }) })
    if (!(await renameTopicRow(work.db, place.initiativeId, id, name))) continue
    await record(work, { verb: 'topic.rename', subjectKind: 'topic', subjectId: id, ...place })
  }
  for (const name of changes.added) await addTopic(work, { ...place, name })
}

/** Changes a season, or adds one when no id is given. */
export async function saveSeason(
  work: Work,
  place: InitiativePlace,
  id: string | null,
  season: SeasonDates,
): Promise<void> {
  if (id === null) {
    await addSeason(work, { ...place, ...season })
    return
  }
  if (!(await updateSeason(work.db, place.initiativeId, id, season))) throw new NotHere()
  await record(work, { verb: 'season.change', subjectKind: 'season', subjectId: id, ...place })
}

/** Changes an engagement, or adds one when no id is given. @returns its id */
export async function saveEngagement(
  work: Work,
  place: InitiativePlace,
  id: string | null,
  facts: EngagementFacts,
): Promise<string> {
  if (id === null) return addEngagement(work, { ...place, ...facts })
  orNotHere((await updateEngagement(work.db, place.initiativeId, id, facts)) || null)
  await record(work, { verb: 'engagement.change', subjectKind: 'engagement', subjectId: id, ...place })
  return id
}
