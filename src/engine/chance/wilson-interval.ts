import { checkShare, type Share } from './fisher-exact.ts'

/** The 97.5 % point of the normal distribution: 95 % lie within it on both sides. */
const z95 = 1.959963984540054

/**
 * Between which two shares the true one lies, with 95 % confidence, when `yes` of `of` were counted; sensible also for
 * few cases and for none or all.
 *
 * Method: E. B. Wilson, 'Probable inference, the law of succession, and statistical inference', Journal of the American
 * Statistical Association 22, 1927: the score interval, without a correction for continuity.
 *
 * @throws RangeError when the share is not made of whole numbers with 0 <= yes <= of
 * @returns two shares from 0 to 1; all of it when nothing was counted
 * @example wilsonInterval({ yes: 15, of: 148 }) // { low: 0.0624, high: 0.1605 }
 */
export function wilsonInterval(share: Share): { low: number; high: number } {
  checkShare(share)
  const { yes, of } = share
  if (of === 0) return { low: 0, high: 1 }
  const p = yes / of
  const square = z95 * z95
  const middle = (p + square / (2 * of)) / (1 + square / of)
  const reach = (z95 * Math.sqrt((p * (1 - p) + square / (4 * of)) / of)) / (1 + square / of)
  return { low: yes === 0 ? 0 : middle - reach, high: yes === of ? 1 : middle + reach }
}
