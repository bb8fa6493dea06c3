/** What one says of any place in any document without asking anything particular of it, folded. */
import { syllables } from '../../text/terms.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { hasMarks } from '../../text/vietnamese.ts'

export const SAYING: ReadonlySet<string> = new Set(
  syllables(`toi minh em anh chi xin hoi muon can noi quy dinh neu ghi viet gom dung trich dan doc xem tra cuu tim mo chi tiet cu the day du tron ven toan bo
nguyen van ve sao the vay con thi giup cho biet gi nao la cua trong tai theo so nhu va tu den toi o nua voi nhe a ah hen lai duoc khong ko k nhung co
bao gom phan do nay kia ay ntn vb ban van tai lieu y`).map(({ folded }) => folded),
)

/** What words say besides that, folded; numbers without leading zeros. */
export const contentOf = (words: string): readonly string[] => {
  const marked = hasMarks(words)
  return syllables(words)
    .filter(({ folded, accented }) => !SAYING.has(folded) && !isFunctionWord(folded, marked ? accented : null))
    .map(({ folded }) => folded.replace(/^0+(?=\d)/, ''))
}
