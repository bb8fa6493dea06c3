/** parse_mode HTML: the few tags that Telegram knows, refused in its words. */
import { badRequest } from '../api-error.ts'
import type { WireEntity } from '../wire.ts'
import { sorted } from './check-entities.ts'
import type { FormattedText } from './parse-text.ts'

const TYPES: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
}
const LETTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

interface Open {
  readonly tag: string
  readonly type: string
  readonly offset: number
  readonly extra: Readonly<Record<string, unknown>>
}

export const parseHtml = (source: string): FormattedText => {
  let text = ''
  let at = 0
  const open: Open[] = []
  const entities: WireEntity[] = []
  const here = (): number => Buffer.byteLength(source.slice(0, at))
  const wrong = (words: string): Error => badRequest(`can't parse entities: ${words}`)

  while (at < source.length) {
    const letter = source[at]!
    if (letter === '&') {
      const entity = /^&(?:#(\d+)|#x([0-9a-f]+)|(lt|gt|amp|quot));?/i.exec(source.slice(at, at + 12))
      if (entity === null) {
        text += '&'
        at++
      } else {
        const code = entity[1] === undefined ? parseInt(entity[2] ?? '', 16) : Number(entity[1])
        text +=
          entity[3] === undefined ? String.fromCodePoint(Math.min(code, 0x10ffff)) : LETTERS[entity[3].toLowerCase()]!
        at += entity[0].length
      }
    } else if (letter !== '<') {
      text += letter
      at++
    } else if (source[at + 1] === '/') {
      const end = source.indexOf('>', at)
      if (end < 0) throw wrong(`Unclosed end tag at byte offset ${here()}`)
      const tag = source
        .slice(at + 2, end)
        .trim()
        .toLowerCase()
      const last = open.pop()
      if (last === undefined) throw wrong(`Unexpected end tag at byte offset ${here()}`)
      if (tag !== '' && tag !== last.tag)
        throw wrong(`Unmatched end tag at byte offset ${here()}, expected "</${last.tag}>", found "</${tag}>"`)
      const { type, offset, extra } = last
      if (text.length > offset) entities.push({ type, offset, length: text.length - offset, ...extra })
      at = end + 1
    } else {
      const head = /^<([a-zA-Z-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*>/.exec(
        source.slice(at),
      )
      const tag = (head?.[1] ?? /^<([^\s>]*)/.exec(source.slice(at))![1]!).toLowerCase()
      if (!(tag in TYPES)) throw wrong(`Unsupported start tag "${tag}" at byte offset ${here()}`)
      if (head === null) throw wrong(`Unclosed start tag at byte offset ${here()}`)
      const attribute = (name: string): string | undefined =>
        new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(head[2]!)?.slice(1).find(Boolean)
      if (tag === 'span' && attribute('class') !== 'tg-spoiler')
        throw wrong(`Tag "span" must have class "tg-spoiler" at byte offset ${here()}`)
      const expandable = tag === 'blockquote' && /\sexpandable(?:\s|=|$)/i.test(head[2]!)
      const extra =
        tag === 'a' ? { url: unescaped(attribute('href') ?? '') } : tag === 'tg-emoji' ? { custom_emoji_id: attribute('emoji-id') } : {} // prettier-ignore
      open.push({ tag, type: expandable ? 'expandable_blockquote' : TYPES[tag]!, offset: text.length, extra })
      at += head[0].length
    }
  }
  if (open.length > 0) throw wrong(`Can't find end tag corresponding to start tag "${open.at(-1)!.tag}"`)
  // a link without an address is plain text
  return { text, entities: sorted(entities.filter(({ type, url }) => type !== 'text_link' || url !== '')) }
}

const unescaped = (text: string): string =>
  text.replaceAll(/&(lt|gt|amp|quot);/g, (_all, name: string) => LETTERS[name]!)
