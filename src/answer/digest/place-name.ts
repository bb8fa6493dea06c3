/** Where in a document a quote stands, as a citation prints it: `Phần II mục 2 điểm a`. */
import { sectionAt } from '../../documents/structure/section-at.ts'
import type { Content } from './find-targets.ts'

export const placeNameAt = (
  content: Content,
  { start, end }: { readonly start: number; readonly end: number },
): string | null => sectionAt(content, start, end).section
