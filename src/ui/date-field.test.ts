import { expect, test } from 'vitest'
import { joinDate, withDates } from './date-field.tsx'

const typed = (d: string, m: string, y: string) => joinDate({ 'on.d': d, 'on.m': m, 'on.y': y }, 'on')

test('a typed date becomes a calendar date', () => {
  expect(typed('5', '6', '2027')).toBe('2027-06-05')
  expect(typed(' 30 ', '06', '2027')).toBe('2027-06-30')
})

test('digits may be Arabic or Persian', () => {
  expect(typed('٣٠', '٦', '٢٠٢٧')).toBe('2027-06-30')
  expect(typed('۳۰', '۶', '۲۰۲۷')).toBe('2027-06-30')
})

test('nothing typed is no date', () => {
  expect(typed('', ' ', '')).toBe('')
  expect(joinDate({}, 'on')).toBe('')
})

test('half a date, a word or a short year is no calendar date', () => {
  for (const joined of [
    typed('5', '', '2027'),
    typed('x', '6', '2027'),
    typed('5', '6', '27'),
    typed('', '', '2027'),
  ]) {
    expect(joined).not.toBe('')
    expect(() => Temporal.PlainDate.from(joined, { overflow: 'reject' })).toThrow()
  }
})

test('every date of a sent form is joined under its own name', () => {
  const sent = {
    name: 'Olfa',
    'from.d': '1',
    'from.m': '2',
    'from.y': '2027',
    'to.d': '',
    'to.m': '',
    'to.y': '',
  }
  expect(withDates(sent)).toEqual({ ...sent, from: '2027-02-01', to: '' })
})
