import { expect, it } from 'vitest'
import { guessClock } from './clock-guess.ts'

it('takes the clock of a country that has one, from the language asked for first', () => {
  expect(guessClock('fr-SN,fr;q=0.9,en-US;q=0.8')).toBe('Africa/Dakar')
  expect(guessClock('es-CO')).toBe('America/Bogota')
})

it('guesses nothing where the country has several clocks, is not said, or is none', () => {
  for (const asked of ['en-US,en', 'en', '', undefined, 'xx-QQ', '*', 'en-'.repeat(500)])
    expect(guessClock(asked)).toBeNull()
})
