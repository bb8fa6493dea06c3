/** Lines of a letterhead: what is asked of them is answered from what is known about the document. */

const PLACE_AND_DATE_OR_NUMBER =
  /^(?:(?:\p{Lu}[\p{L}\s.-]{1,40},\s*)?ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|Số\s*:?\s*\d+\s*[-/–]\s*\S{2,30})\.?$/u
const IN_CAPITALS = /^(?=.*\p{Lu}{2})[\p{Lu}\s.,–-]+\s[\p{Lu}\s.,–-]+$/u

/** One look tells nearly every sentence apart, before anything is tried at length. */
export const isLetterhead = (text: string): boolean =>
  (/^Số|\d{4}\.?$/u.test(text) && PLACE_AND_DATE_OR_NUMBER.test(text)) ||
  (!/\p{Ll}/u.test(text) && IN_CAPITALS.test(text))
