import { expect, test } from 'vitest'
import { type Candidate, findDoubles, isNearEmail } from './doubles.ts'

let count = 0
const person = (name: string, email: string, ...organisationIds: string[]): Candidate => ({
  id: `id-${(count += 1)}`,
  name,
  email,
  organisationIds,
})
const nobodyApart = () => false
const reasons = (one: Candidate, other: Candidate) => findDoubles([one, other], nobodyApart)[0]?.reasons

test('the same name counts whatever its accents, capitals and order', () => {
  expect(reasons(person('Ana Morales', 'a@x.example'), person('MORALES Ána', 'b@y.example'))).toEqual(['sameName'])
})

test('a name nearly the same counts with the same organisation or nearly the same address, and not alone', () => {
  const [ana, slip] = ['Ana Morales', 'Ana Moralse']
  expect(reasons(person(ana, 'a@x.example', 'o1'), person(slip, 'b@y.example', 'o1'))).toEqual([
    'nearName',
    'sameOrganisation',
  ])
  expect(reasons(person(ana, 'ana.morales@x.example'), person(slip, 'ana.morales@y.example'))).toEqual([
    'nearName',
    'nearEmail',
  ])
  expect(reasons(person(ana, 'a@x.example'), person(slip, 'b@y.example'))).toBeUndefined()
})

test('initials and second names are nearly the same name', () => {
  expect(reasons(person('A. Morales', 'a@x.example', 'o1'), person('Ana Morales', 'b@y.example', 'o1'))).toContain(
    'nearName',
  )
  expect(
    reasons(person('Ana María Morales', 'a@x.example', 'o1'), person('Ana Morales', 'b@y.example', 'o1')),
  ).toContain('nearName')
})

test('colleagues with different names are two people', () => {
  expect(
    reasons(person('Ana Morales', 'ana@x.example', 'o1'), person('Kofi Mensah', 'kofi@x.example', 'o1')),
  ).toBeUndefined()
})

test('an address is near when one letter slipped, or when the mailbox has the same name elsewhere', () => {
  expect(isNearEmail('ana.morales@x.example', 'ana.moralse@x.example')).toBe(true)
  expect(isNearEmail('ana.morales@x.example', 'anamorales+peers@y.example')).toBe(true)
  expect(isNearEmail('ana@x.example', 'ann@x.example')).toBe(false)
  expect(isNearEmail('info@x.example', 'kofi@x.example')).toBe(false)
})

test('who was said to be two people is left alone, and the surest doubles come first', () => {
  const [one, two] = [
    person('Ana Morales', 'ana.morales@x.example', 'o1'),
    person('Ana Morales', 'anamorales@y.example', 'o1'),
  ]
  const [three, four] = [person('Kofi Mensah', 'k@x.example'), person('Kofi Mensah', 'm@x.example')]
  const found = findDoubles([three, four, one, two], nobodyApart)
  expect(found.map(({ one }) => one.name)).toEqual(['Ana Morales', 'Kofi Mensah'])
  expect(findDoubles([one, two], () => true)).toEqual([])
})

test('ten thousand people are compared in a moment', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    person(`Person ${index} ${index * 7}`, `p${index}@x.example`, `o${index % 500}`),
  )
  const before = process.cpuUsage()
  findDoubles(many, nobodyApart)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3_000)
})
