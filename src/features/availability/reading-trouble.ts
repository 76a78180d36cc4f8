/** Why a calendar could not be read, as it is kept beside it. */
export const troubles = [
  'address',
  'unreachable',
  'refused',
  'missing',
  'large',
  'slow',
  'unreadable',
  'sealed',
] as const
export type Trouble = (typeof troubles)[number]

/** What a kept text stands for. */
export function whyFailed(kept: string): Trouble {
  return troubles.find((trouble) => trouble === kept) ?? 'unreachable'
}
