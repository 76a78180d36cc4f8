import { expect, test } from 'vitest'
import { seededRandom } from './random.ts'

test('the same seed gives the same sequence, on every machine', () => {
  const random = seededRandom(42)
  const drawn = Array.from({ length: 5 }, () => random.int(1_000_000))
  expect(drawn).toEqual(
    Array.from(
      { length: 5 },
      (
        (again) => () =>
          again.int(1_000_000)
      )(seededRandom(42)),
    ),
  )
  expect(drawn).toMatchInlineSnapshot(`
    [
      701058,
      922098,
      360252,
      940744,
      315607,
    ]
  `)
})

test('neighbouring seeds give unrelated sequences', () => {
  const firsts = new Set(Array.from({ length: 1000 }, (_, seed) => seededRandom(seed).next()))
  expect(firsts.size).toBe(1000)
  expect(seededRandom(2 ** 32 + 1).next()).not.toBe(seededRandom(1).next())
})

test('whole numbers stay in range and fall evenly', () => {
  const random = seededRandom(1)
  const counts = new Array<number>(10).fill(0)
  for (let draw = 0; draw < 100_000; draw++) counts[random.int(10)]! += 1
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
})

test('a shuffle keeps every element, leaves the original alone and reaches every order', () => {
  const random = seededRandom(3)
  const original = ['a', 'b', 'c'] as const
  const orders = new Map<string, number>()
  for (let draw = 0; draw < 6000; draw++) {
    const order = random.shuffle(original).join('')
    orders.set(order, (orders.get(order) ?? 0) + 1)
  }
  expect(original).toEqual(['a', 'b', 'c'])
  expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
  for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
})

test('picking takes any element of the list', () => {
  const random = seededRandom(5)
  expect(new Set(Array.from({ length: 100 }, () => random.pick([1, 2, 3])))).toEqual(new Set([1, 2, 3]))
})

test('a seed, an upper end or a list that makes no sense is refused in one sentence', () => {
  expect(() => seededRandom(1.5)).toThrow(new RangeError('A seed must be a safe integer, not 1.5.'))
  const random = seededRandom(1)
  expect(() => random.int(0)).toThrow(RangeError)
  expect(() => random.int(2.5)).toThrow(RangeError)
  expect(() => random.pick([])).toThrow(new RangeError('Nothing can be picked from an empty list.'))
})
