import { dayIn } from '../../platform/clock.ts'
import { FormMistake } from '../../platform/web/mistakes.ts'
import type { Work } from '../../platform/work.ts'
import type { FormWords } from './form-words.ts'
import { listComingSeasons, readRequired, replaceRequired } from './season-store.ts'
import { listPeers } from './overview.ts'
import { type Meeting } from './store.ts'

/** A draft whose time a season is to find, between two of its days where not any of them will do. */
export interface SeasonWish {
  /** Null: the one that is planned, else the one that runs or comes next. */
  seasonId: string | null
  notBeforeOn: Temporal.PlainDate | null
  notAfterOn: Temporal.PlainDate | null
}

/**
 * The season that is to find the time of a meeting without one.
 * @throws FormMistake where there is none to leave it to, or where the days lie outside of it
 */
export async function chooseSeason(
  work: Work,
  initiativeId: string,
  { seasonId, notBeforeOn, notAfterOn }: SeasonWish,
  t: FormWords,
): Promise<string> {
  const seasons = await listComingSeasons(work.db, initiativeId, dayIn('UTC', work.now))
  const season = seasonId === null ? seasons[0] : seasons.find(({ id }) => id === seasonId)
  if (!season) throw new FormMistake({ startsOn: seasonId === null ? t.dayWrong : t.seasonWrong })
  const isOutside =
    (notBeforeOn !== null && Temporal.PlainDate.compare(notBeforeOn, season.ends_on) > 0) ||
    (notAfterOn !== null && Temporal.PlainDate.compare(notAfterOn, season.starts_on) < 0)
  if (isOutside) throw new FormMistake({ [notBeforeOn === null ? 'notAfter' : 'notBefore']: t.outsideSeason })
  return season.id
}

/** Notes who must be there, of those who take part. @returns whether they are others than before */
export async function requirePeople(
  work: Work,
  meeting: Pick<Meeting, 'id' | 'agency_id' | 'initiative_id'>,
  personIds: readonly string[],
): Promise<boolean> {
  const asked = new Set(personIds)
  const offered = (await listPeers(work.db, meeting.initiative_id)).map(({ id }) => id)
  const before = new Set((await readRequired(work.db, meeting.id)).map(({ id }) => id))
  // Who pauses now is not asked about, and stays.
  const pausing = [...before].filter((id) => !offered.includes(id))
  const peers = [...offered.filter((id) => asked.has(id)), ...pausing]
  if (peers.length === before.size && peers.every((id) => before.has(id))) return false
  await replaceRequired(work.db, meeting, peers)
  return true
}
