/** The usual answer: the best units of the best passages, unless the match is too weak or the sources say too little. */
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { disagreement, missingPeriod, missingTerm } from '../decide/ask-back.ts'
import { chooseUnits } from './choose-units.ts'
import { composeExtract } from './compose-extract.ts'
import { strengthWithin } from '../decide/decide-within.ts'
import { strengthOf } from '../decide/decide.ts'
import { isPersonLeftOut } from '../decide/person-told.ts'
import { nameOf } from '../document-names.ts'
import { fromTitles } from '../look-up/from-titles.ts'
import { evidenceOf } from './evidence.ts'
import { honestLead } from './honest-lead.ts'
import { quotesOf } from './quotes.ts'
import type { Question } from '../question/question.ts'
import { isOfAnotherPlace, isOfSomebodyElse } from '../question/proper-names.ts'
import { refuseWithLibrary } from '../refusal.ts'
import { withoutRepeats } from './repeated-facts.ts'
import { drafted, refusing } from '../situation.ts'
import type { Outcome, Situation } from '../situation.ts'
import { createTokenizer } from '../question/tokenize.ts'
import { scoreUnits } from './unit-features.ts'
import type { Candidate } from './unit-features.ts'
import { listAt } from './whole-list.ts'
import { numbersIn } from '../../text/numbers/number-words.ts'
import { fold } from '../../text/vietnamese.ts'
import { withoutPress } from '../decide/press.ts'

/** answering-study §2: the joint choice over five passages; three and eight give the same. */
const PASSAGES = 5
/** A count stands in one short clause that ranks low by its common words. */
const COUNTING_PASSAGES = 10
/**
 * Most characters of the chosen units together; a whole list may go beyond. At 800 one long sentence of a regulation keeps out all
 * others, however likely (uit_regulation −.005); 1,200 changes nothing more.
 */
const BUDGET = 1000

export const fromPassages = (situation: Situation): Outcome => {
  const { standalone, question, library, retrieval, scope, near } = situation
  const first = scope.only?.length === 1 ? scope.only[0]! : null
  const notHere = first ? answerMessages.notInDocument(nameOf(first.meta)) : answerMessages.notFound
  const notFound = (sentence: string = notHere): Outcome =>
    refusing(refuseWithLibrary('not_found', sentence, library, near))
  const textOf = (documentId: string): string => library.content(documentId)?.text ?? ''

  const tokenize = createTokenizer()
  const strength = scope.only
    ? strengthWithin(
        retrieval.query,
        scope.only.flatMap(({ id, meta }) => [meta.title, textOf(id)]),
        tokenize,
      )
    : strengthOf(retrieval, tokenize)
  if (strength === 'nothing') return fromTitles(situation, scope.only ?? [])
  if (strength === 'none') return notFound()
  const passages = withoutPress(situation).slice(0, question.type === 'howmany' ? COUNTING_PASSAGES : PASSAGES)
  // a newer snapshot may have come between search and answer
  const current = passages.filter(
    ({ card, passage, text }) => textOf(card.id).slice(passage.start, passage.end) === text,
  )
  if (!scope.only && isOfAnotherPlace(question, current, library, tokenize)) return notFound()
  if (!scope.only && isPersonLeftOut(question, current)) return notFound()
  const candidates = scoreUnits(question, current, textOf, tokenize)
  const goesOn = ({ passage, start }: Candidate): boolean => listAt(textOf(passage.card.id), start) !== undefined
  const asksSteps = STEPS.test(fold(question.text))
  const chosen = chooseUnits(candidates, { type: question.type, budget: BUDGET, goesOn, asksSteps })
  if (!chosen || countsNothing(chosen.units, question)) return notFound()

  const main = chosen.best.passage
  const term = missingTerm(standalone.text, textOf(main.card.id))
  if (term) return notFound(answerMessages.periodNotFound(answerMessages.term(term)))
  const period = standalone.dependent ? missingPeriod(standalone.text, main.text) : null
  if (period) return notFound(answerMessages.periodNotFound(period))
  const disagreeing = disagreement(question, candidates)
  if (disagreeing) return refusing(disagreeing)

  const best = [...candidates].sort((a, b) => b.z - a.z).filter(({ z }) => z > chosen.best.z - NEAR)
  const honest = honestLead(question, best, (unit) => textOf(unit.passage.card.id))
  const places = honest
    ? [{ card: honest.unit.passage.card, start: honest.unit.start, end: honest.end }]
    : quotesOf(
        library,
        withoutRepeats(chosen, question),
        numbersIn(question.text).map(({ value }) => value),
      )
  if (places.length === 0) return notFound()
  const quoted = places.map(({ card, start, end }) => textOf(card.id).slice(start, end))
  if (strength === 'weak' && !scope.only && isOfSomebodyElse(question, quoted, current, library, tokenize))
    return notFound()
  const draft = composeExtract(library, places, honest?.sentence ?? null)
  const isWeak = strength === 'weak'
  // what a lead of ours says is exact already
  if (honest) return drafted(draft)
  return drafted(draft, isWeak ? [answerMessages.closestOnly] : [], { candidates, isWeak })
}

/** "Thủ tục chuyển sinh hoạt đảng?" is answered by all its steps. */
const STEPS = /(?<!\p{L})(?:thu tuc|trinh tu|quy trinh|cac buoc)(?!\p{L})/iu

/** Units within e^-4 of the best may speak for or against what a lead says. */
const NEAR = 4

/** "Tỉnh có bao nhiêu dân": words around the asked thing without any number beside those of the question are no answer. */
const countsNothing = (units: readonly Candidate[], { type, asked }: Question): boolean =>
  type === 'howmany' && units.every(({ text }) => evidenceOf(type, text, asked).value === 0 && !AMOUNT.test(text))

const AMOUNT = /(?<![\p{L}\p{M}])(?:toàn bộ|tất cả|mọi|mỗi|đầu|nửa)(?![\p{L}\p{M}])/iu
