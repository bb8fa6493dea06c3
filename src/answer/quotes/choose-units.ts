/** Which units are shown: one when the choice is sure, a few when it is not, whole lists where a list is asked for. */
import { besideFactor } from './beside-best.ts'
import { isLetterhead } from './is-letterhead.ts'
import { isScrap } from './is-scrap.ts'
import { restOfLists } from './rest-of-lists.ts'
import { chancesOf } from './unit-chances.ts'
import type { Candidate } from './unit-features.ts'
import { ordersMachine } from '../../text/orders-machine.ts'
import type { QuestionType } from '../question/question-type.ts'

/**
 * A further unit is shown if its probability pays for its characters and an offset (answering-study §2). The offset of 80 instead of
 * 20 changes no answerHit at equal length (±.001), but with it one λ gives answers of more equal length over all kinds of text.
 * Every .00001 less makes answers 2 to 5 characters longer and answerHit .002 higher; at .0004 short web texts are over 350 on average.
 */
const LAMBDA = 0.0004
const LENGTH_OFFSET = 80
const LIST_BUDGET = 650
/** Longest introduction that comes along with its item. On regulations answerHit .748 → .759 at equal length, elsewhere the same. */
const INTRODUCTION = 200
/** "2. Chỉ tiêu:" names a list and tells nothing of its item. */
const LEAST_WORDS = 4
/** Longest unit that is shown because its neighbours are: regulations +.003 for 3 characters, statutes +.004 for 5, a handbook +.009. */
const HOLE = 150
/** Share of its words that a further unit must add. At .2 versions of one rule are lost that the asker meant (virhe4qa −.006). */
const NEW_WORDS = 0.1
/** Of what stands under a heading that was found best. */
const HEADED_BUDGET = 450

export interface Chosen {
  /** The unit most likely to hold the answer. */
  readonly best: Candidate
  /** Its probability among all units. */
  readonly p: number
  /** All units to show, the best included, in the order of the candidates. */
  readonly units: readonly Candidate[]
  /** The unit that introduces the list to which the best belongs, where the list is to be given whole. */
  readonly intro: Candidate | null
  /** The line that came along only because it introduces the best. */
  readonly above?: Candidate
}

export interface ChoiceOptions {
  readonly type: QuestionType
  /** Most characters of all chosen units together; the best unit and a list asked for may exceed it. */
  readonly budget: number
  readonly lambda?: number
  /** Whether the steps of a procedure are asked for: the numbered items under its heading come whole. */
  readonly asksSteps?: boolean
  /** Whether items follow an introduction beyond its passage. */
  readonly goesOn?: (intro: Candidate) => boolean
}

/** `undefined` when there are no candidates. */
export const chooseUnits = (candidates: readonly Candidate[], options: ChoiceOptions): Chosen | undefined => {
  const probability = chancesOf(candidates)
  const order = candidates.map((_unit, index) => index).sort((a, b) => probability[b]! - probability[a]!)
  const told = order.filter((index) => !isLetterhead(candidates[index]!.text))
  // looked at one after the other: of all units this would cost more than all that is done with them
  const mayAnswer = (index: number): boolean => !ordersMachine(candidates[index]!.text)
  const first = told.find((index) => !isBare(candidates, index, options) && mayAnswer(index)) ?? told.find(mayAnswer)
  if (first === undefined) return undefined
  const best = candidates[first]!
  const list = wholeList(candidates, first, options)
  const above = list.length > 0 ? -1 : introduced(candidates, first)
  const taken = new Set([first, ...list, ...(above < 0 ? [] : [above]), ...headed(candidates, first, mayAnswer)])
  const lambda = options.lambda ?? LAMBDA
  const perCharacter = (index: number): number => {
    const chance = probability[index]! * besideFactor(best, candidates[index]!)
    return chance / (length(candidates[index]!) + LENGTH_OFFSET)
  }
  const said = new Set([...taken].flatMap((index) => candidates[index]!.tokens.map(({ folded }) => folded)))
  let total = [...taken].reduce((sum, index) => sum + length(candidates[index]!), 0)
  for (const index of [...order].sort((a, b) => perCharacter(b) - perCharacter(a))) {
    if (perCharacter(index) <= lambda) break
    if (taken.has(index) || isScrap(candidates[index]!) || !mayAnswer(index)) continue
    if (total + length(candidates[index]!) > options.budget || !addsWords(candidates[index]!, said)) continue
    taken.add(index)
    total += length(candidates[index]!)
    for (const { folded } of candidates[index]!.tokens) said.add(folded)
  }
  const along = [
    ...restOfLists(candidates, taken),
    ...[...taken].flatMap((at) => [...explained(candidates, at, options), ...hole(candidates, at, taken)]),
  ]
  for (const index of along.filter(mayAnswer).sort((a, b) => a - b)) {
    if (total + length(candidates[index]!) > options.budget) break
    if (!taken.has(index)) total += length(candidates[index]!)
    taken.add(index)
  }
  return {
    best,
    p: probability[first]!,
    intro: list[0] === undefined ? null : candidates[list[0]]!,
    units: [...taken].sort((a, b) => a - b).map((index) => candidates[index]!),
    ...(above >= 0 && perCharacter(above) <= lambda && { above: candidates[above]! }),
  }
}

/** "Nội dung gồm:" with nothing under it. */
const isBare = (candidates: readonly Candidate[], at: number, { goesOn }: ChoiceOptions): boolean => {
  const unit = candidates[at]!
  if (!unit.text.endsWith(':')) return false
  const next = candidates[at + 1]
  return !(next?.passage === unit.passage && next.parent === unit.index) && !goesOn?.(unit)
}

const EXPLAINS = /^(?:Theo đó|Cụ thể|Trong đó|Bao gồm|Gồm|Một là|Thứ nhất|Trước hết)(?![\p{L}])/u
const EXPLAINED = new Set<QuestionType>(['how', 'list', 'what', 'why', 'def'])

/** "Đã có nhiều đổi mới. Theo đó, …": the sentence that says how, and what goes on in its line. */
const explained = (candidates: readonly Candidate[], at: number, { type }: ChoiceOptions): readonly number[] => {
  const first = candidates[at + 1]
  if (!EXPLAINED.has(type) || first?.passage !== candidates[at]!.passage || !EXPLAINS.test(first.text)) return []
  const items: number[] = [at + 1]
  for (
    let index = at + 2;
    candidates[index]?.passage === first.passage && candidates[index]!.kind === 'item';
    index += 1
  )
    items.push(index)
  return items
}

/** Two papers often say the same sentence: it is shown once. A number that was not said is always new. */
const addsWords = ({ tokens }: Candidate, said: ReadonlySet<string>): boolean => {
  const added = tokens.filter(({ folded }) => !said.has(folded))
  return added.length >= NEW_WORDS * tokens.length || added.some(({ folded }) => /\d/.test(folded))
}

/** "c) bị khiển trách" says nothing alone: the line that introduces an item comes along. */
const introduced = (candidates: readonly Candidate[], at: number): number => {
  const { parent, index, passage } = candidates[at]!
  const above = parent < 0 ? undefined : candidates[at - index + parent]
  if (above?.passage !== passage || !above.text.endsWith(':')) return -1
  return length(above) <= INTRODUCTION && above.tokens.length >= LEAST_WORDS ? at - index + parent : -1
}

/** "1., 2., 4." leaves the reader to wonder: what is short and stands between two that are shown comes along. */
const hole = (candidates: readonly Candidate[], at: number, taken: ReadonlySet<number>): readonly number[] => {
  const [first, between, last] = [at, at + 1, at + 2].map((index) => candidates[index])
  const isOnePlace = between?.passage === first!.passage && last?.passage === first!.passage
  return isOnePlace && taken.has(at + 2) && length(between) <= HOLE ? [at + 1] : []
}

/** A heading names what was asked and says nothing of it: what stands under it comes along, in its order. */
const headed = (
  candidates: readonly Candidate[],
  at: number,
  mayAnswer: (index: number) => boolean,
): readonly number[] => {
  if (candidates[at]!.kind !== 'heading') return []
  const under: number[] = []
  let total = 0
  for (let index = at + 1; candidates[index]?.passage === candidates[at]!.passage; index += 1) {
    total += length(candidates[index]!)
    if (candidates[index]!.kind === 'heading' || total > HEADED_BUDGET) break
    if (mayAnswer(index)) under.push(index)
  }
  return under
}

const length = (unit: Candidate): number => unit.end - unit.start

/** The introduction and its items, when the best unit introduces a list or is an item of a list that is asked for. */
const wholeList = (
  candidates: readonly Candidate[],
  at: number,
  { type, asksSteps = false }: ChoiceOptions,
): readonly number[] => {
  const unit = candidates[at]!
  const place = (index: number): number => at - unit.index + index
  const introduces = (index: number): boolean =>
    candidates[index]!.text.endsWith(':') || (asksSteps && candidates[index]!.kind === 'heading')
  const intro = introduces(at) ? at : (type === 'list' || asksSteps) && unit.parent >= 0 ? place(unit.parent) : -1
  if (intro < 0 || !introduces(intro)) return []
  const taken = [intro]
  let total = length(candidates[intro]!)
  for (let index = intro + 1; candidates[index]?.passage === unit.passage; index += 1) {
    if (!isUnder(candidates, index, intro, at - unit.index)) break
    total += length(candidates[index]!)
    if (total > LIST_BUDGET && index > at) break
    taken.push(index)
  }
  return taken
}

const isUnder = (candidates: readonly Candidate[], index: number, intro: number, base: number): boolean => {
  for (let up = candidates[index]!.parent; up >= 0; up = candidates[base + up]!.parent)
    if (base + up === intro) return true
  return false
}
