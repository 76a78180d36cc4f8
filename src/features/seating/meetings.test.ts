import { describe, expect, it } from 'vitest'
import { pairKey, readMeetings } from './meetings.ts'
import { isSameUntil, pathOf } from './plan.ts'
import { countTables, evenSizes, possibleTables } from './table-count.ts'

const seats = [
  [
    ['ana', 'bob'],
    ['cem', 'dia'],
  ],
  [
    ['ana', 'cem'],
    ['bob', 'dia'],
  ],
  [
    ['ana', 'bob'],
    ['cem', 'dia'],
  ],
]
const everybody = ['ana', 'bob', 'cem', 'dia']

describe('what a plan does for its people', () => {
  it('counts the pairs who meet, and names those who meet again', () => {
    const { pairs, again } = readMeetings(seats, everybody, new Set())
    expect(pairs).toBe(4)
    expect(again).toEqual([
      { people: ['ana', 'bob'], times: 2, metBefore: false },
      { people: ['cem', 'dia'], times: 2, metBefore: false },
    ])
  })

  it('names whoever met before the first of all', () => {
    const { again, unmet } = readMeetings(seats.slice(0, 1), everybody, new Set([pairKey('dia', 'cem')]))
    expect(again).toEqual([{ people: ['cem', 'dia'], times: 1, metBefore: true }])
    expect(unmet.get('cem')).toEqual(['ana', 'bob'])
  })

  it('says who is left to meet, before or now', () => {
    const { met, unmet } = readMeetings(seats, everybody, new Set([pairKey('ana', 'dia')]))
    expect([met.get('ana'), met.get('bob')]).toEqual([2, 2])
    expect([unmet.get('ana'), unmet.get('bob')]).toEqual([[], ['cem']])
  })

  it('leads each person from table to table', () => {
    expect(pathOf(seats, 'dia')).toEqual([2, 2, 2])
    expect(pathOf(seats, 'cem')).toEqual([2, 1, 2])
    expect(pathOf(seats, 'eve')).toEqual([null, null, null])
  })

  it('compares plans table by table, whatever the order at a table', () => {
    const turned = [
      [
        ['bob', 'ana'],
        ['cem', 'dia'],
      ],
      ...seats.slice(1).toReversed(),
    ]
    expect(isSameUntil(1, seats, turned)).toBe(true)
    expect(isSameUntil(2, seats, turned)).toBe(false)
  })
})

describe('how many tables there are', () => {
  it.for([
    [24, 4, 5, null, 5],
    [24, 4, 5, 6, 6],
    [23, 4, 4, 6, 6],
    [7, 4, 4, null, 2],
    [3, 5, 7, null, 1],
    [11, 3, 3, 4, 4],
  ] as const)('%d people at tables of %d to %d, %s now, take %d', ([people, least, most, now, tables]) => {
    expect(countTables(people, { least, most }, now)).toBe(tables)
  })

  it('has the table somebody is locked to', () => {
    expect(countTables(8, { least: 4, most: 4 }, null, 3)).toBe(3)
  })

  it('is none where no number keeps the sizes', () => {
    expect(possibleTables(7, { least: 4, most: 4 })).toBeNull()
    expect(possibleTables(24, { least: 4, most: 6 })).toEqual({ fewest: 4, most: 6 })
    expect(evenSizes(11, 4)).toEqual({ least: 2, most: 3 })
  })
})
