/** Answers embeddings: the same vector for the same text, today and tomorrow. */
import type { At, Fault } from './faults.ts'
import { BadCall, unsupported } from './errors.ts'
import { jsonScript, play } from './play.ts'
import { playInstead } from './plain-faults.ts'
import { duplicated, nanOf, withNaN } from './list-faults.ts'
import type { Exchange } from './state.ts'
import { toBase64, vectorOf } from './vectors.ts'
import { tokensOf } from './wire.ts'

export const DIMENSIONS = 64

interface Item {
  readonly object: 'embedding'
  readonly index: number
  readonly embedding: unknown
}

export const answerEmbeddings = async ({ state, body, fault, line }: Exchange): Promise<void> => {
  const { dimensions: usual = DIMENSIONS, shuffle, withoutIndex, floatsOnly, maxInputs = 2048 } = state.embeddings
  const texts = readInput(body['input'], maxInputs)
  const asked = body['dimensions']
  if (asked !== undefined && !state.features.dimensions) throw unsupported('dimensions')
  if (asked !== undefined && (!Number.isInteger(asked) || (asked as number) < 1))
    throw new BadCall('dimensions', "Invalid 'dimensions': expected a whole number of at least 1.")
  const format = body['encoding_format'] ?? 'float'
  if (format !== 'float' && format !== 'base64')
    throw new BadCall('encoding_format', "Invalid 'encoding_format': expected 'float' or 'base64'.")
  if (await playInstead(line, fault, 'embeddings', false)) return

  const encode = (vector: readonly number[]): unknown =>
    format === 'base64' && floatsOnly !== true ? toBase64(vector) : vector
  const dimensions = (asked as number | undefined) ?? usual
  const vectors = resized(texts, fault).map((text) => vectorOf(text, dimensions))
  const all = vectors.map((vector, index): Item => ({
    object: 'embedding',
    index,
    embedding: spoiled(vector, index, fault, encode),
  })) // prettier-ignore
  const data = duplicated(all, fault)
  // turned by one: no vector stays in its place
  const ordered = shuffle === true ? [...data.slice(1), ...data.slice(0, 1)] : data
  const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0)
  state.tokens.embedded += tokens
  const reply = {
    object: 'list',
    data: withoutIndex === true ? ordered.map(({ object, embedding }) => ({ object, embedding })) : ordered,
    model: body['model'],
    ...(state.features.usage ? { usage: { prompt_tokens: tokens, total_tokens: tokens } } : {}),
  }
  await play(line, jsonScript(withNaN(JSON.stringify(reply))), fault)
}

const readInput = (input: unknown, max: number): readonly string[] => {
  const texts: readonly unknown[] = Array.isArray(input) ? input : [input]
  if (texts.length === 0) throw new BadCall('input', "Invalid 'input': input cannot be an empty array.")
  if (texts.length > max) throw new BadCall('input', `Invalid 'input': expected at most ${max} texts.`)
  return texts.map((text) => {
    if (typeof text !== 'string') throw new BadCall('input', "Invalid 'input': expected texts.")
    if (text === '') throw new BadCall('input', "Invalid 'input': input cannot be an empty string.")
    return text
  })
}

const resized = (texts: readonly string[], fault: Fault | null): readonly string[] => {
  if (fault?.kind !== 'wrong-count') return texts
  if (fault.by < 0) return texts.slice(0, fault.by)
  return [...texts, ...Array.from({ length: fault.by }, (_, at) => `thừa ${at}`)]
}

const isHit = (at: At | undefined, index: number): boolean => at === 'all' || (at ?? 0) === index

const spoiled = (
  vector: readonly number[],
  index: number,
  fault: Fault | null,
  encode: (vector: readonly number[]) => unknown,
): unknown => {
  switch (fault?.kind) {
    case 'nan': {
      if (!isHit(fault.at, index)) break
      const encoded = encode([NaN, ...vector.slice(1)])
      return Array.isArray(encoded) ? [nanOf(fault), ...vector.slice(1)] : encoded
    }
    case 'strings':
      if (isHit(fault.at, index)) return vector.map(String)
      break
    case 'wrong-size': {
      const by = fault.by ?? -1
      if (isHit(fault.at, index))
        return encode(by < 0 ? vector.slice(0, by) : [...vector, ...Array<number>(by).fill(0)])
      break
    }
    case 'zeros':
      if (isHit(fault.at, index)) return encode(vector.map(() => 0))
      break
    case 'broken-base64':
      if (isHit(fault.at, index)) return Buffer.from('bẻ gãy').toString('base64')
      break
  }
  return encode(vector)
}
