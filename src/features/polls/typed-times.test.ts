import { describe, expect, it } from 'vitest'
import { words } from './words.ts'
import { copyToFollowingDays, mostTimes, readTimes, rowsToShow, timesTyped } from './typed-times.ts'

const t = words('en')
const now = Temporal.Instant.from('2026-03-20T09:00:00Z')
const row = (number: number, day: string, time: string) => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`day.${number}.d`]: d, [`day.${number}.m`]: m, [`day.${number}.y`]: y, [`time.${number}`]: time }
}
const read = (values: Record<string, string>, zone = 'Europe/Lisbon', kept: Temporal.Instant[] = []) =>
  readTimes(values, zone, now, kept, t)

describe('the times typed into a poll', () => {
  it('are read by the clock of the zone, in order of time, without the blank rows', () => {
    const { times, errors } = read({
      ...row(1, '2026-04-02', '14:30'),
      ...row(2, '', ''),
      ...row(3, '2026-3-24', '9h05'),
    })
    expect([times.map(String), errors]).toEqual([['2026-03-24T09:05:00Z', '2026-04-02T13:30:00Z'], {}])
  })

  it('say at their own field what is wrong', () => {
    const { errors } = read({
      ...row(1, '2026-02-31', '14:30'),
      ...row(2, '2026-04-02', '25:00'),
      ...row(3, '2026-03-01', '10:00'),
      ...row(4, '2028-03-01', '10:00'),
      ...row(5, '2026-04-02', '10:00'),
      ...row(6, '2026-04-02', '10:00'),
    })
    expect(errors).toEqual({
      'day.1': t.dayWrong,
      'time.2': t.timeWrong,
      'day.3': t.timePast,
      'day.4': t.timeFar,
      'time.6': t.timeTwice,
    })
    expect(read({}).errors).toEqual({ 'day.1': t.timesMissing })
  })

  it('refuse the hour that the change of clocks leaves out, and take the first of the doubled one', () => {
    expect(read(row(1, '2026-03-29', '01:30')).errors).toEqual({ 'time.1': t.timeSkipped })
    expect(read(row(1, '2026-10-25', '01:30')).times.map(String)).toEqual(['2026-10-25T00:30:00Z'])
  })

  it('may stay where they have passed since', () => {
    const past = Temporal.Instant.from('2026-03-19T10:00:00Z')
    expect(read(row(1, '2026-03-19', '10:00'), 'Europe/Lisbon', [past]).times).toEqual([past])
  })

  it('come back into the form as they were typed', () => {
    const typed = { ...row(1, '2026-3-24', '09:05'), ...row(2, '2026-4-2', '14:30') }
    expect(timesTyped(read(typed).times, 'Europe/Lisbon')).toEqual(typed)
  })

  it('are copied to the following days once, over the end of a month, as far as there is room', () => {
    const typed = { ...row(1, '2026-3-30', '10:00'), ...row(2, '2026-4-1', '10:00') }
    const days = (values: Record<string, string | string[]>) =>
      readTimes(values, 'UTC', now, [], t).times.map((at) => at.toString().slice(5, 10))
    const copied = copyToFollowingDays(typed, 1)
    expect(days(copied)).toEqual(['03-30', '03-31', '04-01', '04-02', '04-03'])
    expect(copyToFollowingDays(copied, 1)).toEqual(copied)
    let many = copied
    for (let turn = 1; turn <= mostTimes; turn += 1) many = copyToFollowingDays(many, turn)
    expect(days(many)).toHaveLength(mostTimes)
    expect(copyToFollowingDays(typed, 7)).toEqual(typed)
  })

  it('have four rows at first, more when asked, never more than twenty', () => {
    expect(rowsToShow({})).toHaveLength(4)
    expect(rowsToShow({ ...row(4, '2026-4-2', '10:00'), more: 'yes' })).toHaveLength(8)
    expect(rowsToShow({ ...row(19, '2026-4-2', '10:00'), more: 'yes' })).toHaveLength(20)
  })
})
