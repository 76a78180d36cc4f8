import type { TakenMail, Told } from '../history.ts'
import type { Found } from './found.ts'

/** How long after the mail server's 'taken', or the end of an outage it fell into, noting it may take. */
const notingMs = 1_000

export interface MailVerdict {
  rows: number
  taken: number
  /** Taken twice with one Message-ID, a kill having fallen into the conversation with the mail server. */
  twiceInWindow: number
  lost: string[]
  doubled: string[]
}

/**
 * Compares what the mail server took with what the database says. A mail may come twice only with the same Message-ID and
 * only when a kill fell between the beginning of its first delivery and the moment its end could be noted.
 */
export function judgeMails(found: Found, taken: readonly TakenMail[], told: readonly Told[]): MailVerdict {
  const verdict: MailVerdict = { rows: 0, taken: taken.length, twiceInWindow: 0, lost: [], doubled: [] }
  const outages = outagesIn(told)
  const byId = Map.groupBy(taken, (mail) => mail.messageId)
  for (const row of found.all('mails')) {
    verdict.rows += 1
    const times = byId.get(row.message_id ?? '')?.length ?? 0
    if (times === 0) verdict.lost.push(`The mail '${row.kind}' to ${row.to_address} (${row.state}) was never taken.`)
    else if (row.state !== 'sent')
      verdict.lost.push(`The mail '${row.kind}' to ${row.to_address} was taken and is ${row.state}.`)
  }
  for (const [messageId, deliveries] of byId) {
    if (found.rows('mails', 'message_id', messageId).length === 0) {
      verdict.lost.push(`The database knows nothing of the mail ${messageId} that ${deliveries[0]?.to} got.`)
    }
    for (const [index, next] of deliveries.entries()) {
      const before = deliveries[index - 1]
      if (!before) continue
      const until = Math.min(next.at, notedBy(before, outages))
      const isExcused = outages.some(({ from }) => from >= before.startedAt && from <= until)
      if (isExcused) verdict.twiceInWindow += 1
      else {
        const when = whenDoubled(before, next, outages)
        verdict.doubled.push(
          `${next.to} got '${next.subject}' twice without a kill in between (${messageId}; ${when}).`,
        )
      }
    }
  }
  const byEffect = Map.groupBy(taken, ({ to, subject }) => `${to} ${subject}`)
  for (const deliveries of byEffect.values()) {
    const ids = new Set(deliveries.map(({ messageId }) => messageId))
    if (ids.size > 1)
      verdict.doubled.push(`${deliveries[0]?.to} got '${deliveries[0]?.subject}' as ${ids.size} different mails.`)
  }
  return verdict
}

/** Milliseconds from the first delivery on, to see how near a kill was. */
function whenDoubled(before: TakenMail, next: TakenMail, outages: readonly Outage[]): string {
  const since = (at: number) => at - before.at
  const near = outages.filter(({ from, until }) => until > before.startedAt - 5_000 && from < next.at)
  const away = near.map(({ from, until }) => `${since(from)} to ${since(until)}`).join(', ')
  return `began at ${since(before.startedAt)}, again at ${since(next.at)}, away ${away || 'never'} ms`
}

interface Outage {
  from: number
  until: number
}

function outagesIn(told: readonly Told[]): Outage[] {
  const outages: Outage[] = []
  for (const { says, at } of told) {
    const last = outages.at(-1)
    if (says === 'killed' || says === 'cut') outages.push({ from: at, until: Infinity })
    else if (says === 'back' && last) last.until = at
  }
  return outages
}

// While PostgreSQL is away, nobody can note anything.
function notedBy({ at }: TakenMail, outages: readonly Outage[]): number {
  const outage = outages.find(({ from, until }) => from <= at && at <= until)
  return (outage?.until ?? at) + notingMs
}
