import type { Temper } from './answers.ts'

/** How somebody is with mail at some time of the story. */
export interface Manner {
  /** How likely they answer a mail at all. */
  answers: number
  /** Hours they let it lie, from and to. */
  lies: readonly [number, number]
  /** How likely a meeting they agreed to takes place. */
  keeps: number
}

const manners: Record<Exclude<Temper, 'fading'>, Manner> = {
  steady: { answers: 0.97, lies: [2, 30], keeps: 0.97 },
  willing: { answers: 0.9, lies: [6, 60], keeps: 0.92 },
  busy: { answers: 0.62, lies: [30, 110], keeps: 0.82 },
  shy: { answers: 0.95, lies: [20, 70], keeps: 0.9 },
  silent: { answers: 0, lies: [1, 2], keeps: 0 },
}

const faded: Manner = { answers: 0.06, lies: [60, 110], keeps: 0.3 }

/** The day from which somebody who fades hardly answers. */
export const fadesOn: Record<string, number> = { karim: 62, omar: 44, camila: 88, ibrahima: 104, rodrigo: 128 }

export function mannerOf(temper: Temper, key: string, day: number): Manner {
  if (temper !== 'fading') return manners[temper]
  return day < (fadesOn[key] ?? 100) ? manners.willing : faded
}
