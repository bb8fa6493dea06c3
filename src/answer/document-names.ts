/** What kinds and states of documents are called. */
import { fold } from '../text/vietnamese.ts'
import type { DocumentKind, DocumentMeta, Validity } from '../documents/document.ts'

export const kindNames: Readonly<Record<DocumentKind, string>> = {
  article: 'Bài báo',
  resolution: 'Nghị quyết',
  regulation: 'Quy định',
  decision: 'Quyết định',
  directive: 'Chỉ thị',
  conclusion: 'Kết luận',
  rules: 'Quy chế',
  guidance: 'Hướng dẫn',
  plan: 'Kế hoạch',
  programme: 'Chương trình',
  scheme: 'Đề án',
  notice: 'Thông báo',
  report: 'Báo cáo',
  letter: 'Công văn',
  charter: 'Điều lệ',
  law: 'Văn bản nhà nước',
  staff_answer: 'Giải đáp của cán bộ',
  other: 'Tài liệu',
}

export const validityNames: Readonly<Record<Validity, string>> = {
  in_force: 'còn hiệu lực',
  replaced: 'đã được thay thế',
  expired: 'hết hiệu lực',
  draft: 'dự thảo',
  unknown: 'chưa rõ hiệu lực',
}

/** What a document is called in a sentence: `Nghị quyết 05-NQ/ĐUK`, or its kind and title. */
export const nameOf = ({ kind, number, title }: Pick<DocumentMeta, 'kind' | 'number' | 'title'>): string =>
  number ? `${kindNames[kind]} ${number}` : titled(kind, title)

/** `Bài báo “Khẳng định vị thế …”`, but `“Kế hoạch tổ chức …”` where the title itself begins with the kind. */
export const titled = (kind: DocumentKind, title: string): string =>
  fold(title).toLowerCase().startsWith(fold(kindNames[kind]).toLowerCase())
    ? `“${title}”`
    : `${kindNames[kind]} “${title}”`
