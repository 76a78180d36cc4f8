import { describe, expect, it } from 'vitest'
import { type Case, compareParts } from './part-comparison.ts'

type Name = 'offers' | 'hours'

/** Cases from 'level of offers, level of hours, happened': 'n' is not known, '?' too early. */
function cases(...lines: string[]): Case<Name>[] {
  return lines.map((line) => {
    const [offers = '', hours = '', happened] = line.split(' ')
    const level = (text: string) => (text === 'n' ? null : Number(text))
    return {
      levels: new Map<Name, number | null>([
        ['offers', level(offers)],
        ['hours', level(hours)],
      ]),
      happened: happened === '?' ? null : happened === 'yes',
    }
  })
}

const compare = (...lines: string[]) => compareParts<Name>(['offers', 'hours'], cases(...lines))
const many = (count: number, line: string) => Array.from({ length: count }, () => line)

describe('the halves of a part', () => {
  it('are cut in the middle, and count only what is settled', () => {
    const [offers] = compare('10 0 no', '20 0 yes', '60 0 yes', '90 0 ?')
    expect(offers?.halves).toEqual({
      lower: { from: 10, to: 20, share: { yes: 1, of: 2 } },
      upper: { from: 60, to: 90, share: { yes: 1, of: 1 } },
    })
  })

  it('never part equal levels, and there are none where all are alike', () => {
    const [offers, hours] = compare('0 50 no', '0 50 no', '0 50 yes', '60 50 yes', '100 50 yes')
    expect(offers?.halves?.lower).toEqual({ from: 0, to: 0, share: { yes: 1, of: 3 } })
    expect(offers?.halves?.upper).toEqual({ from: 60, to: 100, share: { yes: 2, of: 2 } })
    expect(hours?.halves).toBeNull()
  })

  it('leave out what is not known, and say of how many', () => {
    const [offers] = compare('n 1 yes', '10 1 yes', '20 1 no')
    expect(offers?.unknown).toBe(1)
    expect(offers?.halves?.lower.share.of).toBe(1)
    expect(compareParts<Name>(['offers'], [])).toEqual([
      { name: 'offers', halves: null, worth: 'few', p: null, unknown: 0 },
    ])
  })
})

describe('what a difference is worth', () => {
  it('is nothing below five in a half', () => {
    const [offers] = compare(...many(4, '10 0 no'), ...many(9, '90 0 yes'))
    expect(offers).toMatchObject({ worth: 'few', p: null })
  })

  it('is chance where halves do alike, and clear where they hardly could by chance', () => {
    const [offers, hours] = compare(
      ...many(5, '10 10 no'),
      ...many(5, '10 90 no'),
      ...many(5, '90 10 yes'),
      ...many(5, '90 90 yes'),
    )
    expect(offers?.worth).toBe('clear')
    expect(offers?.p).toBeCloseTo(2 / 184756, 8)
    expect(hours).toMatchObject({ worth: 'chance', p: 1 })
  })

  it('is only a hint when it stands out because several parts were looked at', () => {
    // One of eight against six of eight: p 0.041, and twice that for whoever looked at two parts.
    const [offers] = compare(
      ...many(7, '10 10 no'),
      '10 90 yes',
      '90 10 no',
      '90 90 no',
      ...many(3, '90 10 yes'),
      ...many(3, '90 90 yes'),
    )
    expect(offers?.p).toBeCloseTo(0.0406, 4)
    expect(offers?.worth).toBe('hint')
  })
})
