import { describe, expect, it } from 'vitest'
import { clean, storedForm } from '../../src/text/vietnamese.ts'

describe('signs that nobody sees', () => {
  it.each([
    ['tags', '\u{E0041}\u{E0049}\u{E007F}'],
    ['zero-width signs', '\u200B\u200C\u200D\u2060\uFEFF'],
    ['turns of direction', '\u202A\u202B\u202D\u202E\u202C\u2066\u2067\u2068\u2069\u200E\u200F\u061C'],
    ['variation selectors', '\uFE00\uFE0F\u{E0100}\u{E01EF}'],
    ['fillers and joiners', '\u034F\u115F\u1160\u3164\uFFA0\u17B4\u180E'],
    ['controls', '\u0000\u0007\u001B\u007F\u0085\u00AD'],
    ['invisible operators and notes', '\u2061\u2064\u206A\u206F\uFFF9\uFFFB\u{1D173}'],
  ])('are dropped: %s', (_name, hidden) => {
    expect(clean([...'Đảng'].join(hidden))).toBe('Đảng')
    expect(storedForm(`Chi${hidden} bộ`)).toBe('Chi bộ')
  })

  it('are not what Vietnamese is written with', () => {
    const text = 'Điều 12. “Quy định” – khoản 3; số 05-NQ/ĐUK\tngày 30/07/2020…\nƯỡ Ặ ỹ ½ € 1.200 % №'
    expect(clean(text)).toBe(text)
    expect(clean(text.normalize('NFD'))).toBe(text)
  })
})
