import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLegacy, detectLegacy, encodingOfFont } from '../../src/text/legacy/legacy.ts'
import { looksLikeSyllable } from '../../src/text/legacy/syllable-shape.ts'

// the encoders are written from the code charts, not from the decoder's tables
const TCVN3_BYTES = 'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ'
const LETTERS = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ'
const toTcvn3 = (text: string): string =>
  [...text.toLowerCase()].map((letter) => [...TCVN3_BYTES][[...LETTERS].indexOf(letter)] ?? letter).join('')

const PLAIN_TONES: Record<string, string> = {
  '\u0300': 'ø',
  '\u0301': 'ù',
  '\u0309': 'û',
  '\u0303': 'õ',
  '\u0323': 'ï',
}
const HAT_TONES: Record<string, string> = {
  '': 'â',
  '\u0300': 'à',
  '\u0301': 'á',
  '\u0309': 'å',
  '\u0303': 'ã',
  '\u0323': 'ä',
}
const BOWL_TONES: Record<string, string> = {
  '': 'ê',
  '\u0300': 'è',
  '\u0301': 'é',
  '\u0309': 'ú',
  '\u0303': 'ü',
  '\u0323': 'ë',
}
const SINGLE: Record<string, string> = { ì: 'ì', í: 'í', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î', đ: 'ñ' }
const toVni = (text: string): string =>
  [...text]
    .map((letter) => {
      const small = letter.toLowerCase()
      const code = SINGLE[small] ?? vniVowel(small)
      return letter === small ? code : code.toUpperCase()
    })
    .join('')
const vniVowel = (letter: string): string => {
  const apart = letter.normalize('NFD')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(apart)?.[0] ?? ''
  const base = apart[0]!
  if (apart.includes('\u0302')) return base + HAT_TONES[tone]!
  if (apart.includes('\u0306')) return base + BOWL_TONES[tone]!
  const horned = apart.includes('\u031b') ? { o: 'ô', u: 'ö' }[base]! : base
  return tone === '' ? horned : horned + PLAIN_TONES[tone]!
}

const WORDS =
  'đảng ủy chi bộ nghị quyết đại hội nhiệm kỳ lần thứ đồng chí bí thư tổ chức cơ sở kết nạp đảng viên sinh hoạt thường kỳ kiểm tra giám sát kỷ luật quy định điều lệ hướng dẫn thực hiện nhiệm vụ chỉ tiêu phấn đấu nông thôn mới xây dựng vững mạnh trong sạch ngày tháng năm trường học trẻ mẫu giáo khỏe ngoài người nước tuyên truyền miễn giảm hưởng lương nghỉ mẹ vợ chồng bản tự phê bình nhận xét'.split(
    ' ',
  )
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 25 }).map((words) => words.join(' '))
const marked = sentence.filter((text) => new Set(text.split(' ').filter((word) => /[^a-z]/.test(word))).size >= 3)

describe('legacy encodings', () => {
  it('gives TCVN3 text back as it was before it was encoded', () => {
    fc.assert(fc.property(marked, (text) => void expect(decodeLegacy(toTcvn3(text))).toBe(text)))
  })

  it('gives VNI text back as it was before it was encoded, capitals included', () => {
    const shouted = fc.oneof(
      marked,
      marked.map((text) => text.toUpperCase()),
    )
    fc.assert(fc.property(shouted, (text) => void expect(decodeLegacy(toVni(text))).toBe(text)))
  })

  it('never touches Vietnamese in Unicode, composed or not, whatever its font is called', () => {
    const fonts = fc.constantFrom(undefined, 'Times New Roman', '.VnTime', '.VnTimeH', 'VNI-Times')
    fc.assert(
      fc.property(sentence, fonts, fc.constantFrom('NFC', 'NFD'), (text, font, form) => {
        fc.pre(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/.test(text))
        const given = text.normalize(form)
        expect(decodeLegacy(given, font === undefined ? {} : { font })).toBe(given)
      }),
    )
  })

  it.each([
    'Le Comité a été élu à l’unanimité, où siègent déjà les délégués français.',
    'The committee met on 5 May 2020; © 2020, § 4 and a 10 µm filter.',
    'Ban Chap hanh Dang bo tinh khoa XI, nhiem ky 2020-2025',
    'São Paulo não é a capital do Brasil; é Brasília.',
    'schön, können, für, Öl, daß',
    '© 2020 ABC',
    '5 × 3 = 15',
    'có là và toán hoà',
    '',
  ])('leaves %j alone', (text) => {
    expect(detectLegacy(text)).toBeNull()
    expect(decodeLegacy(text)).toBe(text)
  })

  it('makes capitals of what stands in an .Vn…H font, because TCVN3 has no capital letters with tones', () => {
    expect(decodeLegacy(toTcvn3('nghị quyết đại hội'), { font: '.VnTimeH' })).toBe('NGHỊ QUYẾT ĐẠI HỘI')
    expect(decodeLegacy('ban', { font: '.VnTimeH', around: 'tcvn3' })).toBe('BAN')
    expect(decodeLegacy('ban', { font: '.VnTimeH' })).toBe('ban')
  })

  it('lets the font or the rest of the file decide about a word that is too short to judge', () => {
    const word = toTcvn3('luật')
    expect(decodeLegacy(word)).toBe(word)
    expect(decodeLegacy(word, { font: '.VnTime' })).toBe('luật')
    expect(decodeLegacy(word, { around: 'tcvn3' })).toBe('luật')
    expect(decodeLegacy('có là và', { font: '.VnTime' })).toBe('có là và')
  })

  it('reads the Greek mu that PDF readers make of the micro sign', () => {
    expect(decodeLegacy(toTcvn3('đảng và nhà nước là của dân').replaceAll('µ', '\u03BC'))).toBe(
      'đảng và nhà nước là của dân',
    )
  })

  it('knows legacy fonts by their names', () => {
    expect(['.VnTime', 'VNI-Times', 'Times New Roman', undefined].map(encodingOfFont)).toEqual([
      'tcvn3',
      'vni',
      null,
      null,
    ])
  })
})

describe('syllable shape', () => {
  it.each(['Đảng', 'nghiệp', 'uỷ', 'quyết', 'khoẻ', 'giữ', 'gì', 'thuở', 'khuya', 'dang', 'y'])(
    'accepts %s',
    (word) => {
      expect(looksLikeSyllable(word)).toBe(true)
    },
  )
  it.each(['cûa', 'resolution', 'NĐ', 'hocj', 'thốch̀', 'học̀', 'cầc', '', '§¶ng'])('does not accept %s', (word) => {
    expect(looksLikeSyllable(word)).toBe(false)
  })
})
