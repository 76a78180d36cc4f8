import { expect, test } from 'vitest'
import { type KnownPost, postChange } from './posts.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-24')
const post = (change: Partial<KnownPost> = {}): KnownPost => ({
  id: 'p1',
  personId: 'ana',
  organisationId: 'city',
  title: 'Clerk',
  startsOn: null,
  endsOn: null,
  ...change,
})
const wanted = (title: string, startsOn: string | null = null, organisationId = 'city') => ({
  personId: 'ana',
  organisationId,
  title,
  startsOn: startsOn === null ? null : day(startsOn),
})

test.each([
  ['no post yet', [], wanted('Clerk'), 'new'],
  ['the same post', [post()], wanted('clerk '), 'none'],
  ['no title given', [post()], wanted(''), 'none'],
  ['another title', [post()], wanted('Mayor'), 'edit'],
  ['a start that was not known', [post()], wanted('Clerk', '2024-01-01'), 'edit'],
  ['the same start', [post({ startsOn: day('2024-01-01') })], wanted('Clerk', '2024-01-01'), 'none'],
  ['another organisation', [post()], wanted('Clerk', null, 'ministry'), 'new'],
  ['somebody else’s post', [post({ personId: 'kofi' })], wanted('Clerk'), 'new'],
  ['a post that was ended', [post({ endsOn: day('2026-01-31') })], wanted('Clerk'), 'none'],
  ['a post taken up again after it ended', [post({ endsOn: day('2026-01-31') })], wanted('Clerk', '2026-09-01'), 'new'],
  ['a post that ends later than today', [post({ endsOn: day('2026-12-31') })], wanted('Clerk'), 'none'],
  ['two posts, one of that title', [post({ id: 'p0', title: 'Mayor' }), post()], wanted('Clerk'), 'none'],
  ['two posts, none of that title', [post({ id: 'p0', title: 'Mayor' }), post()], wanted('Judge'), 'new'],
])('%s', (_case, posts, line, kind) => {
  expect(postChange(posts, line, today).kind).toBe(kind)
})
