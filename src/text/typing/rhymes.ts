/** The rhymes of Vietnamese, listed: stricter than the outline in syllable-shape.ts, because here keystrokes are told from words. */
import { fold } from '../vietnamese.ts'

const ONSETS = 'b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')

// With their vowel marks, without tones. `oong`, `ooc` (xoong, soóc) are left out: as typed they are Telex for `ông`, `ốc`.
const RHYMES = `
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong op ot oc
ô ôi ôm ôn ông ôp ôt ôc ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc ui um un ung uôc uôi uôm uôn uông uôt up ut uê uêch uênh uơ uy uya uych uyên uyêt uyn uynh uyt uyu uyp
ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu`
  .trim()
  .split(/\s+/)

const MARKED = new Set(RHYMES)
const FOLDED = new Set(RHYMES.map(fold))
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const BY_LENGTH = [...ONSETS].sort((a, b) => b.length - a.length)

/** Whether letters without diacritics could be a syllable: `dang`, `nghieng`; not `toor`, `ddangr`, `won`. Lower case. */
export const isFoldedSyllable = (letters: string): boolean => splits(letters, FOLDED)

/** Whether an accented lower-case string is one: right vowel marks, and only a sharp or heavy tone before c, ch, p, t. */
export const isAccentedSyllable = (word: string): boolean => {
  const decomposed = word.normalize('NFD')
  const tones = decomposed.match(TONES) ?? []
  if (tones.length > 1) return false
  const toneless = decomposed.replace(TONES, '').normalize('NFC').replace(/^đ/, 'd')
  if (/(?:c|ch|p|t)$/.test(toneless) && !/[\u0301\u0323]/.test(tones[0] ?? '')) return false
  return splits(toneless, MARKED)
}

// one sound, two spellings: k, gh, ngh before e, ê, i, y; c, g, ng before the others
const BEFORE_FRONT = new Set(['k', 'gh', 'ngh'])
const BEFORE_OTHERS = new Set(['c', 'g', 'ng'])

const splits = (word: string, rhymes: ReadonlySet<string>): boolean => {
  if (rhymes.has(word)) return true
  for (const onset of BY_LENGTH) {
    if (!word.startsWith(onset)) continue
    const rest = word.slice(onset.length)
    const isFront = /^[eêiy]/.test(rest)
    if (isFront ? BEFORE_OTHERS.has(onset) : BEFORE_FRONT.has(onset)) continue
    if (rhymes.has(rest)) return true
    // after qu the glide is written once: `quyêt`, `quăng`
    if (onset === 'qu' && (rhymes.has(`u${rest}`) || rhymes.has(`o${rest}`))) return true
    // gi and a rhyme that begins with i share it: `gì`, `giêng`
    if (onset === 'gi' && (rest === '' || rhymes.has(`i${rest}`))) return true
  }
  return false
}
