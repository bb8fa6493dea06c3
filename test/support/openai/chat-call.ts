/** Reads a chat call and refuses what the server of this test does not take. */
import { isRecord } from '../telegram/fields.ts'
import { BadCall, unsupported } from './errors.ts'
import type { ChatCall, ChatMessage, Features } from './wire.ts'

export const readChatCall = (body: Readonly<Record<string, unknown>>, n: number, features: Features): ChatCall => {
  if (typeof body['model'] !== 'string' || body['model'] === '')
    throw new BadCall('model', 'you must provide a model parameter', 'missing_required_parameter')
  const messages = readMessages(body['messages'])
  const stream = body['stream'] === true
  const format = body['response_format']
  const wanted = isRecord(format) && format['type'] === 'json_schema' ? format['json_schema'] : undefined
  if (wanted !== undefined && !features.schema) throw unsupported('response_format')
  if (wanted !== undefined && (!isRecord(wanted) || typeof wanted['name'] !== 'string'))
    throw new BadCall(
      'response_format.json_schema.name',
      "Missing required parameter: 'response_format.json_schema.name'.",
    )
  if (stream && !features.stream) throw unsupported('stream')
  if (body['max_tokens'] !== undefined && !features.maxTokens)
    throw unsupported('max_tokens', "Use 'max_completion_tokens' instead.")
  if (body['temperature'] !== undefined && !features.temperature) throw unsupported('temperature')
  if (body['reasoning_effort'] !== undefined && !features.reasoning) throw unsupported('reasoning_effort')
  const options = body['stream_options']
  if (options !== undefined && options !== null) {
    if (!features.streamOptions) throw unsupported('stream_options')
    if (!stream)
      throw new BadCall('stream_options', "The 'stream_options' parameter is only allowed when 'stream' is enabled.")
  }
  const system = messages.filter(({ role }) => role === 'system' || role === 'developer')
  return {
    messages,
    system: system.map(({ content }) => content).join('\n\n'),
    user: messages.findLast(({ role }) => role === 'user')?.content ?? '',
    schema: isRecord(wanted) ? (wanted['schema'] ?? null) : null,
    stream,
    body,
    n,
  }
}

const readMessages = (value: unknown): readonly ChatMessage[] => {
  if (!Array.isArray(value) || value.length === 0)
    throw new BadCall('messages', "Invalid 'messages': expected an array of at least one message.")
  return value.map((message: unknown, at) => {
    const role = isRecord(message) ? message['role'] : undefined
    if (!isRecord(message) || typeof role !== 'string')
      throw new BadCall(`messages[${at}].role`, `Missing required parameter: 'messages[${at}].role'.`)
    return { role, content: contentOf(message['content']) }
  })
}

const contentOf = (content: unknown): string => {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content
    .map((part: unknown) => (isRecord(part) && typeof part['text'] === 'string' ? part['text'] : ''))
    .join('')
}
