/** The tone of a syllable: the one mark that stays when a letter is mistyped. */

const MARKS = '\u0300\u0301\u0303\u0309\u0323'

/** 0 for none, else which of the five; of a composed syllable. */
export const toneOf = (syllable: string): number => {
  for (let i = 0; i < syllable.length; i++) {
    const tone = TONES[syllable.charCodeAt(i)] ?? 0
    if (tone > 0) return tone
  }
  return 0
}

const TONES = Uint8Array.from({ length: 0x2000 }, (_, code) => {
  const marks = String.fromCharCode(code).normalize('NFD').slice(1)
  return 1 + Math.max(-1, ...[...marks].map((mark) => MARKS.indexOf(mark)))
})
