import type { Criterion, ProposedPair } from '../pairs.tsx'
import type { ZonesRow } from '../zones.tsx'

export const fits = [52, 58, 61, 64, 66, 68, 69, 71, 71, 71, 72, 74, 74, 75, 76, 77, 77, 78, 79, 80, 86, 90, 92]

export const lastSeason = [
  100, 90, 77, 68, 60, 54, 51, 47, 45, 42, 39, 37, 36, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24,
]
export const thisSeason = [100, 98, 97, 96, 92, 86, 83, 79, 77, 79, 81]

export const people: ZonesRow[] = [
  person('Ana', 'Medellín', -300, ['07:00', '09:00', '11:00'], 0),
  person('Kofi, you', 'Kumasi', 0, ['12:00', '14:00', '16:00']),
  person('Leïla', 'Sfax', 60, ['13:00', '15:00', '17:00']),
  person('Yasmin', 'Amman', 180, ['15:00', '17:00', '19:00'], 2),
]

function person(name: string, place: string, offset: number, times: string[], awkward?: number): ZonesRow {
  const at = (hour: number) => hour * 60 - offset
  return {
    name,
    place,
    segments: [
      { from: at(0), to: at(7), kind: 'night' },
      { from: at(7), to: at(8), kind: 'edge' },
      { from: at(8), to: at(18), kind: 'core' },
      { from: at(18), to: at(20), kind: 'edge' },
      { from: at(20), to: at(24), kind: 'night' },
    ],
    times: times.map((text, index) => ({ text, awkward: index === awkward })),
  }
}

export const criteria: Criterion[] = [
  { name: 'problem', label: 'Shared problem', short: 'Problem', weight: 5 },
  { name: 'experience', label: 'Experience to give', short: 'Experience', weight: 4 },
  { name: 'language', label: 'Language', short: 'Language', weight: 4 },
  { name: 'hours', label: 'Shared hours', short: 'Hours', weight: 2 },
  { name: 'size', label: 'Size of city', short: 'Size', weight: 1 },
]

export const pairs: ProposedPair[] = [
  pair('Ana Morales', 'Kofi Mensah', {
    about: 'Medellín, Spanish and English; Kumasi, English',
    why: 'Both are re-writing the citizens’ budget. Ana has done it, Kofi starts in March.',
    parts: [98, 96, 78, 72, 81],
    fit: 92,
    pinned: true,
  }),
  pair('Leïla Ben Salah', 'Nadia Mansour', {
    about: 'Sfax, Arabic and French; Alexandria, Arabic',
    why: 'Residents’ questions go unanswered in both. Nadia pilots a public log of them.',
    parts: [94, 86, 100, 95, 48],
    fit: 90,
    pinned: false,
  }),
  pair('Mariana Quispe', 'Javier Ocampo', {
    about: 'Arequipa, Spanish; Rosario, Spanish',
    why: 'Both lost trust over a debt and chose to explain debt first. Neither has finished.',
    parts: [92, 44, 100, null, 85],
    fit: 79,
    pinned: false,
  }),
]

function pair(one: string, other: string, rest: Omit<ProposedPair, 'names' | 'acts'>): ProposedPair {
  const both = `${one} and ${other}`
  return {
    ...rest,
    names: (
      <>
        <a href="#one">{one}</a> and <a href="#other">{other}</a>
      </>
    ),
    acts: [
      rest.pinned
        ? { label: 'Pinned', spoken: `Pinned: ${both}`, action: '#pin', pressed: true, icon: 'pin' }
        : { label: 'Pin', spoken: `Pin ${both}`, action: '#pin', pressed: false },
      { label: 'Swap', spoken: `Swap a partner of ${both}`, href: '#swap' },
      { label: 'Forbid', spoken: `Forbid ${both}`, action: '#forbid' },
    ],
  }
}
