import { describe, expect, test } from 'vitest'
import { isAccentedSyllable, isFoldedSyllable } from '../../src/text/typing/rhymes.ts'
import { decodeStrokes, decodeTelex } from '../../src/text/typing/telex.ts'
import { fold, key } from '../../src/text/vietnamese.ts'

const ONSETS = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'ngh',
  'nh',
  'ph',
  'qu',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
]
const RHYMES = [
  'a',
  'an',
  'ang',
  'anh',
  'ai',
  'ao',
  'ay',
  'at',
  'ac',
  'ăm',
  'ăng',
  'ât',
  'ân',
  'âu',
  'ây',
  'e',
  'en',
  'eo',
  'ê',
  'ên',
  'ênh',
  'êt',
  'i',
  'ia',
  'iên',
  'iêt',
  'iêu',
  'im',
  'inh',
  'iu',
  'o',
  'oa',
  'oan',
  'oang',
  'oe',
  'oi',
  'ong',
  'op',
  'ô',
  'ôc',
  'ôi',
  'ông',
  'ôt',
  'ơ',
  'ơi',
  'ơn',
  'u',
  'ua',
  'uân',
  'uât',
  'uê',
  'ui',
  'un',
  'uôc',
  'uôn',
  'uông',
  'uy',
  'uyên',
  'uyêt',
  'ư',
  'ưa',
  'ưng',
  'ưc',
  'ươc',
  'ươi',
  'ương',
  'ươp',
  'ưu',
]
const TONES = { '': '', f: '\u0300', s: '\u0301', x: '\u0303', r: '\u0309', j: '\u0323' }
const KEYS: Record<string, string> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' }

/** Keystrokes of a toneless word, the tone key at the end; written here, independent of the decoder. */
const keystrokes = (word: string, tone: string): string =>
  [...word].map((letter) => KEYS[letter] ?? letter).join('') + tone

/** The tone on the vowel that Vietnamese puts it on, by the school rule. */
const toned = (onset: string, rhyme: string, tone: string): string => {
  const vowels = /^[aăâeêioôơuưy]+/.exec(rhyme)![0]
  const roofed = [...vowels].findLastIndex((v) => 'ăâêôơ'.includes(v))
  const horned = vowels.indexOf('ư')
  const closed = vowels.length < rhyme.length
  const place =
    roofed >= 0 ? roofed : horned >= 0 ? horned : vowels.length === 2 && closed ? 1 : vowels.length === 3 ? 1 : 0
  return (onset + rhyme.slice(0, place + 1) + tone + rhyme.slice(place + 1)).normalize('NFC')
}

/** Which onset is written before which vowel. */
const fits = (onset: string, rhyme: string): boolean => {
  if (onset === 'qu') return !/^[uoư]/.test(rhyme)
  if (['c', 'g', 'ng'].includes(onset)) return !/^[eêiy]/.test(rhyme)
  return !['k', 'gh', 'ngh'].includes(onset) || /^[eêiy]/.test(rhyme)
}

const words = ONSETS.flatMap((onset) =>
  RHYMES.filter((rhyme) => fits(onset, rhyme)).flatMap((rhyme) =>
    Object.entries(TONES)
      .filter(([name]) => !/(?:c|p|t|ch)$/.test(rhyme) || name === 's' || name === 'j')
      .map(([name, mark]) => ({
        typed: keystrokes(onset + rhyme, name),
        word: toned(onset, rhyme, mark),
        marked: fold(onset + rhyme) !== onset + rhyme || mark !== '',
      })),
  ),
)

describe('decodeTelex', () => {
  test('gives back every one of thousands of generated words', () => {
    expect(words.length).toBeGreaterThan(5000)
    const wrong = words
      .filter(({ marked }) => marked)
      .filter(({ typed, word }) => decodeTelex(typed) !== key(word))
      .map(({ typed, word }) => `${typed} → ${String(decodeTelex(typed))}, not ${word}`)
    expect(wrong).toEqual([])
  })

  test('leaves everything alone that is typed properly, with or without marks', () => {
    const changed = words.flatMap(({ word }) => [word, fold(word)]).filter((word) => decodeTelex(word) !== null)
    expect(changed).toEqual([])
  })

  test.each([
    ['ddangr', 'đảng'],
    ['toor', 'tổ'],
    ['chuwcs', 'chức'],
    ['tieesng', 'tiếng'], // the tone key in the middle
    ['tiengse', 'tiếng'], // the roof at the end
    ['dduongwf', 'đường'], // the horn at the end
    ['dduwowngf', 'đường'],
    ['LAaPj', 'lập'], // capitals as they come out of an unfinished input method
    ['nhwng', 'nhưng'], // w alone is ư
    ['quyeets', 'quyết'],
    ['giasm', 'giám'],
    ['gif', 'gì'],
    ['thuowr', 'thuở'],
    ['hoafng', 'hoàng'],
    ['vieejt', 'việt'],
  ])('reads %s as %s', (typed, word) => {
    expect(decodeTelex(typed)).toBe(key(word))
  })

  test.each(['won', 'facebook', 'software', 'kpi', 'nq', 'email', 'x', '2020', 'covid19', 'wifi'])(
    'takes %s for no keystrokes of a Vietnamese word',
    (typed) => {
      expect(decodeTelex(typed)).toBeNull()
    },
  )
})

test('a doubled d in an abbreviation is đ', () => {
  expect(decodeStrokes('ddtx')).toBe('đtx')
})

describe('rhymes', () => {
  test.each(['nghiêng', 'quyết', 'giếng', 'gì', 'khuya', 'đảng', 'ủy', 'ươm', 'oẹ'])('%s is a syllable', (word) => {
    expect(isAccentedSyllable(word)).toBe(true)
  })
  test.each(['quyèt', 'đảngg', 'ắi', 'bcd', 'toôr', 'hoàch'])('%s is none', (word) => {
    expect(isAccentedSyllable(word)).toBe(false)
  })
  test.each(['ddangr', 'toor', 'won', 'xaay', 'coong', 'ko', 'ce', 'ngi'])('%s is none without marks', (word) => {
    expect(isFoldedSyllable(word)).toBe(false)
  })
})
