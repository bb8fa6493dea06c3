/** The documents of a library as a list, newest first. */
import { sourceLine } from '../answer/source-line.ts'
import type { DocumentCard } from '../search/search-index.ts'
import { wrap, type Page } from './wrap.ts'

export const renderLibrary = (cards: readonly DocumentCard[], page: Page): string =>
  [...cards]
    .sort((a, b) => (b.meta.date ?? '').localeCompare(a.meta.date ?? ''))
    .map((card) => {
      const head = wrap(sourceLine({ ...card.meta, section: null }), page.width, '  ', '- ')
      return card.meta.number ? `${head}\n${page.paint('dim', wrap(card.meta.title, page.width, '  '))}` : head
    })
    .join('\n')
