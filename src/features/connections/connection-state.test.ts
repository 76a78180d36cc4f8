import { describe, expect, it } from 'vitest'
import { connectionEvents, connectionStates, isReviewDue, isUnderWay, stateAfter } from './connection-state.ts'

// Every state against every event; '-' is an event that cannot happen there.
const table = `
             all said yes | somebody said no | fell quiet | in touch again | paused | resumed | closed | reopened
proposed   | active       | declined         | -          | -              | -      | -       | closed | -
active     | -            | -                | quiet      | active         | paused | -       | closed | -
quiet      | -            | -                | quiet      | active         | paused | -       | closed | -
paused     | -            | -                | -          | -              | paused | active  | closed | -
declined   | -            | -                | -          | -              | -      | -       | -      | -
closed     | -            | -                | -          | -              | -      | -       | -      | active
`
const cases = table
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [state = '', ...cells] = line.split('|').map((cell) => cell.trim())
    return connectionEvents.map((event, index) => [state, event, cells[index] === '-' ? null : cells[index]] as const)
  })

describe('the states of a connection', () => {
  it('are all in the table', () => {
    expect(cases).toHaveLength(connectionStates.length * connectionEvents.length)
  })

  it.each(cases)('%s, %s: %s', (state, event, next) => {
    expect(stateAfter(state, event)).toBe(next)
  })

  it('know no event in a state that does not exist', () => {
    expect(stateAfter('accepted', 'closed')).toBeNull()
  })

  it('are under way between the start and the end', () => {
    expect(connectionStates.filter(isUnderWay)).toEqual(['active', 'quiet', 'paused'])
  })
})

describe('the review', () => {
  const today = Temporal.PlainDate.from('2026-11-24')
  it.each([
    ['active', '2026-11-24', true],
    ['quiet', '2026-11-23', true],
    ['active', '2026-11-25', false],
    ['closed', '2026-11-01', false],
    ['active', null, false],
  ])('of a connection that is %s, due on %s: %s', (state, day, due) => {
    expect(isReviewDue({ state, reviewOn: day ? Temporal.PlainDate.from(day) : null }, today)).toBe(due)
  })
})
