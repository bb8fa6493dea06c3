/** Whether an answer holds what it should, is refused where it should be, and quotes exactly. */
import type { Answer } from '../../src/answer/answer.ts'
import type { Library } from '../../src/search/search-index.ts'
import { mean, type Values } from './measures.ts'
import { timesOf, type Times } from './measure-retrieval.ts'
import type { SetQuestion } from './read-set.ts'

export const answerValues = ({ relevant, answers }: SetQuestion, answer: Answer): Values => {
  const isRefused = Number(answer.status === 'refused')
  const quoted = quotedIn(answer)
  return {
    ...(relevant.length > 0 && answers.length > 0
      ? { answerHit: Number(holdsGold(answer.text, answers)), quoteHit: Number(holdsGold(quoted, answers)) }
      : {}),
    ...(answer.status === 'answered' ? { answerLength: answer.text.length, quoteLength: quoted.length } : {}),
    ...(relevant.length > 0 ? { refusedWrong: isRefused } : { refusedRight: isRefused }),
  }
}

/** Quotes shown, and how many of them stand character for character in their document. */
export const quotesOf = (answer: Answer, library: Library): { readonly quotes: number; readonly verbatim: number } => ({
  quotes: answer.citations.length,
  verbatim: answer.citations.filter(({ documentId, quote }) => library.content(documentId)?.text.includes(quote))
    .length,
})

const quotedIn = (answer: Answer): string => answer.citations.map(({ quote }) => quote).join('\n')

export interface ModelMeasures {
  readonly id: string
  /** Share of all questions whose answer a model has worded, and how the others came about. */
  readonly written: number
  readonly why: Readonly<Record<string, number>>
  readonly statementsKept: number
  readonly statementsDropped: number
  readonly citationsPerStatement: number | null
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
  readonly cost: number
  /** Milliseconds to the whole answer. */
  readonly answerMs: Times
}

/** null: no model that writes is configured. */
export const modelMeasures = (answers: readonly Answer[]): ModelMeasures | null => {
  const uses = answers.flatMap(({ model }) => model ?? [])
  const id = uses[0]?.model
  if (id === undefined) return null
  const total = (of: (use: (typeof uses)[number]) => number): number => uses.reduce((sum, use) => sum + of(use), 0)
  const why: Record<string, number> = {}
  for (const use of uses) why[use.why] = (why[use.why] ?? 0) + 1
  const written = answers.filter(({ model }) => model?.why === 'written')
  return {
    id,
    written: written.length / answers.length,
    why,
    statementsKept: total(({ kept }) => kept),
    statementsDropped: total(({ dropped }) => dropped),
    citationsPerStatement: mean(
      written.flatMap(({ text }) => text.split('\n').map((line) => line.match(/\[\d+\]/g)?.length ?? 0)),
    ),
    calls: total(({ calls }) => calls),
    tokensIn: total(({ tokensIn }) => tokensIn),
    tokensOut: total(({ tokensOut }) => tokensOut),
    cost: total(({ cost }) => cost),
    answerMs: timesOf(answers.map(({ timings }) => timings.totalMs)),
  }
}

/** Whether one of the golds stands in the text; a gold of parts joined by `#` stands there if all its parts do (answering-study §0). */
export const holdsGold = (text: string, golds: readonly string[]): boolean => {
  const plain = compared(text)
  return golds.some((gold) => {
    const parts = goldParts(gold)
    return parts.length > 0 && parts.every((part) => plain.includes(part))
  })
}

/** What must stand in a text for the gold to stand there, in the form that `compared` gives the text. */
export const goldParts = (gold: string): readonly string[] =>
  gold
    .split('#')
    .map((part) => compared(part).replace(/[\s.,;:!?…]+$/u, ''))
    .filter(Boolean)

export const compared = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
