import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeSeats, keepUntil, mostPassedOver, nextInLine, type Party } from './seats.ts'

const party = (personId: string, size: number, passedOver = 0): Party => ({ personId, size, passedOver })
const at = (text: string) => Temporal.Instant.from(text)

describe('the queue', () => {
  it('gives a free seat to the first who asked', () => {
    expect(nextInLine([party('ana', 1), party('kofi', 1)], 1, 10)?.next.personId).toBe('ana')
  })

  it('lets a party past one that does not fit, and says whom it passed', () => {
    const found = nextInLine([party('ana', 3), party('kofi', 1)], 2, 10)
    expect(found).toMatchObject({ next: { personId: 'kofi' }, passed: [{ personId: 'ana' }] })
  })

  it('keeps free seats for a party that was passed twice', () => {
    expect(nextInLine([party('ana', 3, mostPassedOver), party('kofi', 1)], 2, 10)).toBeNull()
    expect(nextInLine([party('ana', 3, mostPassedOver), party('kofi', 1)], 3, 10)?.next.personId).toBe('ana')
  })

  it('does not wait for a party that no emptying could seat', () => {
    expect(nextInLine([party('ana', 5, 9), party('kofi', 1)], 1, 4)?.next.personId).toBe('kofi')
  })

  it('lets nobody be passed more often than the rule says, whatever is freed', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(sizes, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 30 }), (parties, freed) => {
        let queue = parties.map((size, index) => party(String(index), size))
        let free = 0
        for (const seats of freed) {
          free += seats
          for (let found = nextInLine(queue, free, 4); found; found = nextInLine(queue, free, 4)) {
            const { next, passed } = found
            expect(next.size).toBeLessThanOrEqual(free)
            free -= next.size
            queue = queue.flatMap((one) => {
              if (one === next) return []
              return [passed.includes(one) ? { ...one, passedOver: one.passedOver + 1 } : one]
            })
            for (const one of queue) expect(one.passedOver).toBeLessThanOrEqual(mostPassedOver)
          }
          const first = queue[0]
          if (first) expect(first.size).toBeGreaterThan(free)
        }
      }),
    )
  })
})

describe('an offered place', () => {
  it('is kept for two days where there is time', () => {
    expect(keepUntil(at('2026-11-24T09:00:00Z'), at('2026-12-24T09:00:00Z')).toString()).toBe('2026-11-26T09:00:00Z')
  })

  it('is kept for a third of what is left when the meeting is near', () => {
    expect(keepUntil(at('2026-11-24T09:00:00Z'), at('2026-11-24T12:00:00Z')).toString()).toBe('2026-11-24T10:00:00Z')
  })
})

it('counts free seats, and none below nothing', () => {
  expect([freeSeats(null, 9), freeSeats(10, 4), freeSeats(3, 4)]).toEqual([null, 6, 0])
})
