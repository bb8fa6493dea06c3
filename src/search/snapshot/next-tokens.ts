/** The tokens of the documents of the next snapshot: those of what stays lie in the index before, those of the rest are read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LEVELS } from '../../access.ts'
import { numbersOf } from '../lexical/lexical-sections.ts'
import { createTokenReader, TOKENS_VERSION, type DocumentTokens } from '../lexical/read-tokens.ts'
import type { Spellings } from '../lexical/spellings.ts'
import type { NextDocument } from './next-content.ts'
import type { ContentReader } from './snapshot-content.ts'
import type { Manifest } from './snapshot-files.ts'

/** A snapshot that was found whole, and opened. */
export interface Base {
  readonly folder: string
  readonly content: ContentReader
  readonly manifest: Manifest
}

export const nextTokens = (
  base: Base | null,
  next: readonly NextDocument[],
  spellings: Spellings,
): readonly DocumentTokens[] => {
  const read = createTokenReader(spellings)
  const carried = base && next.some(({ kept }) => kept !== undefined) ? carriedTokens(base, spellings) : null
  return next.map(({ card, kept, put }) => {
    if (put) return read({ title: put.meta.title, text: put.text, passages: put.passages })
    return carried ? carried(kept) : read({ title: card.meta.title, ...base!.content.read(kept) })
  })
}

/** Null where the snapshot is of a version that would read other tokens from the same texts. */
const carriedTokens = (
  { folder, manifest }: Base,
  spellings: Spellings,
): ((document: number) => DocumentTokens) | null => {
  if (manifest.tokens !== TOKENS_VERSION) return null
  // the highest level reads every document, and numbers them as the cards do
  const scope = manifest.scopes[LEVELS.at(-1)!]!
  const file = (name: string): Buffer => readFileSync(join(folder, `${scope}.${name}`))
  const numbers = (name: string): Uint32Array => numbersOf(file(name))
  const tokens = numbers('tokens')
  const [titleFrom, bodyFrom, firstPassage] = [numbers('titleFrom'), numbers('bodyFrom'), numbers('firstPassage')]
  const [passageFrom, passageTo] = [numbers('passageFrom'), numbers('passageTo')]
  const accented = file('accented').toString('utf8')
  const learnt = spellings.learn(accented === '' ? [] : accented.split('\n'))
  return (d) => {
    const base = titleFrom[d]!
    const [first, end] = [firstPassage[d]!, firstPassage[d + 1]!]
    return {
      tokens: tokens.subarray(base, titleFrom[d + 1]!),
      spellings: learnt,
      bodyAt: bodyFrom[d]! - base,
      passageFrom: passageFrom.subarray(first, end),
      passageTo: passageTo.subarray(first, end),
      base,
    }
  }
}
