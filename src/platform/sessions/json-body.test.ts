import { expect, it } from 'vitest'
import { nestingOf } from './json-body.ts'

it('measures how deep a text nests without parsing it', () => {
  expect(nestingOf('{"a":[1,{"b":2}]}')).toBe(3)
  expect(nestingOf('"plain"')).toBe(0)
  expect(nestingOf('['.repeat(8000))).toBe(8000)
})

it('is not fooled by brackets inside strings', () => {
  expect(nestingOf('{"a":"[[[[{{{{\\"[["}')).toBe(1)
})
