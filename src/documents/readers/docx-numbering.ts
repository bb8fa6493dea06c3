/** Automatic numbers of Word: they stand in no text, only in the rules of word/numbering.xml (vietnamese §4.3). */
import { letter, roman } from './list-number.ts'
import { attribute, child, childrenNamed, valueOf, type XmlElement } from './xml.ts'

interface Level {
  readonly format: string
  readonly template: string
  readonly start: number
  /** The level whose advance restarts this one; 0 = never. */
  readonly restart: number | null
  readonly decimalOnly: boolean
  readonly style: string | undefined
}

interface List {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

export interface Numbering {
  /** The label of the next paragraph of this list and level, `-` for a bullet, empty if it prints none. */
  next(list: string, level: number): string
  /** The level that a paragraph style stands for in a list. */
  levelOfStyle(list: string, style: string): number | undefined
}

/** Counters over one document: paragraphs must be asked for in reading order. */
export const createNumbering = (root: XmlElement | undefined): Numbering => {
  const lists = readLists(root)
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()

  const next = (id: string, level: number): string => {
    const list = lists.get(id)
    const own = list?.levels.get(level)
    if (list === undefined || own === undefined) return ''
    const counts = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counts)
    const start = list.starts.get(level)
    // an override restarts the count at the first paragraph of its own list only
    const restarts = start !== undefined && !begun.has(`${id}/${level}`)
    begun.add(`${id}/${level}`)
    counts[level] = restarts ? start : counts[level] === undefined ? own.start : counts[level] + 1
    for (let below = level + 1; below < 9; below++) {
      const restart = list.levels.get(below)?.restart
      if (restart === null || restart === undefined || (restart > 0 && level < restart)) delete counts[below]
    }
    for (let above = 0; above < level; above++)
      counts[above] ??= list.starts.get(above) ?? list.levels.get(above)?.start ?? 1
    if (own.format === 'bullet') return '-'
    if (own.format === 'none') return own.template.replace(/%\d/g, '').trim()
    return own.template
      .replace(/%(\d)/g, (_all, digit: string) => {
        const at = Number(digit) - 1
        return printed(own.decimalOnly ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal'), counts[at] ?? 1)
      })
      .trim()
  }

  const levelOfStyle = (id: string, style: string): number | undefined =>
    [...(lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style)?.[0]

  return { next, levelOfStyle }
}

const readLists = (root: XmlElement | undefined): Map<string, List> => {
  const abstracts = new Map<string, Map<number, Level>>()
  const links = new Map<string, string>()
  const styled = new Map<string, string>()
  for (const abstract of childrenNamed(root, 'abstractNum')) {
    const id = attribute(abstract, 'abstractNumId') ?? ''
    abstracts.set(id, readLevels(abstract))
    const link = valueOf(abstract, 'numStyleLink')
    if (link !== undefined) links.set(id, link)
    const style = valueOf(abstract, 'styleLink')
    if (style !== undefined) styled.set(style, id)
  }
  const lists = new Map<string, List>()
  for (const num of childrenNamed(root, 'num')) {
    const named = valueOf(num, 'abstractNumId') ?? ''
    const abstract = styled.get(links.get(named) ?? '') ?? named
    const levels = new Map(abstracts.get(abstract))
    const starts = new Map<number, number>()
    for (const override of childrenNamed(num, 'lvlOverride')) {
      const at = integer(attribute(override, 'ilvl')) ?? 0
      const start = integer(valueOf(override, 'startOverride'))
      if (start !== undefined) starts.set(at, start)
      const level = child(override, 'lvl')
      if (level !== undefined) levels.set(at, readLevel(level))
    }
    lists.set(attribute(num, 'numId') ?? '', { abstract, levels, starts })
  }
  return lists
}

const readLevels = (abstract: XmlElement): Map<number, Level> =>
  new Map(childrenNamed(abstract, 'lvl').map((level) => [integer(attribute(level, 'ilvl')) ?? 0, readLevel(level)]))

const readLevel = (level: XmlElement): Level => ({
  format: valueOf(level, 'numFmt') ?? 'decimal',
  template: valueOf(level, 'lvlText') ?? '',
  start: integer(valueOf(level, 'start')) ?? 1,
  restart: integer(valueOf(level, 'lvlRestart')) ?? null,
  decimalOnly: child(level, 'isLgl') !== undefined,
  style: valueOf(level, 'pStyle'),
})

const integer = (value: string | undefined): number | undefined =>
  value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined

const printed = (format: string, n: number): string => {
  if (format === 'upperRoman') return roman(n)
  if (format === 'lowerRoman') return roman(n).toLowerCase()
  if (format === 'lowerLetter') return letter(n)
  if (format === 'upperLetter') return letter(n).toUpperCase()
  if (format === 'decimalZero') return String(n).padStart(2, '0')
  return format === 'none' ? '' : String(n)
}
