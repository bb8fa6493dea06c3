/** What becomes of a text or caption that the bot sends: parse mode or entities, checked in Telegram's words. */
import { badRequest } from '../api-error.ts'
import { jsonOf, textOf, type Fields } from '../fields.ts'
import type { WireEntity } from '../wire.ts'
import { checkEntities, fitEntities } from './check-entities.ts'
import { findEntities } from './find-entities.ts'
import { parseHtml } from './parse-html.ts'
import { parseMarkdown } from './parse-markdown.ts'

export interface FormattedText {
  readonly text: string
  readonly entities: readonly WireEntity[]
}

export interface FieldNames {
  readonly text: string
  readonly mode: string
  readonly entities: string
}

export const TEXT: FieldNames = { text: 'text', mode: 'parse_mode', entities: 'entities' }
export const CAPTION: FieldNames = { text: 'caption', mode: 'parse_mode', entities: 'caption_entities' }
export const QUOTE: FieldNames = { text: 'quote', mode: 'quote_parse_mode', entities: 'quote_entities' }

/** Longest text and caption, in UTF-16 units after parsing (Bot API). */
export const TEXT_LIMIT = 4096
export const CAPTION_LIMIT = 1024

/** Markup is read before Telegram looks at the chat. */
export const parseFields = (fields: Fields, names: FieldNames): FormattedText => {
  const text = textOf(fields, names.text) ?? ''
  const mode = (textOf(fields, names.mode) ?? '').toLowerCase()
  if (mode === 'html') return parseHtml(text)
  if (mode === 'markdownv2') return parseMarkdown(text, 2)
  if (mode === 'markdown') return parseMarkdown(text, 1)
  if (mode !== '') throw badRequest('unsupported parse_mode')
  return { text, entities: checkEntities(jsonOf(fields, names.entities, names.entities)) }
}

/** The text as people see it: trimmed, entities in range, links and commands found; throws what Telegram throws. */
export const finishText = (given: FormattedText, limit: number): FormattedText => {
  if (!given.text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  const { text, entities } = fitEntities(given)
  if (text.length > limit)
    throw badRequest(limit === CAPTION_LIMIT ? 'message caption is too long' : 'message is too long')
  return { text, entities: findEntities(text, entities) }
}
