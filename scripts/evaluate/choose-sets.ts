/** Which files of questions are asked of which corpus. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { AS_TYPED } from './messages.ts'
import { SetError } from './read-set.ts'

export interface SetToMeasure {
  readonly set: string
  /** Folder with the corpus. */
  readonly corpus: string
  readonly queries: readonly { readonly typing: string; readonly file: string }[]
}

export interface Chosen {
  readonly sets: readonly SetToMeasure[]
  readonly skipped: readonly { readonly name: string; readonly why: string }[]
}

/** Ways of typing for which a set may bring its questions anew, as `queries.NAME.jsonl`. */
export const TYPINGS = ['nodia', 'telex', 'typo'] as const
export type Typing = (typeof TYPINGS)[number]

/** One set; its questions as typed come first. */
export const oneSet = (folder: string, queries: readonly string[], typings: readonly Typing[]): SetToMeasure => ({
  set: basename(resolve(folder)),
  corpus: folder,
  queries: [
    ...queries.map((file) => ({ typing: typingOf(file), file })),
    ...typings.map((typing) => ({ typing, file: `queries.${typing}.jsonl` })),
  ],
})

/**
 * Every sub-folder that holds a corpus and questions. `asks`: set → the set in whose corpus its questions are asked. A way of typing
 * is taken where the set has a file for it.
 */
export const allSets = (folder: string, asks: ReadonlyMap<string, string>, typings: readonly Typing[]): Chosen => {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new SetError(`Không thấy thư mục ${folder}.`)
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isDirectory())
    .sort()
  for (const name of [...asks].flat())
    if (!names.includes(name)) throw new SetError(`--ask nêu ${name}, nhưng ${folder} không có thư mục con ấy.`)
  const sets: SetToMeasure[] = []
  const skipped: { name: string; why: string }[] = []
  for (const name of names) {
    const corpus = join(folder, asks.get(name) ?? name)
    const own = join(folder, name)
    const why = lackOf(own, corpus)
    if (why) {
      skipped.push({ name, why })
      continue
    }
    const variants = typings.filter((typing) => existsSync(join(own, `queries.${typing}.jsonl`)))
    sets.push({
      set: name,
      corpus,
      queries: [
        { typing: AS_TYPED, file: join(own, 'queries.jsonl') },
        ...variants.map((typing) => ({ typing, file: join(own, `queries.${typing}.jsonl`) })),
      ],
    })
  }
  if (sets.length === 0) throw new SetError(`${folder} không có thư mục con nào đủ corpus.jsonl và queries.jsonl.`)
  return { sets, skipped }
}

const lackOf = (own: string, corpus: string): string | null => {
  if (!isFilled(join(own, 'queries.jsonl'))) return 'không có queries.jsonl, hoặc tệp trống.'
  if (!isFilled(join(corpus, 'corpus.jsonl')))
    return 'không có corpus.jsonl, hoặc tệp trống; dùng --ask để hỏi trên kho của bộ khác.'
  return null
}

const isFilled = (file: string): boolean => existsSync(file) && statSync(file).size > 0

const typingOf = (file: string): string => {
  const name = basename(file)
  return name === 'queries.jsonl' ? AS_TYPED : (/^queries\.(.+)\.jsonl$/.exec(name)?.[1] ?? name)
}
