import { describe, expect, it } from 'vitest'
import { makeCohort } from './fit/fit.ts'
import { pairKey } from './fit/hard.ts'
import { usualWeights } from './fit/parts.ts'
import { canDivide } from './group-pools.ts'
import { makeProposal } from './proposal.ts'
import { noHistory, sampleCohort, samplePeer } from './sample-peers.ts'
import { solveGroups } from './solve-groups.ts'

const sizes = { groupLeast: 5, groupMost: 7 }
const speaking = (...codes: string[]) => ({
  languages: codes.map((language) => ({ language, level: 'fluent' as const })),
})

describe('groups of a round', () => {
  it('have sizes within the bounds, a language for all, and no two whom a rule keeps apart', () => {
    for (const seed of [1, 2]) {
      const profiles = sampleCohort(80, seed)
      const cohort = makeCohort(profiles, usualWeights, noHistory)
      const { groups, leftOut } = solveGroups(cohort, [], new Map(), sizes)
      expect(new Set([...groups.flat(), ...leftOut]).size).toBe(80)
      expect(groups.flat().length + leftOut.length).toBe(80)
      expect(leftOut.length).toBeLessThan(20)
      for (const members of groups) {
        expect(members.length).toBeGreaterThanOrEqual(5)
        expect(members.length).toBeLessThanOrEqual(7)
        for (const [at, a] of members.entries())
          for (const b of members.slice(at + 1)) expect(cohort.worth(a, b)).toBeGreaterThanOrEqual(0)
        expect(makeProposal(cohort, members).reasons[0]?.kind).toBe('all speak')
      }
    }
  })

  it('are the same for the same people, and better than the order of their names', () => {
    const profiles = sampleCohort(60, 3).map((peer) => ({ ...peer, ...speaking('en') }))
    const cohort = makeCohort(profiles, usualWeights, { ...noHistory, allowSameOrganisation: true })
    const first = solveGroups(cohort, [], new Map(), sizes)
    expect(solveGroups(cohort, [], new Map(), sizes)).toEqual(first)
    expect(first.leftOut).toEqual([])
    const inside = (groups: number[][]) =>
      groups.reduce((sum, members) => {
        return (
          sum + members.reduce((all, a) => all + members.reduce((s, b) => s + (a < b ? cohort.points(a, b) : 0), 0), 0)
        )
      }, 0)
    const byName = Array.from({ length: 10 }, (_, at) => Array.from({ length: 6 }, (_one, place) => 6 * at + place))
    expect(inside(first.groups)).toBeGreaterThan(inside(byName) * 1.1)
  })

  it('keep pins together and bans apart, at any remove', () => {
    const profiles = Array.from({ length: 12 }, (_, at) => samplePeer(`peer ${String(at).padStart(2, '0')}`))
    const forbidden = new Set([pairKey('peer 00', 'peer 01'), pairKey('peer 05', 'peer 06')])
    const cohort = makeCohort(profiles, usualWeights, { ...noHistory, forbidden })
    const pins: [number, number][] = [
      [0, 2],
      [2, 4],
      [1, 3],
    ]
    const { groups, leftOut } = solveGroups(cohort, pins, new Map(), sizes)
    expect(leftOut).toEqual([])
    const groupOf = (place: number) => groups.findIndex((members) => members.includes(place))
    expect([groupOf(2), groupOf(4)]).toEqual([groupOf(0), groupOf(0)])
    expect(groupOf(1)).toBe(groupOf(3))
    expect(groupOf(0)).not.toBe(groupOf(1))
    expect(groupOf(5)).not.toBe(groupOf(6))
  })

  it('put people of two languages where they are needed, and leave out whom no group can take', () => {
    const peers = [
      ...Array.from({ length: 5 }, (_, at) => samplePeer(`en ${at}`, speaking('en'))),
      ...Array.from({ length: 3 }, (_, at) => samplePeer(`fr ${at}`, speaking('fr'))),
      samplePeer('ja', speaking('ja')),
      ...Array.from({ length: 2 }, (_, at) => samplePeer(`both ${at}`, speaking('en', 'fr'))),
    ]
    const cohort = makeCohort(peers, usualWeights, noHistory)
    const { groups, leftOut } = solveGroups(cohort, [], new Map(), sizes)
    const names = (places: number[]) => places.map((place) => peers[place]?.personId ?? '').toSorted()
    expect(names(leftOut)).toContain('ja')
    for (const members of groups) {
      const common = ['en', 'fr'].filter((code) =>
        members.every((place) => peers[place]?.languages.some(({ language }) => language === code)),
      )
      expect(common.length).toBeGreaterThan(0)
    }
  })

  it('give somebody who needs it one other who has it, or leave them out', () => {
    const peers = Array.from({ length: 12 }, (_, at) =>
      samplePeer(`peer ${String(at).padStart(2, '0')}`, { country: at === 11 ? 'KE' : 'GH' }),
    )
    const cohort = makeCohort(peers, usualWeights, noHistory)
    const needs = new Map([['peer 00', [{ kind: 'country' as const, value: 'KE' }]]])
    const { groups } = solveGroups(cohort, [], needs, sizes)
    expect(groups.find((members) => members.includes(0))).toContain(11)
    const unmet = new Map([['peer 00', [{ kind: 'country' as const, value: 'FR' }]]])
    expect(solveGroups(cohort, [], unmet, sizes).leftOut).toContain(0)
  })

  it.each([
    [4, false],
    [5, true],
    [7, true],
    [8, false],
    [9, false],
    [10, true],
    [15, true],
    [0, false],
  ])('%i people divide into groups of 5 to 7: %s', (count, divides) => {
    expect(canDivide(count, sizes)).toBe(divides)
  })
})
