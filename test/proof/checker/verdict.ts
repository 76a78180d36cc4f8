import type { Change, TakenMail, Told } from '../history.ts'
import { consequences } from './consequences.ts'
import { type Counts, effectsOf } from './effects.ts'
import type { Found } from './found.ts'
import { judgeMails, type MailVerdict } from './mails.ts'

/** What became of everything a history tells of. Empty lists are what one hopes for. */
export interface Verdict {
  sent: number
  acknowledged: number
  lost: string[]
  torn: string[]
  doubled: string[]
  refused: string[]
  unopenable: string[]
  mails: Pick<MailVerdict, 'rows' | 'taken' | 'twiceInWindow'>
}

export function judge(found: Found, told: readonly Told[], taken: readonly TakenMail[]): Verdict {
  const mails = judgeMails(found, taken, told)
  const verdict: Verdict = {
    sent: 0,
    acknowledged: 0,
    lost: mails.lost,
    torn: [],
    doubled: mails.doubled,
    refused: told.flatMap((line) => (line.says === 'refused' ? [`${line.status}: ${line.words}`] : [])),
    unopenable: told.flatMap((line) => (line.says === 'unopenable' || line.says === 'died' ? [line.words] : [])),
    mails: { rows: mails.rows, taken: mails.taken, twiceInWindow: mails.twiceInWindow },
  }
  const acknowledged = new Map(told.flatMap((line) => (line.says === 'acknowledged' ? [[line.id, line]] : [])))
  for (const line of told) {
    if (line.says !== 'sent') continue
    verdict.sent += 1
    const isAcknowledged = acknowledged.has(line.id)
    if (isAcknowledged) verdict.acknowledged += 1
    weigh(verdict, nameOf(line), effectsOf(found, line), isAcknowledged)
    const answered = found.rows('answered_forms', 'key', line.id).length
    if (isAcknowledged && answered === 0) verdict.lost.push(`${nameOf(line)}: nobody remembers the form ${line.id}.`)
  }
  for (const { name, counts } of consequences(found)) weigh(verdict, name, counts, false)
  return verdict
}

function weigh(verdict: Verdict, name: string, counts: Counts, mustBe: boolean): void {
  const ill = (fits: (count: number) => boolean) =>
    counts.filter(([, count]) => fits(count)).map(([what, count]) => `${what} ${count}`)
  const tooMany = ill((count) => count > 1)
  const missing = ill((count) => count === 0)
  if (tooMany.length > 0) verdict.doubled.push(`${name}: ${tooMany.join(', ')}`)
  if (missing.length === counts.length && mustBe) verdict.lost.push(name)
  else if (missing.length > 0 && missing.length < counts.length) verdict.torn.push(`${name}: ${missing.join(', ')}`)
}

function nameOf(line: Change & { id: string }): string {
  const { change, ...facts } = line
  const of = 'person' in facts ? facts.person : 'title' in facts ? facts.title : 'roster' in facts ? facts.roster : ''
  return `${change} ${of}`.trim()
}
