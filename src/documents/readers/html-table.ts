import type { Block } from '../document.ts'
import type { HtmlElement } from './html-dom.ts'
import { inColumnOrder, isLayoutTable, tableLines } from './layout-table.ts'

// a cell with more than this is a place on the page, not an entry of a table
const LONG_CELL = 1500
const MANY_BLOCKS = 8

/** A table as one block, or its cells' own blocks if it is there for the layout only. `read` gives the blocks of a cell. */
export const htmlTable = (table: HtmlElement, read: (cell: HtmlElement) => Block[]): Block[] => {
  const rows = rowsOf(table).map((row) => cellsOf(row).map(read))
  const texts = rows.map((row) => row.map((cell) => cell.map((block) => block.text)))
  const cells = texts.flat()
  const frames = cells.some((cell) => cell.length > MANY_BLOCKS || cell.join('').length > LONG_CELL)
  if (frames) return rows.flat(2)
  if (isLayoutTable(texts)) return inColumnOrder(rows)
  const captions = [...table.children].filter((child) => child.localName === 'caption').flatMap(read)
  const text = tableLines(texts.map((row) => row.map((cell) => cell.map((line) => line.replaceAll('\n', ' ')))))
  const pictured = rows.flat(2).filter((block) => block.kind === 'caption')
  if (pictured.length > 0 && pictured.length === rows.flat(2).length) return pictured
  return [
    ...captions.map((block) => ({ ...block, kind: 'caption' as const })),
    ...(text === '' ? [] : [{ kind: 'table' as const, text }]),
  ]
}

const rowsOf = (table: HtmlElement): HtmlElement[] =>
  [...table.children].flatMap((child) => {
    if (child.localName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.localName)
      ? [...child.children].filter((row) => row.localName === 'tr')
      : []
  })

const cellsOf = (row: HtmlElement): HtmlElement[] => [...row.children].filter((cell) => /^t[dh]$/.test(cell.localName))
