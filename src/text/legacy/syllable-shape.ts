/** Whether a token has the shape of a Vietnamese syllable: the measure of scrambled PDF text and of decoded legacy fonts. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const ONSET = '(?:ngh|ng|nh|gh|gi|kh|th|ph|ch|tr|qu|[bcdđghklmnprstvx])?'
// vowels that may end a syllable, glides included; then those that need a final consonant
const OPEN =
  'uyu|uya|uêu|uây|ươu|ươi|uôi|iêu|yêu|oai|oay|oao|oeo|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uê|ui|uơ|uy|ưa|ưi|ưu|ya|a|e|ê|i|o|ô|ơ|u|ư|y'
const CLOSED = 'uyê|iê|yê|oa|oă|oe|oo|uâ|uê|uô|uy|ươ|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y'
const SYLLABLE = new RegExp(
  `^${ONSET}(?:(?:${OPEN})|(?:${CLOSED})(?:ch|ng|nh|[mn])|(?:${CLOSED})(?:ch|[cpt])(?<stop>))$`,
  'u',
)

/** `Đảng`, `nghiệp`, `uỷ`, `dang` are; `cûa`, `resolution`, `NĐ` are not. A stop coda (c, ch, p, t) bears no huyền, hỏi or ngã. */
export const looksLikeSyllable = (token: string): boolean => {
  const apart = token.toLowerCase().normalize('NFD')
  const tones = apart.match(TONES) ?? []
  if (tones.length > 1) return false
  const shape = SYLLABLE.exec(apart.replace(TONES, '').normalize('NFC'))
  if (shape === null) return false
  return shape.groups?.stop === undefined || tones.every((tone) => tone === '\u0301' || tone === '\u0323')
}
