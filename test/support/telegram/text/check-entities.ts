/** Entities given by a bot: what Telegram refuses, and what it mends silently. */
import { badRequest } from '../api-error.ts'
import { isRecord } from '../fields.ts'
import type { WireEntity } from '../wire.ts'
import type { FormattedText } from './parse-text.ts'

const TYPES = new Set([
  'mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number', 'bold', 'italic', 'underline',
  'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote', 'code', 'pre', 'text_link', 'text_mention', 'custom_emoji',
]) // prettier-ignore
/** Telegram finds these itself and ignores them when they are given. */
const FOUND_BY_TELEGRAM = new Set(['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number'])
const QUOTES = new Set(['blockquote', 'expandable_blockquote'])
const MOST = 1_000_000

export const checkEntities = (given: unknown): WireEntity[] => {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw badRequest("can't parse entities: expected an Array of MessageEntity")
  return given.map((entity: unknown) => {
    if (!isRecord(entity)) throw badRequest("can't parse MessageEntity: expected an Object")
    for (const key of ['offset', 'length'])
      if (!Number.isInteger(Number(entity[key])))
        throw badRequest(`can't parse MessageEntity: Field "${key}" must be of type Number`)
    if (typeof entity.type !== 'string') throw badRequest('can\'t parse MessageEntity: Can\'t find field "type"')
    if (!TYPES.has(entity.type)) throw badRequest("can't parse MessageEntity: Unsupported type specified")
    if (entity.type === 'text_link' && typeof entity.url !== 'string')
      throw badRequest('can\'t parse MessageEntity: Can\'t find field "url"')
    return { ...entity, offset: Number(entity.offset), length: Number(entity.length) } as WireEntity
  })
}

/** Checks ranges, trims the text, lets quotations stand alone and cuts entities at the trimmed end. */
export const fitEntities = ({ text, entities }: FormattedText): FormattedText => {
  for (const { offset, length, type, url } of entities) {
    if (offset < 0 || offset > MOST) throw badRequest(`receive an entity with incorrect offset ${offset}`)
    if (length < 0 || length > MOST) throw badRequest(`receive an entity with incorrect length ${length}`)
    if (length === 0) continue
    if (offset > text.length) throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
    if (offset + length > text.length)
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${offset + length}`,
      )
    if (isInsideLetter(text, offset))
      throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytesTo(text, offset)}`)
    if (isInsideLetter(text, offset + length))
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${bytesTo(text, offset + length)}`,
      )
    if (type === 'text_link') checkUrl(url ?? '')
  }
  const kept = entities.filter(({ type, length }) => length > 0 && !FOUND_BY_TELEGRAM.has(type))
  const end = text.trimEnd().length
  const start = kept.length === 0 ? text.length - text.trimStart().length : leading(text, kept)
  const cut = kept.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const to = Math.min(entity.offset + entity.length, end)
    return from < to ? [{ ...entity, offset: from - start, length: to - from }] : []
  })
  return { text: text.slice(start, end), entities: withoutNestedQuotes(sorted(cut)) }
}

/** Outer before inner, as Telegram lists them. */
export const sorted = (entities: readonly WireEntity[]): WireEntity[] =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length)

/** A quotation inside a quotation vanishes without an error. */
const withoutNestedQuotes = (entities: readonly WireEntity[]): WireEntity[] => {
  let end = -1
  return entities.filter((entity) => {
    if (!QUOTES.has(entity.type)) return true
    if (entity.offset < end) return false
    end = entity.offset + entity.length
    return true
  })
}

const leading = (text: string, entities: readonly WireEntity[]): number =>
  Math.min(text.length - text.trimStart().length, ...entities.map(({ offset }) => offset))

const isInsideLetter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at]!)

/** To the end of the letter in whose middle `at` lies. */
const bytesTo = (text: string, at: number): number => Buffer.byteLength(text.slice(0, at + 1))

/** A link that is none stands as plain text; one that cannot be read at all is refused. */
const checkUrl = (url: string): void => {
  if (url === '') throw badRequest("entity URL '' is invalid: URL host is empty")
  if (/^(?:tg|ton|tonsite|https?):\/\//i.test(url)) return
  if (!/^[^\s/]+\.[^\s/]+/.test(url)) throw badRequest(`entity URL '${url}' is invalid: Wrong HTTP URL`)
}
