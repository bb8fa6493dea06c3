/** Letters of the two legacy encodings (vietnamese §1.4; TCVN3 equals TCVN 5712-1 for every small letter). */

const entries = (legacy: string, unicode: string): [string, string][] =>
  [...legacy].map((letter, at) => [letter, [...unicode][at]!])

/** TCVN3 character → Vietnamese letter. U+03BC stands beside U+00B5: PDF readers turn the micro sign into Greek mu. */
export const TCVN3: ReadonlyMap<string, string> = new Map([
  ...entries('µ\u03BC¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®', 'ààảãáạăằẳẵắặâầẩẫấậđ'),
  ...entries('ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞ', 'èẻẽéẹêềểễếệìỉĩíị'),
  ...entries('ßáâãä«åæçèé¬êëìíî', 'òỏõóọôồổỗốộơờởỡớợ'),
  ...entries('ïñòóô\u00ADõö÷øùúûüýþ', 'ùủũúụưừửữứựỳỷỹýỵ'),
  ...entries('¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'),
])

// a base letter takes the mark that follows it; ô and ö stand for ơ and ư
const MARKED: readonly (readonly [base: string, letters: string, marks: string])[] = [
  ['a', 'àáảãạ', 'øùûõï'],
  ['a', 'âầấẩẫậ', 'âàáåãä'],
  ['a', 'ăằắẳẵặ', 'êèéúüë'],
  ['e', 'èéẻẽẹ', 'øùûõï'],
  ['e', 'êềếểễệ', 'âàáåãä'],
  ['o', 'òóỏõọ', 'øùûõï'],
  ['o', 'ôồốổỗộ', 'âàáåãä'],
  ['ô', 'ờớởỡợ', 'øùûõï'],
  ['u', 'ùúủũụ', 'øùûõï'],
  ['ö', 'ừứửữự', 'øùûõï'],
  ['y', 'ỳýỷỹ', 'øùûõ'],
]

const inBothCases = (pairs: readonly (readonly [string, string])[]): [string, string][] =>
  pairs.flatMap(([typed, letter]) => {
    const mixed =
      typed.length === 2 ? [[typed[0]!.toUpperCase() + typed[1]!, letter.toUpperCase()] as [string, string]] : []
    return [
      [typed, letter] as [string, string],
      [typed.toUpperCase(), letter.toUpperCase()] as [string, string],
      ...mixed,
    ]
  })

/** VNI base and mark → Vietnamese letter. */
export const VNI_PAIRS: ReadonlyMap<string, string> = new Map(
  inBothCases(
    MARKED.flatMap(([base, letters, marks]) =>
      [...letters].map((letter, at) => [base + [...marks][at]!, letter] as const),
    ),
  ),
)

/** VNI letters of one character. */
export const VNI_SINGLES: ReadonlyMap<string, string> = new Map(inBothCases(entries('ìíæóòôöîñ', 'ìíỉĩịơưỵđ')))
