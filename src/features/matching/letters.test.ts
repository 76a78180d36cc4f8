import { describe, expect, it } from 'vitest'
import { fitOf } from './fit/fit.ts'
import { usualWeights } from './fit/parts.ts'
import { writeLetters } from './letters.ts'
import { noHistory, samplePeer } from './sample-peers.ts'

const ana = samplePeer('ana', {
  name: 'Ana Morales',
  offers: ['maps', 'radio', 'audit', 'debt', 'law'],
  wants: ['wards'],
  problem: ' Nobody reads it. ',
})
const leila = samplePeer('leila', { name: 'Leïla Ben Salah', locale: 'fr', offers: ['wards'], wants: ['law'] })

function letters(one = ana, other = leila) {
  return writeLetters([one, other], fitOf(one, other, usualWeights, noHistory).reasons, (topic) => topic)
}

describe('what a proposal says', () => {
  it('names what the other wants first, and no more than four topics', () => {
    expect(letters()[0]?.gives).toBe('law, maps, radio, audit')
  })

  it('says what is wanted with the problem in the peer’s own words', () => {
    expect(letters().map(({ wants }) => wants)).toEqual(['wards. “Nobody reads it.”', 'law'])
    const alone = letters(samplePeer('ana', { problem: 'Nobody reads it.' }))
    expect(alone[0]?.wants).toBe('“Nobody reads it.”')
  })

  it('shortens a long problem at a word', () => {
    const long = letters(samplePeer('ana', { problem: 'ward '.repeat(200) }))[0]?.wants ?? ''
    expect(long).toMatch(/^“ward .* ward …”$/)
    expect(long.length).toBeLessThan(320)
    expect(letters(samplePeer('ana', { problem: 'w'.repeat(900) }))[0]?.wants.length).toBeLessThan(320)
  })

  it('is in the language of each, and begins with what they gain', () => {
    const [toAna, toLeila] = letters()
    expect(toAna?.why).toMatch(/^Leïla offers wards, which you want\. You offer law, which Leïla wants\./)
    expect(toLeila?.why).toMatch(/^Ana propose son aide sur law, que vous recherchez\./)
    expect(toLeila?.locale).toBe('fr')
  })
})
