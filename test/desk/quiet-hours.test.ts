import { expect, it } from 'vitest'
import { isQuiet } from '../../src/desk/quiet-hours.ts'

it.each([
  ['13:59', { from: 21, to: 7 }, false],
  ['14:00', { from: 21, to: 7 }, true],
  ['17:00', { from: 21, to: 7 }, true],
  ['23:59', { from: 21, to: 7 }, true],
  ['00:00', { from: 21, to: 7 }, false],
  ['05:00', { from: 12, to: 13 }, true],
  ['06:00', { from: 12, to: 13 }, false],
  ['14:00', null, false],
])('at %s UTC with %o: %s', (time, hours, expected) => {
  expect(isQuiet(Date.parse(`2026-03-10T${time}:00Z`), hours)).toBe(expected)
})
