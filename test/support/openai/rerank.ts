/** Answers reranking in both forms in use: `documents` (Jina, vLLM, Infinity) and `texts` (TEI). */
import { isRecord } from '../telegram/fields.ts'
import type { Fault } from './faults.ts'
import { BadCall, unsupported } from './errors.ts'
import { duplicated, nanOf, withNaN } from './list-faults.ts'
import { jsonScript, play } from './play.ts'
import { playInstead } from './plain-faults.ts'
import type { Exchange } from './state.ts'

interface Scored {
  readonly index: number
  readonly score: unknown
}

export const answerRerank = async ({ state, body, n, fault, line }: Exchange): Promise<void> => {
  const query = body['query']
  if (typeof query !== 'string' || query === '') throw new BadCall('query', "Missing required parameter: 'query'.")
  const isTei = body['documents'] === undefined
  if (!isTei && !state.features.documents) throw unsupported('documents')
  const texts = readTexts(body[isTei ? 'texts' : 'documents'], isTei ? 'texts' : 'documents')
  if (await playInstead(line, fault, 'rerank', false)) return
  const best = texts
    .map((text, index) => ({ index, score: state.score(query, text) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const top = body['top_n']
  const kept = typeof top === 'number' && !isTei ? best.slice(0, top) : best
  const all = spoiled(kept, texts.length, fault)
  const reply = isTei
    ? all
    : {
        id: `rerank-${n}`,
        model: body['model'] ?? null,
        results: all.map(({ index, score }) => ({ index, relevance_score: score })),
      }
  await play(line, jsonScript(withNaN(JSON.stringify(reply))), fault)
}

const readTexts = (value: unknown, param: string): readonly string[] => {
  if (!Array.isArray(value) || value.length === 0)
    throw new BadCall(param, `Invalid '${param}': expected at least one text.`)
  return value.map((one: unknown) => {
    const text = isRecord(one) ? one['text'] : one
    if (typeof text !== 'string') throw new BadCall(param, `Invalid '${param}': expected texts.`)
    return text
  })
}

/** Places (`at`) count from the best. */
const spoiled = (scored: readonly Scored[], count: number, fault: Fault | null): readonly Scored[] => {
  const hit = (change: (score: unknown) => unknown): readonly Scored[] => {
    const at = fault !== null && 'at' in fault ? (fault.at ?? 0) : 0
    return scored.map((one, place) => (at === 'all' || at === place ? { ...one, score: change(one.score) } : one))
  }
  switch (fault?.kind) {
    case 'wrong-count': {
      if (fault.by < 0) return scored.slice(0, fault.by)
      const more = Array.from({ length: fault.by }, (_, at): Scored => ({ index: count + at, score: 0 }))
      return [...scored, ...more]
    }
    case 'nan':
      return hit(() => nanOf(fault))
    case 'strings':
      return hit(String)
    case 'index-out-of-range':
      return duplicated(scored, { kind: fault.kind, index: fault.index ?? count })
    default:
      return duplicated(scored, fault)
  }
}
