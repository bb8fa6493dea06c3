import { DOMParser, type Element as XmlElement } from '@xmldom/xmldom'
import { refuse } from './refuse.ts'

export type { XmlElement }

// a document of 1,000 pages has some 300,000 elements; two million empty paragraphs fit into 18 KB of zip (reliability §0.7)
const MAX_ELEMENTS = 600_000
const MAX_DEPTH = 256

/** The root of an XML part. Document types, and with them entities and anything external, are refused unread. */
export const parseXml = (source: Buffer): XmlElement => {
  const text = decode(source)
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) refuse('damaged', 'XML có khai báo DOCTYPE')
  checkXmlLimits(text)
  const fail = (_level: string, message: string): never =>
    refuse('damaged', `XML không hợp lệ: ${message.slice(0, 60)}`)
  const onError = (level: 'warning' | 'error' | 'fatalError', message: string): void => {
    if (level === 'fatalError') fail(level, message)
  }
  const root = new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement
  return root ?? refuse('damaged', 'XML rỗng')
}

const decode = (source: Buffer): string => {
  const wide =
    source[0] === 0xff && source[1] === 0xfe
      ? 'utf-16le'
      : source[0] === 0xfe && source[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(wide).decode(source)
}

const checkXmlLimits = (text: string): void => {
  let depth = 0
  let elements = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next === 0x2f)
      depth-- // </
    else if (next !== 0x3f && next !== 0x21) {
      elements++
      const end = text.indexOf('>', at)
      if (end > 0 && text.charCodeAt(end - 1) !== 0x2f) depth++
    }
    if (depth > MAX_DEPTH) refuse('too_complex', `quá ${MAX_DEPTH} tầng lồng nhau`)
    if (elements > MAX_ELEMENTS) refuse('too_complex', `quá ${MAX_ELEMENTS} phần tử`)
  }
}

// names are compared without their namespace: the strict and the transitional form of OOXML differ in nothing else here

export const children = (element: XmlElement | undefined): XmlElement[] => {
  const found: XmlElement[] = []
  for (let node = element?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) found.push(node as XmlElement)
  }
  return found
}

export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  children(element).filter((child) => child.localName === name)

export const child = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => children(at).find((next) => next.localName === name), element)

/** An attribute by its local name, whatever its prefix. */
export const attribute = (element: XmlElement | undefined, name: string): string | undefined => {
  for (const found of element?.attributes ?? []) if (found.localName === name) return found.value
  return undefined
}

/** The `val` of a child: how WordprocessingML states most properties. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  attribute(child(element, name), 'val')

/** Whether a switch such as `<w:vanish/>` is on. */
export const isOn = (element: XmlElement | undefined, name: string): boolean => {
  const found = child(element, name)
  return found !== undefined && !/^(?:0|false|off)$/.test(attribute(found, 'val') ?? '1')
}
