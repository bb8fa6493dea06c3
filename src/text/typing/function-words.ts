/** Words that hold a sentence together and words that only ask: they say nothing about what the question is about. */

import { fold } from '../vietnamese.ts'

// With marks: folded lists would swallow words of ours (đảng/đang, bí/bị, máy/mấy); answering-study §0.
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `và của các những một là có được bị cho với trong trên dưới tại từ đến đi ra vào về theo để do vì bởi mà thì nếu khi như cũng
đã đang sẽ vẫn còn lại rồi nữa rất quá hơn nhất này kia ấy đó nào gì ai đâu sao mấy bao nhiêu hay hoặc không chưa phải nên cần
ở bằng qua cùng nhau giữa sau trước ngoài đều chỉ mỗi từng mọi cả nhiều ít vậy thế rằng tuy nhưng song thôi à ạ nhé nhỉ ơi dạ vâng
hãy xin giúp biết nêu tôi mình em anh chị bạn hỏi thưa ntn ko k hok đc dc vs`
    .split(/\s+/)
    .filter(Boolean),
)

// For questions typed without marks: a short list that clashes with little (answering-study §0).
const UNMARKED = new Set(
  'gi nao nhu the la duoc khong thi ma cua va cac nhung voi trong theo nay hay hoac se cung rat nhieu tu cho co khi o ai sao ko k dc ntn'.split(
    ' ',
  ),
)

/** Whether a syllable of a question carries no content. `accented` is its key when the asker typed marks, else null. */
export const isFunctionWord = (folded: string, accented: string | null): boolean =>
  accented === null ? UNMARKED.has(folded) : FUNCTION_WORDS.has(accented)

/** Whether a folded syllable may be one. */
export const isFoldedFunctionWord = (folded: string): boolean => FOLDED.has(folded)
const FOLDED = new Set([...FUNCTION_WORDS].map(fold))
