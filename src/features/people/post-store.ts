import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Tx, Work } from '../../platform/work.ts'
import { type KnownPost, postChange, type WantedPost } from './posts.ts'
import { inParts } from './store.ts'

export async function readPosts(db: Db | Tx, personIds: readonly string[]): Promise<KnownPost[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('posts')
    .select(['id', 'person_id', 'organisation_id', 'title', 'starts_on', 'ends_on'])
    .where(sql<boolean>`person_id = any(${personIds}::uuid[])`)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    organisationId: row.organisation_id,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}

export interface EnsuredPosts {
  /** Persons who got a post they did not have. */
  made: Set<string>
  /** Persons whose post got another title or start. */
  changed: Set<string>
}

/** Gives persons the posts they have in a roster, where they do not hold them already. */
export async function ensurePosts(work: Work, agencyId: string, wanted: readonly WantedPost[]): Promise<EnsuredPosts> {
  const today = dayIn('UTC', work.now)
  const known = Map.groupBy(
    await readPosts(
      work.db,
      wanted.map((post) => post.personId),
    ),
    (post) => post.personId,
  )
  const ensured: EnsuredPosts = { made: new Set(), changed: new Set() }
  const fresh: WantedPost[] = []
  for (const post of wanted) {
    const change = postChange(known.get(post.personId) ?? [], post, today)
    if (change.kind === 'none') continue
    if (change.kind === 'new') {
      fresh.push(post)
      ensured.made.add(post.personId)
    } else {
      ensured.changed.add(post.personId)
      await updatePostRow(work, change.post.id, { title: change.title, starts_on: change.startsOn })
    }
  }
  for (const part of inParts(fresh)) await insertPosts(work, agencyId, part)
  return ensured
}

export async function insertPosts(
  work: Work,
  agencyId: string,
  posts: readonly (WantedPost & { endsOn?: Temporal.PlainDate | null | undefined })[],
): Promise<string[]> {
  const rows = await work.db
    .insertInto('posts')
    .values(
      posts.map(({ personId, organisationId, title, startsOn, endsOn }) => ({
        agency_id: agencyId,
        person_id: personId,
        organisation_id: organisationId,
        title,
        starts_on: startsOn ?? null,
        ends_on: endsOn ?? null,
        created_at: work.now,
      })),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function updatePostRow(
  work: Work,
  postId: string,
  values: {
    title?: string
    organisation_id?: string
    reports_to_id?: string | null
    starts_on?: Temporal.PlainDate | null
    ends_on?: Temporal.PlainDate | null
  },
): Promise<void> {
  await work.db.updateTable('posts').set(values).where('id', '=', postId).execute()
}
