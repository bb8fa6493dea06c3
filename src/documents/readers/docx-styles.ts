import { attribute, child, childrenNamed, valueOf, type XmlElement } from './xml.ts'

/** What a paragraph takes over from its style. */
export interface ParagraphStyle {
  readonly id: string
  /** 1 for the highest heading; undefined for text. */
  readonly depth: number | undefined
  readonly list: string | undefined
  readonly listLevel: number | undefined
  readonly font: string | undefined
}

/** Looks up a style with everything that it inherits; an unknown or missing id is the default style. */
export type Styles = (id: string | undefined) => ParagraphStyle

export const createStyles = (root: XmlElement | undefined): Styles => {
  const styles = new Map(childrenNamed(root, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]))
  const defaults = childrenNamed(root, 'style').find(
    (style) => attribute(style, 'default') === '1' && attribute(style, 'type') === 'paragraph',
  )
  const font = fontOf(child(root, 'docDefaults', 'rPrDefault', 'rPr'))
  const known = new Map<string, ParagraphStyle>()
  return (id) => {
    const key = id ?? ''
    const before = known.get(key)
    if (before !== undefined) return before
    const chain = chainOf(styles, styles.get(key) ?? defaults)
    const first = <T>(of: (style: XmlElement) => T | undefined): T | undefined => {
      for (const style of chain) {
        const value = of(style)
        if (value !== undefined) return value
      }
      return undefined
    }
    const style: ParagraphStyle = {
      id: key,
      depth: first(depthOf),
      list: first((style) => valueOf(child(style, 'pPr', 'numPr'), 'numId')),
      listLevel: first((style) => number(valueOf(child(style, 'pPr', 'numPr'), 'ilvl'))),
      font: first((style) => fontOf(child(style, 'rPr'))) ?? font,
    }
    known.set(key, style)
    return style
  }
}

export const fontOf = (properties: XmlElement | undefined): string | undefined => {
  const fonts = child(properties, 'rFonts')
  return attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi')
}

const chainOf = (styles: ReadonlyMap<string, XmlElement>, from: XmlElement | undefined): XmlElement[] => {
  const chain: XmlElement[] = []
  for (let at = from; at !== undefined && chain.length < 20; at = styles.get(valueOf(at, 'basedOn') ?? ''))
    chain.push(at)
  return chain
}

const depthOf = (style: XmlElement): number | undefined => {
  const name = valueOf(style, 'name') ?? ''
  const heading = /^heading (\d)$/i.exec(name)?.[1]
  if (heading !== undefined) return Number(heading)
  if (/^title$/i.test(name)) return 1
  const outline = number(valueOf(child(style, 'pPr'), 'outlineLvl'))
  return outline !== undefined && outline < 9 ? outline + 1 : undefined
}

const number = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
