/** What kinds and states of documents are called. */
import type { DocumentKind, Validity } from '../documents/document.ts'

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
  other: 'Tài liệu',
}

export const validityNames: Readonly<Record<Validity, string>> = {
  in_force: 'còn hiệu lực',
  replaced: 'đã được thay thế',
  expired: 'hết hiệu lực',
  draft: 'dự thảo',
  unknown: 'chưa rõ hiệu lực',
}
