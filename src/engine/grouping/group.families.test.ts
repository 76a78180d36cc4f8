import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { group } from './group.ts'

const data = new URL('../../../../shared/data/grouping/', import.meta.url)
if (existsSync(data)) {
  const read = (name: string) => {
    const [head, ...lines] = gunzipSync(readFileSync(new URL(`${name}.txt.gz`, data)))
      .toString()
      .trim()
      .split('\n')
    const [people, , , ...bounds] = head!.trim().split(/\s+/)
    const n = Number(people)
    const fit = new Float64Array(n * n)
    for (const line of lines) {
      const [i, j, value] = line.trim().split(/\s+/).map(Number)
      fit[i! * n + j!] = fit[j! * n + i!] = value!
    }
    return { n, fit, bounds: bounds.map(Number) }
  }
  const table = (name: string) =>
    readFileSync(new URL(name, data))
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([name]) => existsSync(new URL(`${name}.txt.gz`, data)))

  test.each(table('exact_small.csv'))('the published instance %s is solved exactly', (name, n, groups, optimum) => {
    const { fit } = read(name)
    const size = Number(n) / Number(groups)
    const sizes = Array.from({ length: Number(groups) }, () => [size, size] as const)
    expect(group({ n: Number(n), fit, sizes }, { iterations: 200 }, 1).value).toBeCloseTo(Number(optimum), 2)
  })

  test.each(table('pairs_exact.csv'))('groups of two of %s equal the best matching', (name, n, pairs, optimum) => {
    const sizes = Array.from({ length: Number(pairs) }, () => [2, 2] as const)
    const found = group({ n: Number(n), fit: read(name).fit, sizes }, { iterations: 1 }, 1)
    expect(found.value).toBeCloseTo(Number(optimum), 2)
  })

  test('a published instance of 120 people comes within a hundredth of a per cent in 3,000 steps', () => {
    const { n, fit } = read('Geo_n120_ss_01')
    const sizes = Array.from({ length: 10 }, () => [12, 12] as const)
    expect(group({ n, fit, sizes }, { iterations: 3000 }, 1).value).toBeGreaterThan(101568.85 * 0.9999)
  })
}
