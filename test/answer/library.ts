/** A small library of fictional documents, built with the real reader of structure, index and ranking. */
import type { Level } from '../../src/access.ts'
import { answerQuestion } from '../../src/answer/answer-question.ts'
import type { Answer, Turn } from '../../src/answer/answer.ts'
import { createDocument } from '../../src/documents/create-document.ts'
import type { Document, DocumentMeta } from '../../src/documents/document.ts'
import { buildLexical } from '../../src/search/lexical/build-lexical.ts'
import { linksAmong, takesEffect, validityOn } from '../../src/documents/metadata/succession.ts'
import { retrieve } from '../../src/search/retrieve.ts'
import type { Library } from '../../src/search/search-index.ts'
import { mayRead } from '../../src/access.ts'

export const documentOf = (
  id: string,
  text: string,
  meta: Partial<DocumentMeta>,
  level: Level = 'public',
): Document => {
  const created = createDocument({
    id,
    source: `${id}.txt`,
    digest: id,
    level,
    content: {
      format: 'text',
      blocks: text.split('\n\n').map((block) => ({ kind: 'paragraph', text: block })),
      margins: [],
      hints: {},
      ocr: false,
      pages: null,
      warnings: [],
    },
    overrides: { validity: 'unknown', ...meta, level },
  })
  if (!created.ok) throw new Error(created.message)
  return created.document
}

const DAY = '2026-11-01'

/** What one level sees of the documents: as the index does it, only simpler. */
export const libraryOf = (documents: readonly Document[], level: Level = 'public') => {
  const seen = documents.filter((document) => mayRead(level, document.level))
  const links = linksAmong(seen)
  const cards = seen.map(({ id, source, format, text, passages, meta, level: own }) => {
    const successors = links.get(id)?.replacedBy ?? []
    const isIn = (other: Document): boolean => (takesEffect(other.meta) ?? '') <= DAY
    const replacedBy = successors.filter(isIn).map((other) => other.id)
    return {
      id,
      source,
      level: own,
      format,
      meta: { ...meta, validity: validityOn(meta, DAY, replacedBy) },
      passageCount: passages.length,
      length: text.length,
      replacedBy,
      comingBy: successors.filter((other) => !isIn(other)).map((other) => other.id),
      amendedBy: links.get(id)?.amendedBy.map((other) => other.id) ?? [],
    }
  })
  const library: Library = {
    level,
    day: DAY,
    cards,
    passageCount: cards.reduce((sum, card) => sum + card.passageCount, 0),
    card: (id) => cards.find((card) => card.id === id),
    content: (id) => seen.find((document) => document.id === id),
  }
  const lexical = buildLexical(seen.map(({ meta, text, passages }) => ({ title: meta.title, text, passages })))
  return { library, lexical }
}

export type Ask = (question: string, turns?: readonly Turn[]) => Promise<Answer>

export const askerOf = (documents: readonly Document[], level: Level = 'public'): Ask => {
  const { library, lexical } = libraryOf(documents, level)
  return (question, turns = []) =>
    answerQuestion(
      { question, level, turns },
      {
        now: () => new Date(`${DAY}T00:00:00Z`),
        library: () => library,
        retrieve: (text, options) => retrieve(text, { library, lexical, ...options }),
      },
    )
}

export const turnAfter = (question: string, answer: Answer): Turn => ({
  question,
  standalone: answer.standalone,
  documentId: answer.citations[0]?.documentId ?? null,
  section: answer.citations[0]?.section ?? null,
})

const INTERVIEW = `Trước thềm đại hội, phóng viên có cuộc trao đổi với đồng chí Trần Văn Mẫn, Bí thư Đảng ủy phường Hương Sen, về kết quả công tác xây dựng Đảng.

* Nhiệm kỳ qua, Đảng bộ phường đã đạt được những kết quả nổi bật nào, thưa đồng chí?

Nhiệm kỳ 2015-2020, hầu hết các chỉ tiêu đại hội đề ra đều hoàn thành. Phường đã giảm được 17 tổ dân phố và sáp nhập 4 trạm y tế. Kết quả này tạo đà cho những năm tiếp theo.

* Đồng chí cho biết mục tiêu và nhiệm vụ của nhiệm kỳ 2020-2025?

Đại hội xác định mục tiêu chung: “Xây dựng Đảng bộ trong sạch, vững mạnh. Phát huy dân chủ; giữ vững kỷ cương. Nâng cao đời sống nhân dân trên địa bàn phường”. Đảng bộ đề ra 12 chỉ tiêu phát triển và xác định 3 nhiệm vụ đột phá, gồm: Đẩy mạnh chuyển đổi số trong sinh hoạt chi bộ và trong giải quyết thủ tục hành chính của người dân; xây dựng đội ngũ cán bộ phường có phẩm chất, năng lực và uy tín ngang tầm nhiệm vụ; huy động các nguồn lực xã hội để chỉnh trang đô thị và giữ gìn môi trường xanh, sạch.

Phường sẽ tiếp tục thực hiện Đề án 77 của Thành ủy về sắp xếp tổ dân phố.`

const OLD_RULES = `ĐẢNG ỦY PHƯỜNG HƯƠNG SEN

Số 08-QĐ/ĐUP

Hương Sen, ngày 15 tháng 5 năm 2019

QUY ĐỊNH

về sinh hoạt chi bộ tổ dân phố

Điều 1. Thời gian sinh hoạt

Chi bộ sinh hoạt định kỳ vào ngày 10 hằng tháng.

Điều 2. Số buổi sinh hoạt chuyên đề

Mỗi quý chi bộ tổ chức sinh hoạt chuyên đề một lần.`

const RULES = `ĐẢNG ỦY PHƯỜNG HƯƠNG SEN

Số 21-QĐ/ĐUP

Hương Sen, ngày 04 tháng 3 năm 2024

QUY ĐỊNH

về sinh hoạt chi bộ tổ dân phố

Điều 1. Thời gian sinh hoạt

Chi bộ sinh hoạt định kỳ vào ngày 05 hằng tháng.

Điều 2. Hồ sơ xin miễn sinh hoạt

1. Hồ sơ gồm:

a) Đơn của đảng viên;

b) Giấy xác nhận của cơ sở y tế;

c) Ý kiến của chi ủy.

2. Chi bộ xem xét trong thời hạn 15 ngày làm việc.

Điều 3. Hiệu lực

Quy định này thay thế Quy định số 08-QĐ/ĐUP ngày 15 tháng 5 năm 2019.

T/M ĐẢNG ỦY

BÍ THƯ

Phạm Quốc Bảo`

const INTERNAL = `Kế hoạch bồi dưỡng nguồn quy hoạch cán bộ phường Hương Sen gồm 9 đồng chí, mở lớp vào tháng 9 tại trường chính trị.`

const OTHERS: readonly (readonly [string, string, string])[] = [
  [
    'thu-vien',
    'Thư viện phường đổi mới',
    'Thư viện phường mở cửa thêm buổi tối. Số lượt bạn đọc trong quý tăng so với cùng kỳ. Các em học sinh được mượn sách miễn phí.',
  ],
  [
    'moi-truong',
    'Ngày chủ nhật xanh',
    'Đoàn thanh niên cùng nhân dân dọn vệ sinh ở các tuyến đường. Hơn ba trăm cây xanh được trồng ven kênh. Hội phụ nữ phân loại rác tại nguồn.',
  ],
  [
    'dang-phi',
    'Hỏi đáp về đảng phí',
    'Đảng viên đóng đảng phí hằng tháng theo thu nhập. Đảng viên có hoàn cảnh đặc biệt khó khăn làm đơn để chi bộ xét miễn, giảm.',
  ],
]

export const interview = documentOf('phong-van', INTERVIEW, {
  title: 'Đảng bộ phường Hương Sen vững bước vào nhiệm kỳ mới',
  kind: 'article',
  date: '2020-06-18',
  author: 'Lê Thu Hà',
})
export const oldRules = documentOf('quy-dinh-08', OLD_RULES, {
  title: 'Quy định về sinh hoạt chi bộ tổ dân phố',
  kind: 'regulation',
  number: '08-QĐ/ĐUP',
  issuer: 'Đảng ủy phường Hương Sen',
  date: '2019-05-15',
})
export const rules = documentOf('quy-dinh-21', RULES, {
  title: 'Quy định về sinh hoạt chi bộ tổ dân phố',
  kind: 'regulation',
  number: '21-QĐ/ĐUP',
  issuer: 'Đảng ủy phường Hương Sen',
  date: '2024-03-04',
  replaces: ['08-QĐ/ĐUP'],
})
export const internal = documentOf(
  'quy-hoach',
  INTERNAL,
  { title: 'Kế hoạch bồi dưỡng nguồn quy hoạch', kind: 'plan', number: '33-KH/ĐUP', date: '2025-02-10' },
  'staff',
)
export const others = OTHERS.map(([id, title, text]) =>
  documentOf(id, text, { title, kind: 'article', date: '2025-08-01' }),
)
export const allDocuments = [interview, oldRules, rules, internal, ...others]
