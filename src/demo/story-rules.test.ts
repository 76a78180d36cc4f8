import { describe, expect, it } from 'vitest'
import { openRoster } from '../features/people/roster/actions.ts'
import { halfDays } from '../features/availability/half-days.ts'
import { Agenda } from './agenda.ts'
import { answers, halfDaysOf } from './answers.ts'
import { asWritten, canaries, withMarkers } from './canaries.ts'
import { peerKeys, peers } from './cast.ts'
import { chanceOf } from './chance.ts'
import { nextWorkingHour } from './hours.ts'
import { mannerOf } from './manners.ts'
import { organisations } from './organisations.ts'
import { rosterFiles } from './rosters.ts'
import { topicNames } from './topics.ts'

const at = (text: string) => Temporal.Instant.from(text)

describe('the agenda', () => {
  it('gives entries in the order of time, those of one moment by their names', () => {
    const done: string[] = []
    const agenda = new Agenda()
    const add = (when: string, key: string) => agenda.add(at(when), key, async () => void done.push(key))
    add('2026-06-02T10:00Z', 'c')
    add('2026-06-01T10:00Z', 'b')
    add('2026-06-01T10:00Z', 'a')
    const until = at('2026-06-02T10:00Z')
    for (let entry = agenda.next(until); entry; entry = agenda.next(until)) void entry.act()
    expect(done).toEqual(['a', 'b'])
    expect(agenda.next(at('2026-06-03T00:00Z'))?.key).toBe('c')
    expect(agenda.next(at('2026-06-03T00:00Z'))).toBeUndefined()
  })
})

describe('chance', () => {
  it('hangs on what it is about and on the seed, not on what was asked before', () => {
    const chance = chanceOf(7)
    const first = chance('ana', 3).next()
    chance('kofi', 3).next()
    expect(chance('ana', 3).next()).toBe(first)
    expect(chanceOf(8)('ana', 3).next()).not.toBe(first)
    expect(chance('an', 'a3').next()).not.toBe(chance('ana', '3').next())
  })
})

describe('working hours', () => {
  it.each([
    ['in the morning of a working day, at once', '2026-06-03T10:30:00Z', 'Africa/Accra', '2026-06-03T10:30:00Z'],
    ['before eight, at eight', '2026-06-03T05:30:00Z', 'Africa/Accra', '2026-06-03T08:00:00Z'],
    ['in the evening, next morning', '2026-06-03T21:00:00Z', 'Africa/Accra', '2026-06-04T08:00:00Z'],
    ['on Friday evening, on Monday', '2026-06-05T19:30:00Z', 'Africa/Accra', '2026-06-08T08:00:00Z'],
    ['on Sunday, on Monday', '2026-06-07T12:00:00Z', 'Africa/Accra', '2026-06-08T08:00:00Z'],
    ['by the clock of the person', '2026-06-03T10:30:00Z', 'America/Bogota', '2026-06-03T13:00:00Z'],
  ])('%s', (_name, moment, zone, expected) => {
    expect(nextWorkingHour(at(moment), zone).toString()).toBe(expected)
  })
})

describe('the cast', () => {
  it('says only what the form can hold, and wishes only for others', () => {
    for (const key of peerKeys) {
      const { offers, wants, topic, wishes, week } = answers[key]
      for (const name of [...offers, ...wants, topic]) expect(Object.keys(topicNames)).toContain(name)
      for (const wish of wishes) expect(peerKeys).toContain(wish)
      expect(wishes).not.toContain(key)
      for (const code of halfDaysOf(week)) expect(halfDays).toContain(code)
      expect(peers[key].email).toMatch(/^[a-z.]+@peers\.example$/)
    }
  })

  it('works for every organisation there is', () => {
    const employers = new Set(peerKeys.map((key) => peers[key].organisation))
    expect(employers.size).toBe(Object.keys(organisations).length)
  })

  it('fades on its day and not before', () => {
    expect(mannerOf('fading', 'karim', 61).answers).toBeGreaterThan(0.8)
    expect(mannerOf('fading', 'karim', 62).answers).toBeLessThan(0.1)
    expect(mannerOf('steady', 'ana', 180)).toBe(mannerOf('steady', 'ana', 1))
  })

  it('comes on two lists that offices might send: one with commas, one with semicolons from an older machine', () => {
    const [english, french] = rosterFiles().map(({ bytes }) => openRoster(bytes))
    if (!english || !french || 'fault' in english || 'fault' in french) throw new Error('The rosters cannot be read.')
    expect([english.table.separator, french.table.separator]).toEqual([',', ';'])
    // One line of the first list is refused for its address, and comes with the second.
    expect(english.table.lines.length + french.table.lines.length).toBe(49)
    expect(french.table.lines.some(({ cells }) => cells.includes('Commune d’Aïn Zitoun'))).toBe(true)
  })
})

describe('canaries', () => {
  it('are words of their own, none part of another', () => {
    const markers = canaries.map(({ marker }) => marker)
    expect(new Set(markers).size).toBe(markers.length)
    expect(markers.every((marker) => /^[a-z]+$/.test(marker))).toBe(true)
    const text = markers.join(' ')
    expect(markers.every((marker) => text.split(marker).length === 2)).toBe(true)
  })

  it('leave a text as written unless asked, and an empty one empty', () => {
    expect(asWritten('problem', 'ana', 'Nobody reads it.')).toBe('Nobody reads it.')
    expect(withMarkers('problem', 'ana', 'Nobody reads it.')).toMatch(/^Nobody reads it\. zqproblemanaqz$/)
    expect(withMarkers('problem', 'ana', '')).toBe('')
  })
})
