/** windows-1258 writes tones as combining characters of their own. */
export const to1258 = (text: string): Buffer => {
  const codes: Record<string, number> = {
    '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2,
    ă: 0xe3, â: 0xe2, đ: 0xf0, ê: 0xea, ô: 0xf4, ơ: 0xf5, ư: 0xfd, Đ: 0xd0, Ă: 0xc3, Â: 0xc2, '“': 0x93, '”': 0x94,
  } // prettier-ignore
  const apart = [
    ...text
      .normalize('NFD')
      .replace(/([aeo])([\u0323]?)([\u0302\u0306])/g, '$1$3$2')
      .replace(/([ou])([\u0323]?)\u031b/g, '$1\u031b$2'),
  ]
  const joined = apart.join('').replace(/[aeou][\u0302\u0306\u031b]/g, (pair) => pair.normalize('NFC'))
  return Buffer.from([...joined].map((letter) => codes[letter] ?? letter.charCodeAt(0)))
}
