/** Why an answer does not hold what it should, or was given or refused where it should not. */
import type { Answer } from '../../../src/answer/answer.ts'
import { understand } from '../../../src/answer/question/question.ts'
import { scoreUnits } from '../../../src/answer/quotes/unit-features.ts'
import { compared, goldParts } from '../measure-answers.ts'
import type { Cause } from './causes.ts'
import type { Seen } from './miss.ts'
import { matchAgainstBar } from './match-against-bar.ts'

/** Passages whose sentences are weighed for an answer. */
const READ = 5

export const causeInAnswer = (seen: Seen, answer: Answer): Cause => {
  const { question, found } = seen
  const bar = matchAgainstBar(found)
  if (question.relevant.length === 0) return { name: 'answered_unknown', detail: bar.said }
  if (answer.status === 'refused') {
    if (answer.reason === 'ambiguous')
      return { name: 'asked_back', detail: 'Chương trình hỏi lại muốn nói văn bản nào.' }
    if (answer.reason !== 'not_found') return { name: 'screened', detail: `Lý do từ chối: ${answer.reason}.` }
    return bar.isEnough
      ? { name: 'refused_later', detail: `${bar.said} Một bước kiểm tra sau đó đã từ chối.` }
      : { name: 'refused_weak', detail: bar.said }
  }
  const cited = new Set(answer.citations.map(({ documentId }) => documentId))
  if (!question.relevant.some((id) => cited.has(id)))
    return { name: 'other_document', detail: `Trích ${[...cited].join(', ')}; cần ${question.relevant.join(', ')}.` }
  return whereGoldStands(seen, answer)
}

const whereGoldStands = ({ question, found, index }: Seen, answer: Answer): Cause => {
  const golds = question.answers.map(goldParts).filter((parts) => parts.length > 0)
  const places = question.relevant.flatMap((id) => {
    const content = index.library.content(id)
    return (content?.passages ?? []).map(({ start, end }, ordinal) => ({
      id: `${id}#${ordinal}`,
      text: compared(content!.text.slice(start, end)),
    }))
  })
  const shown = compared(answer.text)
  const most = Math.max(0, ...golds.map((parts) => parts.filter((part) => shown.includes(part)).length / parts.length))
  if (most > 0)
    return { name: 'cut_short', detail: `${Math.round(100 * most)} % số phần của đáp án có trong câu trả lời.` }
  const gold = golds.flat()
  const holding = places.filter(({ text }) => gold.some((part) => text.includes(part)))
  if (holding.length === 0)
    return { name: 'not_literal', detail: 'Không đoạn nào của tài liệu đúng chứa nguyên văn đáp án.' }
  const ranks = holding
    .map(({ id }) => found.passages.findIndex((passage) => passage.id === id))
    .filter((at) => at >= 0)
  const rank = ranks.length > 0 ? Math.min(...ranks) + 1 : null
  if (rank === null || rank > READ) {
    const where = rank === null ? `ngoài ${found.passages.length} đoạn đầu` : `thứ ${rank}`
    return { name: 'other_passage', detail: `Đoạn chứa đáp án đứng ${where}; chỉ ${READ} đoạn đầu được đọc để trích.` }
  }
  const units = [
    ...scoreUnits(
      understand(found.query),
      found.passages.slice(0, READ),
      (id) => index.library.content(id)?.text ?? '',
    ),
  ].sort((a, b) => b.z - a.z)
  const at = units.findIndex(({ text }) => gold.some((part) => compared(text).includes(part)))
  const place = at < 0 ? 'Đáp án vắt qua nhiều câu' : `Câu chứa đáp án đứng thứ ${at + 1} trong ${units.length} câu`
  return { name: 'other_unit', detail: `${place}; đoạn của nó đứng thứ ${rank}.` }
}
