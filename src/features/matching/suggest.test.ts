import { describe, expect, it } from 'vitest'
import { makeCohort } from './fit/fit.ts'
import { pairKey } from './fit/hard.ts'
import { usualWeights } from './fit/parts.ts'
import { noHistory, sampleCohort, samplePeer } from './sample-peers.ts'
import { solve } from './solve.ts'
import { suggest } from './suggest.ts'

const cohort = makeCohort(sampleCohort(60, 5), usualWeights, noHistory)

describe('whom each is suggested', () => {
  it('is three to five people whom no rule keeps apart, the best first', () => {
    for (const many of [3, 4, 5]) {
      for (const [a, list] of suggest(cohort, [], many).entries()) {
        const possible = cohort.peers.filter((_peer, b) => b !== a && cohort.worth(a, b) >= 0).length
        expect(list.length).toBeGreaterThanOrEqual(Math.min(3, possible))
        expect(list.length).toBeLessThanOrEqual(5)
        expect(new Set(list).size).toBe(list.length)
        const worths = list.map((b) => cohort.worth(a, b))
        expect(worths.every((worth) => worth >= 0)).toBe(true)
        expect(worths).toEqual(worths.toSorted((one, other) => other - one))
      }
    }
  })

  it('holds whom the round would propose, and two are on each other’s lists', () => {
    const lists = suggest(cohort, [], 4)
    for (const group of solve(cohort, []).groups) {
      const [a = 0, b = 0] = group
      expect(lists[a]).toContain(b)
      expect(lists[b]).toContain(a)
    }
    const oneSided = lists.flatMap((list, a) => list.filter((b) => !lists[b]?.includes(a)))
    expect(oneSided.length).toBeLessThan(lists.length / 4)
  })

  it('puts nobody on everybody’s list, however good they are', () => {
    const star = { offers: ['a', 'b', 'c'], wants: ['d'] }
    const others = Array.from({ length: 20 }, (_, place) =>
      samplePeer(`peer ${place}`, { offers: ['d'], wants: ['a', 'b', 'c'] }),
    )
    const lists = suggest(makeCohort([samplePeer('star', star), ...others], usualWeights, noHistory), [], 4)
    expect(lists.filter((list) => list.includes(0)).length).toBeLessThanOrEqual(8)
  })

  it('keeps a pin among them, and leaves out whom a rule parts', () => {
    const [one, other] = [cohort.peers[0]?.profile.personId ?? '', cohort.peers[1]?.profile.personId ?? '']
    const parted = makeCohort(sampleCohort(60, 5), usualWeights, {
      ...noHistory,
      ratherNot: new Set([pairKey(one, other)]),
    })
    expect(suggest(parted, [], 5)[0]).not.toContain(1)
    expect(suggest(cohort, [[0, 59]], 3)[0]).toContain(59)
  })

  it('is nobody where no rule leaves anybody', () => {
    const alone = [samplePeer('ana'), samplePeer('yoko', { languages: [{ language: 'ja', level: 'native' }] })]
    expect(suggest(makeCohort(alone, usualWeights, noHistory), [], 4)).toEqual([[], []])
  })
})
