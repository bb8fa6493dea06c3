/** Rows of measures with their intervals: of a set, of a tag, of a kind of question, of all sets together. */
import { QUESTION_TYPES } from '../../src/answer/question/question-type.ts'
import { mean, MEASURES, valuesOf, type Measure, type Values } from './measures.ts'
import { intervalOf, type Interval } from './resample.ts'
import type { AskedQuestion, SetRun } from './set-run.ts'

export interface Estimate {
  readonly value: number
  readonly interval: Interval
  /** Questions that it rests on; of a macro: sets. */
  readonly over: number
}

export interface Row {
  readonly label: string
  readonly questions: number
  /** A measure that speaks of none of the questions is left out. */
  readonly estimates: Readonly<Partial<Record<Measure, Estimate>>>
}

/** A set's measure counts in the macro if it rests on so many questions: of seven, one is .14. */
export const FEWEST_IN_MACRO = 30

export const rowOf = (label: string, questions: readonly { readonly values: Values }[]): Row =>
  row(label, questions.length, (measure) => [valuesOf(measure, questions)])

/** Each set counts the same, however many questions it has. */
export const macroOf = (label: string, sets: readonly (readonly { readonly values: Values }[])[]): Row =>
  row(
    label,
    sets.reduce((sum, questions) => sum + questions.length, 0),
    (measure) => sets.map((questions) => valuesOf(measure, questions)).filter((set) => set.length >= FEWEST_IN_MACRO),
  )

const row = (
  label: string,
  questions: number,
  groupsOf: (measure: Measure) => readonly (readonly number[])[],
): Row => ({
  label,
  questions,
  estimates: Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const groups = groupsOf(measure)
      const interval = intervalOf(groups)
      const value = mean(groups.filter((group) => group.length > 0).map((group) => mean(group)!))
      const over = groups.length === 1 ? groups[0]!.length : groups.length
      return interval && value !== null ? [[measure, { value, interval, over }]] : []
    }),
  ),
})

/** The tags of the set, most questions first. */
export const rowsByTag = ({ questions }: SetRun): readonly Row[] => {
  const tagged = new Map<string, AskedQuestion[]>()
  for (const question of questions)
    for (const tag of new Set(question.tags)) {
      const some = tagged.get(tag)
      if (some) some.push(question)
      else tagged.set(tag, [question])
    }
  return [...tagged].map(([tag, some]) => rowOf(tag, some)).sort((a, b) => b.questions - a.questions)
}

/** By what is asked for: a person, a time, a number … */
export const rowsByType = ({ questions }: Pick<SetRun, 'questions'>): readonly Row[] =>
  QUESTION_TYPES.flatMap((type) => {
    const some = questions.filter((question) => question.type === type)
    return some.length > 0 ? [rowOf(type, some)] : []
  })
