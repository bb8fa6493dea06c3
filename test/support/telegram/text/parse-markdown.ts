/** parse_mode MarkdownV2, and the old Markdown (version 1) as far as its four marks go. */
import { badRequest } from '../api-error.ts'
import type { WireEntity } from '../wire.ts'
import { sorted } from './check-entities.ts'
import type { FormattedText } from './parse-text.ts'

const MARKS: Readonly<Record<1 | 2, readonly (readonly [mark: string, type: string, name: string])[]>> = {
  1: [['*', 'bold', 'Bold'], ['_', 'italic', 'Italic']],
  2: [['__', 'underline', 'Underline'], ['||', 'spoiler', 'Spoiler'], ['*', 'bold', 'Bold'], ['_', 'italic', 'Italic'], ['~', 'strikethrough', 'Strikethrough']],
} // prettier-ignore
const RESERVED = '_*[]()~`>#+-=|{}.!'

export const parseMarkdown = (source: string, version: 1 | 2): FormattedText => {
  let text = ''
  let at = 0
  const entities: WireEntity[] = []
  const open: { mark: string; type: string; name: string; offset: number; byte: number }[] = []
  let quote: number | null = null
  const byte = (): number => Buffer.byteLength(source.slice(0, at))
  const wrong = (words: string): Error => badRequest(`can't parse entities: ${words}`)
  const unfinished = (name: string, from: number): Error =>
    wrong(
      version === 2
        ? `Can't find end of ${name} entity at byte offset ${from}`
        : `Can't find end of the entity starting at byte offset ${from}`,
    )
  const add = (type: string, offset: number, extra: Partial<WireEntity> = {}): void => {
    if (text.length > offset) entities.push({ type, offset, length: text.length - offset, ...extra })
  }
  const endQuote = (): void => {
    if (quote === null) return
    const expandable = text.endsWith('||')
    if (expandable) text = text.slice(0, -2)
    add(expandable ? 'expandable_blockquote' : 'blockquote', quote)
    quote = null
  }

  while (at < source.length) {
    const rest = source.slice(at, at + 3)
    const letter = rest[0]!
    const lineStart = at === 0 || source[at - 1] === '\n'
    if (version === 2 && lineStart && quote !== null && letter !== '>') endQuote()
    if (letter === '\\' && rest.length > 1 && (version === 2 || '_*`['.includes(rest[1]!))) {
      text += rest[1]
      at += 2
    } else if (version === 2 && lineStart && (letter === '>' || rest === '**>')) {
      if (rest === '**>') endQuote()
      quote ??= text.length
      at += letter === '>' ? 1 : 3
    } else if (version === 2 && quote !== null && /^\|\|(?:\n|$)/.test(source.slice(at, at + 3))) {
      text += '||'
      at += 2
      endQuote()
    } else if (letter === '`') {
      const fence = rest === '```' ? '```' : '`'
      const end = source.indexOf(fence, at + fence.length)
      if (end < 0) throw unfinished(fence === '`' ? 'Code' : 'Pre', byte())
      const inside = source.slice(at + fence.length, end)
      const language = fence === '```' ? /^([^\s`]+)\n/.exec(inside)?.[1] : undefined
      const offset = text.length
      text += (language === undefined ? inside : inside.slice(language.length + 1)).replaceAll(/\\([`\\])/g, '$1')
      add(fence === '`' ? 'code' : 'pre', offset, language === undefined ? {} : { language })
      at = end + fence.length
    } else if (letter === '[') {
      open.push({ mark: '[', type: 'text_link', name: 'TextUrl', offset: text.length, byte: byte() })
      at++
    } else if (letter === ']' && open.at(-1)?.mark === '[') {
      const { offset } = open.pop()!
      const link = /^\]\(((?:[^)\\]|\\.)*)\)/.exec(source.slice(at))
      if (link !== null) add('text_link', offset, { url: link[1]!.replaceAll(/\\(.)/g, '$1') })
      at += link?.[0].length ?? 1
    } else {
      const found = MARKS[version].find(([mark]) => source.startsWith(mark, at))
      if (found !== undefined) {
        const [mark, type, name] = found
        if (open.at(-1)?.mark === mark) add(type, open.pop()!.offset)
        else if (open.some((other) => other.mark === mark)) throw unfinished(open.at(-1)!.name, open.at(-1)!.byte)
        else open.push({ mark, type, name, offset: text.length, byte: byte() })
        at += mark.length
      } else {
        if (version === 2 && RESERVED.includes(letter))
          throw wrong(`Character '${letter}' is reserved and must be escaped with the preceding '\\'`)
        text += letter
        at++
      }
    }
  }
  endQuote()
  if (open.length > 0) throw unfinished(open.at(-1)!.name, open.at(-1)!.byte)
  return { text, entities: sorted(entities) }
}
