/** Names: a capitalised run must stand in one cited unit or above it, whole or pair by pair (answering-study §5, test 2). */
import { syllables } from '../../text/terms.ts'
import { isFunctionWord } from '../../text/typing/function-words.ts'
import { fold, key } from '../../text/vietnamese.ts'
import type { Checked } from './fault.ts'
import { faulty } from './fault.ts'
import type { Cited, Evidence } from './reading/evidence.ts'
import type { Reading } from './reading/read.ts'

const RUN = /(?<![\p{L}\p{M}\d])\p{Lu}[\p{L}\p{M}\d]*(?:[ -]+\p{Lu}[\p{L}\p{M}\d]*)*(?![\p{L}\p{M}])/gu
const OPENS = /(?:^|[.!?…:;]\s+)["“«(]?$/u

export const checkNames = ({ text, quantities }: Reading, evidence: Evidence): Checked | null => {
  const sources = evidence.cited.map(wordsAndPairs)
  for (const match of text.matchAll(RUN)) {
    const [run] = match
    if (quantities.some(({ start, end }) => match.index < end && start < match.index + run.length)) continue
    const words = syllables(run).map(({ start, end }) => key(run.slice(start, end)))
    const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`)
    // a sentence begins with a capital: "Theo Ban Chấp hành", "Họp"
    const opens = OPENS.test(text.slice(0, match.index))
    const isWordOnly = opens && (words.length === 1 || isFunctionWord(fold(words[0]!), words[0]!))
    const from = isWordOnly ? 1 : 0
    const stands = sources.some(
      (source) =>
        (words.slice(from).every((word) => source.words.has(word) || isInitials(word, run, source)) &&
          pairs.slice(from).every((pair) => source.pairs.has(pair))) ||
        isMadeOf(words.slice(from).join(' '), source.runs),
    )
    if (!stands && words.length > from) return faulty('name', run)
  }
  return null
}

interface Source {
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  /** Whole capitalised runs. */
  readonly runs: ReadonlySet<string>
  /** First letters of all words in order, without marks. */
  readonly initials: string
}

const wordsAndPairs = ({ unit, above }: Cited): Source => {
  const all = [...above, unit].map(({ words }) => words)
  const runs = [...above, unit].flatMap(({ text }) => text.match(RUN) ?? [])
  return {
    words: new Set(all.flat()),
    pairs: new Set(all.flatMap((words) => words.slice(1).map((word, i) => `${words[i]} ${word}`))),
    runs: new Set(runs.map((run) => key(run).replaceAll('-', ' '))),
    initials: all.map((words) => words.map((word) => fold(word[0]!)).join('')).join(' '),
  }
}

/** "Hương Sen Trần Văn Lựu": one whole name behind another. */
const isMadeOf = (name: string, runs: ReadonlySet<string>): boolean =>
  runs.has(name) || [...runs].some((run) => name.startsWith(`${run} `) && isMadeOf(name.slice(run.length + 1), runs))

/** `BTV` for Ban Thường vụ. */
const isInitials = (word: string, run: string, { initials }: Source): boolean =>
  word.length >= 3 && run === run.toUpperCase() && initials.includes(fold(word))
