import { describe, expect, it } from 'vitest'
import { readKey, subjectOf } from '../row.ts'
import { ago, sampleMoment } from '../sample-tie.ts'
import { authorityRows, missingAuthority, type Standing } from './authority.ts'
import { failedMail } from './failed-mail.ts'
import { unanswered } from './unanswered.ts'

const { today } = sampleMoment
const standing = (facts: Partial<Standing>): Standing => ({
  authorityId: 'x',
  person: { id: 'p0', name: 'Ana' },
  authoriser: 'James',
  endsOn: today.add({ days: 200 }),
  waitingSince: null,
  call: null,
  ...facts,
})

describe('an authority on the desk', () => {
  it.each([
    ['in force', 31, []],
    ['that ends in a month', 30, ['authorityLapsing -30']],
    ['that ends today', 0, ['authorityLapsing 0']],
    ['that ended yesterday', -1, ['authorityLapsed 1']],
  ] as const)('%s', (_, days, rows) => {
    const found = authorityRows([standing({ endsOn: today.add({ days }) })], sampleMoment)
    expect(found.map((row) => `${row.kind} ${row.days}`)).toEqual(rows)
  })

  it('rests while a fresh report waits, and not once it has lapsed since', () => {
    const [lapsing] = authorityRows([standing({ endsOn: today.add({ days: 9 }), waitingSince: ago(2) })], sampleMoment)
    expect([lapsing?.helpedAt, lapsing?.since]).toEqual([ago(2), Temporal.Instant.from('2026-11-03T00:00:00Z')])
    const [lapsed] = authorityRows(
      [standing({ endsOn: today.subtract({ days: 1 }), waitingSince: ago(2) })],
      sampleMoment,
    )
    expect(lapsed?.since).toEqual(Temporal.Instant.from('2026-11-24T00:00:00Z'))
  })

  it('is first of all about the call its giver asked for', () => {
    const call = { reportId: 'r', askedAt: ago(2), note: 'Mornings' }
    const rows = authorityRows([standing({ call, endsOn: today })], sampleMoment)
    expect(rows.map(({ kind, about }) => `${kind} ${about}`)).toEqual(['callAsked x', 'authorityLapsing x'])
  })
})

describe('rows about many', () => {
  it('are one row each, or none', () => {
    expect(missingAuthority([])).toEqual([])
    expect(missingAuthority([{ personId: 'a', name: 'Ana' }])[0]).toMatchObject({ key: 'authorityMissing', count: 1 })
    expect(unanswered([])).toEqual([])
    expect(unanswered([{ personId: 'a', name: 'Ana' }])[0]).toMatchObject({ key: 'unanswered', count: 1 })
    expect(failedMail([])).toEqual([])
  })

  it('count mails and name people, and another failure is another row', () => {
    const mail = (id: string, toName: string) => ({ id, toName, toAddress: `${toName}@x`, personId: null })
    const [row] = failedMail([mail('2', 'Ana'), mail('1', 'Ana')])
    expect(row).toMatchObject({ key: 'mailFailed 2', count: 2, people: [{ name: 'Ana' }] })
  })
})

describe('the key of a row', () => {
  const id = '0190f7a4-0000-7000-8000-000000000000'

  it.each([
    [`red ${id}`, { about: 'connection', id }],
    [`authorityLapsed ${id}`, { about: 'authority', id }],
    ['unanswered', { about: null, id: '' }],
    ['unanswered 7', null],
    ['red', null],
    ['red 7', null],
    [`red ${id} more`, null],
    [`purple ${id}`, null],
    ['', null],
  ])('%s', (key, read) => {
    expect(readKey(key)).toEqual(read)
  })

  it('says whose timeline an act stands on', () => {
    expect(subjectOf(`red ${id}`, 'i')).toEqual({ subjectKind: 'connection', subjectId: id })
    expect(subjectOf('unanswered', 'i')).toEqual({ subjectKind: 'initiative', subjectId: 'i' })
  })
})
