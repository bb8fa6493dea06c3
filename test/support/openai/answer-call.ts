/** From a call that was read to the one who answers it. */
import { isRecord } from '../telegram/fields.ts'
import { answerChat } from './chat.ts'
import { answerEmbeddings } from './embeddings.ts'
import { BadCall, refuse, send } from './errors.ts'
import type { Line } from './line.ts'
import { playEarly } from './plain-faults.ts'
import { answerRerank } from './rerank.ts'
import type { Exchange, State } from './state.ts'
import type { CallKind, ModelKind, RecordedCall } from './wire.ts'

const KINDS: Readonly<Record<string, ModelKind>> = {
  '/v1/chat/completions': 'chat',
  '/v1/embeddings': 'embeddings',
  '/v1/rerank': 'rerank',
  '/rerank': 'rerank',
}

const ANSWERS: Readonly<Record<ModelKind, (exchange: Exchange) => Promise<void>>> = {
  chat: answerChat,
  embeddings: answerEmbeddings,
  rerank: answerRerank,
}

export const kindOf = ({ method, path }: RecordedCall): CallKind =>
  (method === 'POST' ? KINDS[new URL(path, 'http://bench').pathname] : undefined) ?? 'other'

export const answerCall = async (state: State, call: RecordedCall, line: Line, apiKey?: string): Promise<void> => {
  const { kind, body } = call
  if (kind === 'other') return answerOther(call, line)
  try {
    const { n, fault } = state.faults.next(kind)
    if (await playEarly(line, fault)) return
    if (apiKey !== undefined && call.headers.authorization !== `Bearer ${apiKey}`) return refuse(line, 401)
    if (!isRecord(body)) throw new BadCall('body', 'We could not parse the JSON body of your request.')
    await ANSWERS[kind]({ state, body, n, fault, line })
  } catch (error) {
    if (error instanceof BadCall) {
      const { message, param, code } = error
      return refuse(line, 400, { message, param, code })
    }
    // a script of the test that throws: said to the client, since nobody else listens
    refuse(line, 500, { message: `The script of the test has failed: ${String(error)}` })
  }
}

const answerOther = ({ method, path }: RecordedCall, line: Line): void => {
  if (method === 'GET' && path === '/v1/models')
    return send(line, 200, JSON.stringify({ object: 'list', data: [{ id: 'bench', object: 'model', created: 0, owned_by: 'bench' }] })) // prettier-ignore
  return refuse(line, 404, { message: `Unknown request URL: ${method} ${path}.`, code: 'unknown_url' })
}
