import { describe, expect, it } from 'vitest'
import { countryCodes } from './countries.ts'
import { incomeGroupOf, incomeGroups } from './income-groups.ts'

describe('income groups of countries', () => {
  it.each([
    ['MW', 'low'],
    ['KE', 'lower middle'],
    ['CO', 'upper middle'],
    ['IE', 'high'],
    ['VE', null],
    [null, null],
    ['', null],
  ])('%s is %s', (country, group) => {
    expect(incomeGroupOf(country)).toBe(group)
  })

  it('are as many as the World Bank counted', () => {
    const counts = incomeGroups.map((group) => countryCodes.filter((code) => incomeGroupOf(code) === group).length)
    // Of its 87 the Channel Islands are two codes here; Kosovo has a code of its own making.
    expect(counts[0]).toBe(26)
    expect(counts[1]).toBe(51)
    expect(counts[2]).toBeGreaterThanOrEqual(53)
    expect(counts[3]).toBeGreaterThanOrEqual(86)
  })
})
