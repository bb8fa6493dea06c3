/** Whether an address fits a pattern of `include` or `exclude`: `/van-ban/*`, or a part that it has to contain. */

/** `*` stands for anything. Never backtracks: the leftmost place for each part is as good as any other. */
const fitsPattern = (url: URL, pattern: string): boolean => {
  const text = decoded(`${url.pathname}${url.search}`)
  const parts = decoded(pattern).split('*')
  if (parts.length === 1) return text.includes(parts[0]!)
  const first = parts.shift()!
  const last = parts.pop()!
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const part of parts) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

export const isWanted = (url: URL, include: readonly string[], exclude: readonly string[]): boolean =>
  (include.length === 0 || include.some((pattern) => fitsPattern(url, pattern))) &&
  !exclude.some((pattern) => fitsPattern(url, pattern))

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text).normalize('NFC')
  } catch {
    return text // a lone %
  }
}
