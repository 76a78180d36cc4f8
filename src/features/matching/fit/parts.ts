import { askedFor } from './asked-for.ts'
import { commitment } from './commitment.ts'
import { earlierContact } from './earlier-contact.ts'
import { language } from './language.ts'
import { leftOutLast } from './left-out-last.ts'
import { load } from './load.ts'
import { offersMeetWants } from './offers-meet-wants.ts'
import type { Circumstances, FitPart } from './part.ts'
import { sameProblem } from './same-problem.ts'
import { setting } from './setting.ts'
import { sharedHours } from './shared-hours.ts'
import { wishToGoOn } from './wish-to-go-on.ts'

/** Every part of the fit, in the order in which reasons are told and bars are drawn. */
export const parts = {
  offersMeetWants,
  sameProblem,
  wishToGoOn,
  askedFor,
  leftOutLast,
  earlierContact,
  language,
  sharedHours,
  commitment,
  setting,
  load,
} satisfies Record<string, FitPart>

export type PartName = keyof typeof parts

export const partNames = Object.keys(parts) as PartName[]

/** How much each part counts, in whole numbers from 0 (not at all) to `heaviest` (decisive). */
export type Weights = Record<PartName, number>

export const heaviest = 5

/** Offers and wants, then the problem, lead: deep likeness makes pairs last, more than where and who people are. */
export const usualWeights: Weights = {
  offersMeetWants: 5,
  sameProblem: 4,
  wishToGoOn: 3,
  askedFor: 4,
  leftOutLast: 1,
  earlierContact: 3,
  language: 2,
  sharedHours: 3,
  commitment: 2,
  setting: 1,
  load: 1,
}

/** Whether a part has a say under these circumstances. */
export function isPartIn(name: PartName, circumstances: Circumstances): boolean {
  const part: FitPart = parts[name]
  return part.isIn?.(circumstances) ?? true
}

/** Parts that only some rounds have. */
export function isRarePart(name: PartName): boolean {
  const part: FitPart = parts[name]
  return part.isIn !== undefined
}

/** Weights as kept with a round: what is missing or unsound counts as usual. */
export function readWeights(kept: unknown): Weights {
  const found = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  const weights = { ...usualWeights }
  for (const name of partNames) {
    const value = found[name]
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= heaviest) weights[name] = value
  }
  return weights
}
