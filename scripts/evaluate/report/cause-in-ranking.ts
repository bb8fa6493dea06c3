/** Why another document stands before the right one. */
import { number, type Cause } from './causes.ts'
import { LOOKED_AT, type Seen, type Shown } from './miss.ts'
import { lackingIn } from './question-words.ts'

export const causeInRanking = (seen: Seen): Cause => {
  const { found, words, index } = seen
  const best = seen.right[0]
  const first = found.documents[0]
  if (!best) return { name: 'not_candidate', detail: 'Mã tài liệu đúng không có trong kho.' }
  const lacking = lackingIn(words, wholeText(best.id, index)).map(({ said }) => said)
  const withoutWords = lacking.length > 0 ? ` Cả tài liệu đúng thiếu: ${lacking.join(', ')}.` : ''
  if (!first) return { name: 'not_candidate', detail: `Không tìm thấy tài liệu nào.${withoutWords}` }
  if (best.rank === null)
    return {
      name: 'not_candidate',
      detail: `Không nằm trong ${LOOKED_AT} tài liệu được xét.${withoutWords || ' Tài liệu ấy có đủ từ của câu hỏi.'}`,
    }
  const place = `Đứng thứ ${best.rank}${gap(best, first.score)}.`
  const kin = seen.right.find(({ id }) => isNeighbour(id, first.card.id, index))
  if (kin)
    return { name: 'neighbour', detail: `${place} Đứng đầu là ${first.card.id}, ngay cạnh ${kin.id} hoặc cùng tên.` }
  const inRight = new Set(lackingIn(words, `${best.title} ${passageText(best.id, seen)}`))
  const inFirst = new Set(lackingIn(words, `${first.card.meta.title} ${first.passage.text}`))
  const behind = [...inRight].filter((word) => !inFirst.has(word)).map(({ said }) => said)
  return behind.length > 0
    ? { name: 'lacks_words', detail: `${place} Đoạn đúng thiếu từ mà đoạn đứng đầu có: ${behind.join(', ')}.` }
    : { name: 'order', detail: `${place} Đoạn đúng không thiếu từ nào mà đoạn đứng đầu có.` }
}

const gap = ({ score }: Shown, first: number): string =>
  score === null ? '' : `, điểm ${number(score)} so với ${number(first)}`

/** Next to each other in the corpus (pages, articles of one law), or under one title. */
const isNeighbour = (id: string, other: string, { library }: Seen['index']): boolean => {
  const [one, two] = [library.card(id), library.card(other)]
  if (!one || !two) return false
  const apart = Math.abs(library.cards.indexOf(one) - library.cards.indexOf(two))
  return apart === 1 || (one.meta.title !== '' && one.meta.title === two.meta.title)
}

const wholeText = (id: string, { library }: Seen['index']): string =>
  `${library.card(id)?.meta.title ?? ''} ${library.content(id)?.text ?? ''}`

const passageText = (id: string, { question, index }: Seen): string =>
  index.retrieve(question.question, { top: 1, onlyDocuments: [id] }).documents[0]?.passage.text ?? ''
