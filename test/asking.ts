import type { CastMember } from './cast.ts'
import { cast } from './cast.ts'
import { type Harness, linkIn } from './harness.ts'
import { mailTo } from './pair.ts'
import type { Workbench } from './round.ts'

/** Asks the peers of the draft on the workbench, until 8 December; their mails have arrived. */
export async function askThem(harness: Harness, at: Workbench, day = '8'): Promise<Response> {
  const answer = await at.post('/suggestions', {
    'answerBy.d': day,
    'answerBy.m': '12',
    'answerBy.y': '2026',
    many: '4',
  })
  await harness.settle()
  return answer
}

/** The page of somebody's suggestions, by the link of their last mail. */
export function choicePath(harness: Harness, who: keyof Workbench['round']['people']): string {
  const member: CastMember = cast[who]
  return linkIn(mailTo(harness, member), 'choice')
}

/** Somebody says what they think of others: `{ kofi: 'glad' }`, and whom they would like by name. */
export function sayOf(
  harness: Harness,
  at: Workbench,
  who: keyof Workbench['round']['people'],
  said: Partial<Record<keyof Workbench['round']['people'], string>>,
  named: string[] = [],
): Promise<Response> {
  const fields = Object.entries(said).map(([name, answer]) => [
    `of.${at.round.people[name as keyof Workbench['round']['people']]}`,
    answer,
  ])
  const names = named.map((name, place) => [`named.${place + 1}`, name])
  return harness.submit(choicePath(harness, who), Object.fromEntries([...fields, ...names]))
}
