/** What a model wrote, as statements with their sources; JSON where it kept to it, else lines. Nothing of it is believed yet. */
import { oneLine } from '../../text/vietnamese.ts'

export type Completeness = 'complete' | 'partial' | 'none'

export interface Statement {
  readonly text: string
  /** Numbers of the units that it cites, each once; may be empty, or numbers that do not exist. */
  readonly sources: readonly number[]
}

export interface Reply {
  readonly completeness: Completeness
  readonly statements: readonly Statement[]
}

/** Statements that are looked at; a model that writes more did not heed what it was told. */
const MOST_READ = 12

/** null: it is in no form that says which source bears what. */
export const readReply = (reply: string): Reply | null => {
  const text = withoutThoughts(reply).trim()
  // what begins as JSON and is none of ours is no prose either
  return jsonIn(text) ?? (/^[{["]/.test(text) ? null : linesIn(text))
}

/** Models that think aloud do so before they answer. */
export const withoutThoughts = (text: string): string =>
  text.replace(/^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/iu, '')

const jsonIn = (text: string): Reply | null => {
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from < 0 || to < from) return null
  let value: unknown
  try {
    value = JSON.parse(text.slice(from, to + 1))
  } catch {
    return null
  }
  const { completeness, statements } = value as { completeness?: unknown; statements?: unknown }
  if (!isCompleteness(completeness) || !Array.isArray(statements)) return null
  return {
    completeness,
    statements: statements.slice(0, MOST_READ).flatMap((entry: unknown): Statement[] => {
      const { text: said, sources } = (entry ?? {}) as { text?: unknown; sources?: unknown }
      if (typeof said !== 'string' || said.trim() === '') return []
      const given = Array.isArray(sources) ? sources.flatMap(asNumber) : []
      return [statementOf(said, given)]
    }),
  }
}

const linesIn = (text: string): Reply | null => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const first = (lines[0] ?? '').toLowerCase().replace(/[^a-z]/g, '')
  const isNamed = isCompleteness(first)
  const rest = (isNamed ? lines.slice(1) : lines).slice(0, MOST_READ)
  const statements = rest.map((line) => statementOf(line, [])).filter(({ text: said }) => said !== '')
  if (isNamed && first === 'none') return { completeness: 'none', statements }
  // words without one source are a refusal, an apology, or chatter
  if (!statements.some(({ sources }) => sources.length > 0)) return null
  return { completeness: isNamed ? first : 'partial', statements }
}

const isCompleteness = (value: unknown): value is Completeness =>
  value === 'complete' || value === 'partial' || value === 'none'

/** `7`, `"7"`, `"[7]"`. */
const asNumber = (source: unknown): number[] => {
  const digits = typeof source === 'number' ? String(source) : typeof source === 'string' ? source : ''
  const found = /^\[?(\d{1,4})\]?$/.exec(digits.trim())
  return found ? [Number(found[1])] : []
}

/** `[7]`, `[7, 8]`, `[7][8]` in the words themselves are sources too. */
const MARKERS = /\s*\[(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\]/g

/** `a) `, `2. `, `- `: the place of an item in a list that is not shown. */
const LIST_SIGN = /^(?:[-–•*+]|\(?\d{1,2}[.)]|\(?[a-zđ]\))\s+/iu

const statementOf = (said: string, given: readonly number[]): Statement => {
  const marked = [...said.matchAll(MARKERS)].flatMap(([, numbers]) => numbers!.split(/[,;]/).map(Number))
  return {
    text: oneLine(said.replace(MARKERS, '')).replace(LIST_SIGN, ''),
    sources: [...new Set([...given, ...marked])],
  }
}
