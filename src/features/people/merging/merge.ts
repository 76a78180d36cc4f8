import { sql } from 'kysely'
import { record } from '../../../platform/audit/record.ts'
import { FormMistake } from '../../../platform/web/mistakes.ts'
import type { Tx, Work } from '../../../platform/work.ts'
import { fold } from '../folding.ts'
import type { PersonValues } from '../person-changes.ts'
import type { words } from '../words.ts'
import { ChangeLog } from './change-log.ts'
import { foldInto, type Merging, shapeOf } from './fold-into.ts'
import { readShapes, type RowJson, rowsWhere } from './references.ts'
import { insertDistinction, insertMerge, shareConnection } from './store.ts'

type Words = ReturnType<typeof words>

export interface MergeChoice {
  agencyId: string
  keptId: string
  goneId: string
  /** What the record that goes on is to say. */
  values: PersonValues & { note: string }
}

/**
 * Makes one record of two that are one person: everything that belongs to the one that goes belongs to the other, its
 * links stop working, and every single change is written down, so that all of it can be undone.
 */
export async function mergePersons(work: Work, t: Words, choice: MergeChoice): Promise<string> {
  const { agencyId, keptId, goneId } = choice
  const [kept, gone] = await lockBoth(work.db, choice)
  if (!kept || !gone) throw new FormMistake(t.mergeGone)
  if (await shareConnection(work.db, keptId, goneId)) throw new FormMistake(t.mergeConnected)
  const shapes = await readShapes(work.db)
  const merging: Merging = { db: work.db, shapes, log: new ChangeLog(work.db), standIns: new Map() }
  await foldInto(merging, 'persons', gone, kept)
  await foldPersonLists(merging, goneId, keptId)
  await dropSelfWishes(merging, keptId)
  await dropDoubledPosts(merging, keptId)
  await redirectLinks(merging, goneId, work.now)
  await settlePersons(merging, kept, gone, choice.values, work.now)
  const mergeId = await insertMerge(work, { agencyId, keptId, goneId, changes: merging.log.changes })
  const details = { mergedId: goneId, changes: merging.log.changes.length }
  await record(work, { verb: 'person.merge', subjectKind: 'person', subjectId: keptId, agencyId, details })
  return mergeId
}

async function lockBoth(db: Tx, { agencyId, keptId, goneId }: MergeChoice): Promise<(RowJson | undefined)[]> {
  const { rows } = await sql<{ row: RowJson }>`
    select to_jsonb(persons) as row from persons
    where id in (${keptId}, ${goneId}) and agency_id = ${agencyId} and merged_into_id is null
    order by id for update`.execute(db)
  return [keptId, goneId].map((id) => rows.find(({ row }) => row.id === id)?.row)
}

/** Lists of persons, such as a proposed pair: the one stands for the other; a list that holds both goes. */
async function foldPersonLists(merging: Merging, goneId: string, keptId: string): Promise<void> {
  for (const { table, column } of merging.shapes.personLists) {
    const shape = shapeOf(merging.shapes, table)
    const { rows } = await sql<{ row: RowJson }>`
      select to_jsonb(rows) as row from ${sql.table(table)} rows where ${goneId}::uuid = any(${sql.ref(column)})`.execute(
      merging.db,
    )
    for (const { row } of rows) {
      const ids = row[column] as string[]
      if (ids.includes(keptId)) await merging.log.remove(shape, row)
      else await merging.log.update(shape, row, { [column]: ids.map((id) => (id === goneId ? keptId : id)) })
    }
  }
}

/** Who wished to go on with the other record would wish for themselves now. */
async function dropSelfWishes(merging: Merging, keptId: string): Promise<void> {
  const shape = shapeOf(merging.shapes, 'participation_wishes')
  const { rows } = await sql<{ row: RowJson }>`
    select to_jsonb(wish) as row from participation_wishes wish join participations part on part.id = wish.participation_id
    where wish.person_id = ${keptId} and part.person_id = ${keptId}`.execute(merging.db)
  for (const { row } of rows) await merging.log.remove(shape, row)
}

/** Both held the same post: it is held once, with the dates that are known. */
async function dropDoubledPosts(merging: Merging, keptId: string): Promise<void> {
  const shape = shapeOf(merging.shapes, 'posts')
  const posts = (await rowsWhere(merging.db, 'posts', 'person_id', keptId)).toSorted(
    (a, b) => knownDates(b) - knownDates(a),
  )
  posts.forEach(
    (post, index) =>
      (post.isDoubled = posts.slice(0, index).some((other) => !other.isDoubled && isSamePost(post, other))),
  )
  for (const { isDoubled, ...post } of posts) if (isDoubled) await merging.log.remove(shape, post)
}

const knownDates = (post: RowJson) => [post.starts_on, post.ends_on].filter((day) => day !== null).length

function isSamePost(post: RowJson, other: RowJson): boolean {
  const agrees = (column: string) => post[column] === null || post[column] === other[column]
  const named = post.title === '' || fold(String(post.title)) === fold(String(other.title))
  return post.organisation_id === other.organisation_id && named && agrees('starts_on') && agrees('ends_on')
}

/** Links of the record that goes stop working; the other's links to rows that went lead to what stands for them. */
async function redirectLinks(merging: Merging, goneId: string, now: Temporal.Instant): Promise<void> {
  const shape = shapeOf(merging.shapes, 'links')
  for (const link of await rowsWhere(merging.db, 'links', 'person_id', goneId)) {
    if (link.revoked_at === null) await merging.log.update(shape, link, { revoked_at: now.toString() })
  }
  for (const [from, to] of merging.standIns) {
    for (const link of await rowsWhere(merging.db, 'links', 'subject_id', from))
      await merging.log.update(shape, link, { subject_id: to })
  }
}

/** Both addresses stay known: the one not chosen goes with the merged record, where a later roster still finds it. */
async function settlePersons(
  merging: Merging,
  kept: RowJson,
  gone: RowJson,
  values: MergeChoice['values'],
  now: Temporal.Instant,
): Promise<void> {
  const shape = shapeOf(merging.shapes, 'persons')
  const merged = {
    merged_into_id: kept.id,
    merged_at: now.toString(),
    email: values.email === gone.email ? kept.email : gone.email,
  }
  await merging.log.update(shape, gone, merged)
  // Column by column, so that undoing leaves alone only what somebody corrected in between.
  let row = kept
  for (const [column, value] of Object.entries({ ...values, updated_at: now.toString() })) {
    if (row[column] !== value) row = await merging.log.update(shape, row, { [column]: value })
  }
}

/** Remembers that two records which look alike are two people. */
export async function keepApart(work: Work, agencyId: string, oneId: string, otherId: string): Promise<void> {
  await insertDistinction(work, agencyId, oneId, otherId)
  await record(work, {
    verb: 'person.distinguish',
    subjectKind: 'person',
    subjectId: oneId,
    agencyId,
    details: { otherId },
  })
}
