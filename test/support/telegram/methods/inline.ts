/** answerInlineQuery: what Telegram refuses of results, and the messages that they would become. */
import { badRequest } from '../api-error.ts'
import { isRecord, jsonOf, numberOf, textOf, type Call } from '../fields.ts'
import { finishText, parseFields, TEXT, TEXT_LIMIT } from '../text/parse-text.ts'
import type { World } from '../world.ts'

const TOO_OLD = 'query is too old and response timeout expired or query ID is invalid'
/** Telegram waits about ten seconds for the results of a query. */
const QUERY_SECONDS = 10
const MOST_RESULTS = 50
const FIELDS = { ...TEXT, text: 'message_text' }

export const answerInlineQuery = (world: World, { fields }: Call): true => {
  const query = world.inline.get(textOf(fields, 'inline_query_id') ?? '')
  if (query === undefined || world.clock.now() - query.at > QUERY_SECONDS * 1000) throw badRequest(TOO_OLD)
  const results = jsonOf(fields, 'results', 'inline query results')
  if (!Array.isArray(results)) throw badRequest("can't parse inline query results JSON object")
  if (results.length > MOST_RESULTS) throw badRequest('RESULTS_TOO_MUCH')
  const read = results.map(resultOf)
  const ids = read.map(({ id }) => id)
  if (ids.some((id) => id === '' || Buffer.byteLength(id) > 64)) throw badRequest('RESULT_ID_INVALID')
  if (new Set(ids).size < ids.length) throw badRequest('RESULT_ID_DUPLICATE')
  if (Buffer.byteLength(textOf(fields, 'next_offset') ?? '') > 64) throw badRequest('NEXT_OFFSET_INVALID')
  query.results = read
  query.button = buttonOf(jsonOf(fields, 'button', 'inline query results button'))
  query.isPersonal = textOf(fields, 'is_personal') === 'true'
  query.cacheSeconds = numberOf(fields, 'cache_time') ?? 300
  return true
}

/** With the message as it would be sent: text trimmed, entities fitted. */
const resultOf = (given: unknown): Record<string, unknown> & { readonly id: string } => {
  const wrong = (words: string): Error => badRequest(`can't parse inline query result: ${words}`)
  if (!isRecord(given)) throw wrong('expected an Object')
  if (given.type !== 'article') throw wrong(`Unsupported type "${String(given.type)}"`)
  if (typeof given.title !== 'string' || given.title.trim() === '') throw wrong('Can\'t find field "title"')
  const content = given.input_message_content
  if (!isRecord(content)) throw wrong('Can\'t find field "input_message_content"')
  const { text, entities } = finishText(parseFields(content, FIELDS), TEXT_LIMIT)
  if (text === '') throw badRequest('MESSAGE_EMPTY')
  const preview = isRecord(content.link_preview_options) ? content.link_preview_options : {}
  return { ...given, id: String(given.id ?? ''), message: { text, entities, previewOff: preview.is_disabled === true } }
}

const buttonOf = (given: unknown): unknown => {
  if (given === undefined) return null
  if (!isRecord(given) || typeof given.text !== 'string' || given.text === '')
    throw badRequest("can't parse inline query results button")
  const start = given.start_parameter
  if (given.web_app === undefined && (typeof start !== 'string' || !/^[\w-]{1,64}$/.test(start)))
    throw badRequest('START_PARAM_INVALID')
  return given
}
