import { expect, test } from 'vitest'
import { signatureIn } from '../../src/answer/look-up/signature.ts'

const BODY = 'Điều 3. Thi hành\n\nChi ủy Lê Thị Mẫu báo cáo.\n\n'

test.each([
  ['lines apart', 'T/M ĐẢNG ỦY\n\nBÍ THƯ\n\n(đã ký)\n\nPhạm Quốc Bảo'],
  ['the name beside the brackets', 'T/M ĐẢNG ỦY\nBÍ THƯ\n(đã ký) Phạm Quốc Bảo'],
  ['all in one line', 'TM. BAN THƯỜNG VỤ BÍ THƯ (đã ký) Phạm Quốc Bảo'],
  ['one line without brackets', 'T/M ĐẢNG ỦY BÍ THƯ Phạm Quốc Bảo'],
])('who signed is read from %s', (_name, lines) => {
  expect(signatureIn(BODY + lines)).toEqual({
    name: 'Phạm Quốc Bảo',
    start: BODY.length,
    end: BODY.length + lines.length,
  })
})

test('a text that nobody signed has no signature', () => {
  expect(signatureIn(`${BODY}Nơi nhận:\n\nPhạm Quốc Bảo`)).toBeNull()
})
