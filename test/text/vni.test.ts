import { expect, test } from 'vitest'
import { decodeVni, decodeVniStrokes } from '../../src/text/typing/vni.ts'

test.each([
  ['chuye6n3', 'chuyển'],
  ['chuyen63', 'chuyển'],
  ['d9a3ng', 'đảng'],
  ['dang93', 'đảng'],
  ['d9u7o7c5', 'được'],
  ['nguoi72', 'người'],
  ['d9a8ng5', 'đặng'],
  ['hoa2', 'hòa'],
  ['GI2', 'gì'],
  ['quyet61', 'quyết'],
])('%s is %s', (typed, meant) => {
  expect(decodeVni(typed)).toBe(meant)
})

test.each(['sinh', 'k12', 'qh14', 'nq18', 'it002', 'dieu5', '2025', 'co2h'])('%s is no keystrokes', (typed) => {
  expect(decodeVni(typed)).toBeNull()
})

test('đ in an abbreviation is typed d9', () => {
  expect(decodeVniStrokes('D9V')).toBe('đv')
})
