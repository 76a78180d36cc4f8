/** A person's place at a home organisation for a time. */
export interface KnownPost {
  id: string
  personId: string
  organisationId: string
  title: string
  startsOn: Temporal.PlainDate | null
  endsOn: Temporal.PlainDate | null
}

export interface WantedPost {
  personId: string
  organisationId: string
  title: string
  startsOn?: Temporal.PlainDate | null | undefined
}

export type PostChange =
  | { kind: 'none' }
  | { kind: 'new' }
  | { kind: 'edit'; post: KnownPost; title: string; startsOn: Temporal.PlainDate | null }

export function isOpen(post: Pick<KnownPost, 'endsOn'>, today: Temporal.PlainDate): boolean {
  return post.endsOn === null || Temporal.PlainDate.compare(post.endsOn, today) >= 0
}

/**
 * What a roster's line about a post changes. A post that was ended by hand is not opened again by the same old line; an
 * open post at the same organisation takes the new title; a post elsewhere is left for a person to end.
 */
export function postChange(posts: readonly KnownPost[], wanted: WantedPost, today: Temporal.PlainDate): PostChange {
  const here = posts.filter(
    (post) => post.personId === wanted.personId && post.organisationId === wanted.organisationId,
  )
  const open = here.filter((post) => isOpen(post, today))
  const named = open.find((post) => sameTitle(post.title, wanted.title))
  const post = named ?? (open.length === 1 || wanted.title === '' ? open[0] : open.find((one) => one.title === ''))
  if (!post) return here.some((ended) => endedBefore(ended, wanted)) ? { kind: 'none' } : { kind: 'new' }
  const title = wanted.title === '' || named ? post.title : wanted.title
  const startsOn = knownStart(post, wanted.startsOn)
  if (title === post.title && startsOn === post.startsOn) return { kind: 'none' }
  return { kind: 'edit', post, title, startsOn }
}

function sameTitle(one: string, other: string): boolean {
  const folded = (title: string) => title.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('en')
  return folded(one) === folded(other)
}

function endedBefore(ended: KnownPost, wanted: WantedPost): boolean {
  if (ended.endsOn === null || (wanted.title !== '' && ended.title !== '' && !sameTitle(ended.title, wanted.title)))
    return false
  return !wanted.startsOn || Temporal.PlainDate.compare(wanted.startsOn, ended.endsOn) <= 0
}

/** The start a line gives, unless it is unknown, the same, or after the end. */
function knownStart(post: KnownPost, given: Temporal.PlainDate | null | undefined): Temporal.PlainDate | null {
  if (!given || (post.startsOn && given.equals(post.startsOn))) return post.startsOn
  if (post.endsOn && Temporal.PlainDate.compare(given, post.endsOn) > 0) return post.startsOn
  return given
}
