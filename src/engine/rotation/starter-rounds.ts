import { symmetryOf, type Starter } from './starter-plan.ts'

/**
 * Develops a starter into its rounds: the multiplier makes the base round whole, and adding every element of the ring
 * makes a round of each base round, and one still round of each group given for it.
 *
 * @throws RangeError where the plan of the starter cannot be
 * @example developStarter(starter).length // plan.moving * plan.modulus * (order of plan.across) + plan.still
 */
export function developStarter({ plan, base, still }: Starter): number[][][] {
  const symmetry = symmetryOf(plan)
  if (!symmetry) throw new RangeError('The plan of this starter cannot be.')
  const { within, across, shift } = symmetry
  const elements = Array.from({ length: plan.modulus }, (_, element) => element)
  const images = (members: number[]) => within.map((image) => members.map((member) => image[member]!))
  const rounds: number[][][] = []
  for (const groups of base) {
    const whole = differing(groups.flatMap(images))
    for (const image of across) {
      for (const element of elements) {
        rounds.push(whole.map((members) => members.map((member) => shift(image[member]!, element))))
      }
    }
  }
  for (const groups of still) {
    const developed = groups.map((members) =>
      images(members).map((moved) => elements.map((element) => moved.map((member) => shift(member, element)))),
    )
    const seen = new Set<string>()
    for (let k = 0; k < within.length; k++) {
      const round = developed.flatMap((all) => all[k]!)
      const name = round
        .map((members) => members.toSorted((a, b) => a - b).join())
        .toSorted()
        .join(' ')
      if (seen.has(name)) continue
      seen.add(name)
      rounds.push(round)
    }
  }
  return rounds
}

/** Each group once, however its members are ordered. */
function differing(groups: number[][]): number[][] {
  return [...new Map(groups.map((members) => [members.toSorted((a, b) => a - b).join(), members])).values()]
}
