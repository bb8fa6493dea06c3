/** Who signed a document, as its last lines say: "T/M BAN THƯỜNG VỤ", the office, the name. */

const FOR =
  /^[ \t]*(?:T\s*\/\s*M|TM|K\s*\/\s*T|KT|T\s*\/\s*L|TL|T\s*\/\s*U\s*\/\s*Q|TUQ)[./]?[ \t]+[\p{Lu}][\p{Lu} \t,&-]{3,}(?![\p{Ll}\p{M}])/gmu
// on a line of its own, or run together with what stands above it: "BÍ THƯ (đã ký) Trần Minh Hòa"
const NAME = /(?:^|\))[ \t]*(\p{Lu}\p{Ll}+(?:[ \t]\p{Lu}\p{Ll}*){1,4})[ \t]*$/mu
/** The name stands a few lines below, under the office and "(đã ký)". */
const REACH = 400

/** The last signature of a text; null where there is none. Offsets of the whole block, from T/M to the name. */
export const signatureIn = (
  text: string,
): { readonly name: string; readonly start: number; readonly end: number } | null => {
  const sign = [...text.matchAll(FOR)].at(-1)
  if (!sign) return null
  const from = sign.index + sign[0].length
  const found = NAME.exec(text.slice(from, from + REACH))
  if (!found) return null
  const start = sign.index + sign[0].search(/\S/)
  return { name: found[1]!, start, end: from + found.index + found[0].trimEnd().length }
}
