/** Numbers of lists as they are printed. */

export const roman = (n: number): string => {
  const parts: readonly (readonly [number, string])[] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ] // prettier-ignore
  let left = Math.min(Math.max(n, 0), 3999)
  let text = ''
  for (const [value, letters] of parts) {
    for (; left >= value; left -= value) text += letters
  }
  return text
}

/** 1 → a, 26 → z, 27 → aa: as Word and browsers count, which know no đ. */
export const letter = (n: number): string => {
  if (n < 1 || n > 702) return String(n)
  return n <= 26 ? String.fromCharCode(96 + n) : letter(Math.floor((n - 1) / 26)) + letter(((n - 1) % 26) + 1)
}
