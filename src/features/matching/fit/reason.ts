/** What speaks for two people, as kept with a proposal; `tell.ts` says it in words. People and topics by id. */
export type Reason =
  | { kind: 'gives'; giver: string; taker: string; topics: string[] }
  | { kind: 'same problem'; people: [string, string]; topic: string }
  | { kind: 'knows problem'; knower: string; worker: string; topic: string }
  | { kind: 'both want' | 'both offer'; people: [string, string]; topics: string[] }
  | { kind: 'language'; people: [string, string]; languages: string[] }
  | { kind: 'hours'; people: [string, string]; minutes: number }
  | { kind: 'wish'; people: [string, string]; wishing: string[] }
  | { kind: 'asked'; people: [string, string]; asking: string[] }
  | { kind: 'commitment'; people: [string, string]; hours: number }
  | { kind: 'alike words'; people: [string, string]; words: string[] }
  | { kind: 'setting'; people: [string, string]; alike: ('kind' | 'size' | 'income')[] }
  | { kind: 'left out'; people: [string, string]; who: string[] }
  | { kind: 'all speak'; people: string[]; languages: string[] }
  | { kind: 'several work on'; people: string[]; topic: string }
  | { kind: 'several gain'; people: string[]; of: number }
  | { kind: 'again'; people: [string, string] }

/** The people a reason speaks about: two, but of a whole group. */
export function peopleOf(reason: Reason): string[] {
  if (reason.kind === 'gives') return [reason.giver, reason.taker]
  if (reason.kind === 'knows problem') return [reason.knower, reason.worker]
  return reason.people
}
