import { askedFor } from './asked-for.ts'
import { commitment } from './commitment.ts'
import { language } from './language.ts'
import { offersMeetWants } from './offers-meet-wants.ts'
import type { FitPart } from './part.ts'
import { sameProblem } from './same-problem.ts'
import { sharedHours } from './shared-hours.ts'
import { wishToGoOn } from './wish-to-go-on.ts'

/** Every part of the fit, in the order in which reasons are told and bars are drawn. */
export const parts = {
  offersMeetWants,
  sameProblem,
  wishToGoOn,
  askedFor,
  language,
  sharedHours,
  commitment,
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
  language: 2,
  sharedHours: 3,
  commitment: 2,
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
