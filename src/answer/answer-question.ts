/** THE page: how a question becomes an answer with exact quotes, or an honest refusal. */
import type { Level } from '../access.ts'
import type { Retrieval } from '../search/retrieval.ts'
import type { Library } from '../search/search-index.ts'
import { answerMessages } from '../text/messages/answer-messages.ts'
import { oneLine } from '../text/vietnamese.ts'
import { aboutDocument } from './look-up/about-document.ts'
import type { Answer, ModelUse, Turn } from './answer.ts'
import { startClock } from './clock.ts'
import { atPlace } from './look-up/at-place.ts'
import { verify } from './citations.ts'
import { countPlaces } from './look-up/count-places.ts'
import { nameOf } from './document-names.ts'
import { standingAlone } from './question/follow-up.ts'
import type { Standalone } from './question/follow-up.ts'
import { fromPassages } from './quotes/from-passages.ts'
import { documentsAsked } from './look-up/from-titles.ts'
import { namedDocuments } from './question/named-documents.ts'
import { noticesOn } from './notices.ts'
import { again, type AnswerMemory } from './answer-memory.ts'
import { levelOf } from './level-of.ts'
import { staysInside } from './question/stays-inside.ts'
import { understoodAlone } from './question/understood-alone.ts'
import { understand } from './question/question.ts'
import { inAnotherTime } from './decide/another-time.ts'
import { laterNotice, timesOf } from './decide/in-time.ts'
import { pressNotice } from './decide/press.ts'
import { aboutValidity } from './look-up/about-validity.ts'
import { namedIn } from './question/meant-of-number.ts'
import { decline, refuseWithLibrary, withHoldings } from './refusal.ts'
import type { Refused } from './refusal.ts'
import { scopeOf } from './question/scope.ts'
import { screenQuestion } from './question/screen-question.ts'
import type { Situation } from './situation.ts'
import { withModel, type AnswerModel } from './written/model-part.ts'

export interface AskedQuestion {
  readonly question: string
  /** What the asker may read; comes from the records and the kind of chat, never from the message. */
  readonly level: Level
  /** Earlier turns of this conversation, oldest first. */
  readonly turns: readonly Turn[]
  /** The document that the asker picked when asked back: no other is looked at. */
  readonly about?: string
  /** Hits listed in the answer. Default 10. */
  readonly top?: number
}

export interface AnswerDeps {
  now(): Date
  /** What the asker's level may see; null before anything was ingested. */
  library(): Library | null
  /** `preferDocuments`: ids that come first among the documents that match at all; `onlyDocuments`: no others are looked at. */
  retrieve(
    question: string,
    options: {
      readonly top: number
      readonly preferDocuments?: readonly string[]
      readonly onlyDocuments?: readonly string[]
      /** Documents that are not looked at. */
      readonly leaveOut?: ReadonlySet<string>
      /** No word of this question may leave the house: it names, or leans on, what `maySee` does not cover. */
      readonly inside?: boolean
    },
  ): Retrieval | Promise<Retrieval>
  /** The highest level of documents whose words may be given to models; left out: there are none outside. */
  readonly maySee?: Level
  /** The model that words answers; null or left out: answers are quotes. */
  readonly model?: AnswerModel | null
  /** Answers that a model has worded for this level from this very snapshot: the same question is not paid for twice. */
  readonly memory?: AnswerMemory
  /** Told when a model begins to write, with how many passages it is given. */
  readonly onWriting?: (passages: number) => void
  /** Told about errors that were answered with an apology. */
  readonly onError?: (error: unknown) => void
}

const HITS = 10

/** Never throws: what goes wrong inside is an answer of status `failed`. */
export const answerQuestion = async (asked: AskedQuestion, deps: AnswerDeps): Promise<Answer> => {
  const clock = startClock()
  const top = Math.max(asked.top ?? HITS, HITS)
  let standalone = standingAlone(oneLine(asked.question))
  let retrieval: Retrieval | null = null
  let use: ModelUse | undefined
  const common = (notices: readonly string[], named: readonly string[]) => ({
    hits: hitsOf(retrieval, asked.top ?? HITS),
    notices,
    timings: clock.timings(),
    standalone: standalone.text,
    ...levelOf(named, deps.library()),
    ...(use && { model: use }),
  })
  const refuse = (refused: Refused): Answer => ({
    status: 'refused',
    citations: [],
    ...refused,
    ...common(
      [],
      refused.choices.map(({ documentId }) => documentId),
    ),
  })

  try {
    const screened = screenQuestion(asked.question)
    if (screened) {
      // what is not taken in (a secret paper, personal data) is not handed on either
      standalone = { ...standalone, text: '' }
      return refuse(withHoldings(screened, deps.library()))
    }
    const library = deps.library()
    if (!library || library.cards.length === 0) return refuse(decline('not_found', answerMessages.emptyLibrary))

    const picked = asked.about === undefined ? undefined : library.card(asked.about)
    standalone = picked
      ? { ...standalone, documentId: picked.id, only: true }
      : await understoodAlone(asked.question, asked.turns, deps.model ?? null)
    const remembered = picked || standalone.dependent ? undefined : deps.memory?.get(standalone.text)
    if (remembered) return again(remembered, clock.timings())
    const named = picked ? { named: true, cards: [picked], missing: [] } : namedIn(standalone.text, library)
    const preferred = [...named.cards.map(({ id }) => id), ...(standalone.documentId ? [standalone.documentId] : [])]
    const inside = staysInside(standalone, asked.turns, named.cards, library, deps.maySee ?? 'staff')
    const { time, outside, next } = timesOf(standalone.text, library, preferred)
    const leaving = (leaveOut: ReadonlySet<string>) => ({ top, inside, leaveOut })
    retrieval = await deps.retrieve(standalone.text, { ...leaving(outside), preferDocuments: preferred })
    const scope = scopeOf(standalone, named, library)
    const within = scope.only
      ? await deps.retrieve(scope.text, { ...leaving(outside), onlyDocuments: scope.only.map(({ id }) => id) })
      : retrieval
    clock.retrieved()
    const question = understand(within.query)
    // typed in Telex keystrokes the wording shows only now
    const decoded = question.text === scope.text ? undefined : screenQuestion(question.text)
    if (decoded) return refuse(withHoldings(decoded, library))

    const ofName = scope.wants === 'words' ? (scope.only ?? []) : []
    const near = [...ofName, ...retrieval.documents.map(({ card }) => card)]
    const situation: Situation = { standalone, question, library, named, retrieval: within, scope, outside, near }
    const validity = aboutValidity(situation)
    const naming = namedDocuments(standalone.text, named, retrieval, library)
    if (!validity && naming.refused) return refuse(naming.refused)
    const first =
      validity ??
      documentsAsked(situation) ??
      aboutDocument(situation) ??
      countPlaces(situation) ??
      atPlace(situation) ??
      fromPassages(situation)
    const look = (ids: ReadonlySet<string>) => deps.retrieve(scope.text, leaving(ids))
    const quoted = await inAnotherTime(first, situation, time, next, look)
    const part = deps.model ? await withModel(situation, quoted, deps.model, { ...deps, inside }) : null
    use = part?.use
    const outcome = part?.outcome ?? quoted
    if (outcome.kind === 'refused') return refuse(outcome.refused)

    // what a model has worded and does not hold is quoted instead
    const verified =
      verify(outcome.draft, library) ?? (quoted.kind === 'drafted' ? verify(quoted.draft, library) : null)
    if (!verified) return refuse(refuseWithLibrary('not_found', answerMessages.notFound, library, near))
    const notices = [
      ...understoodNotice(standalone, library),
      ...outcome.notices,
      ...(naming.notice && !validity ? [naming.notice] : []),
      ...(within.byWordsOnly ? [answerMessages.byWordsOnly] : []),
      ...(validity ? [] : noticesOn(verified.citations, library, deps.now())),
      ...laterNotice(time, verified.citations, library),
      ...pressNotice(standalone, verified.citations, library),
    ]
    const about = outcome.about ? { about: outcome.about } : {}
    const cited = [...verified.citations.map(({ documentId }) => documentId), ...Object.values(about)]
    const answer: Answer = { status: 'answered', reason: null, ...verified, ...common(notices, cited), ...about }
    // found or ranked without a model that failed just now, it would be everybody's poorer answer for the day
    const isWhole = !within.byWordsOnly && deps.model?.used().faults.length === 0
    if (use?.why === 'written' && isWhole && !picked && !standalone.dependent) deps.memory?.put(standalone.text, answer)
    return answer
  } catch (error) {
    deps.onError?.(error)
    const reason = retrieval ? 'internal' : 'search_failed'
    return { status: 'failed', reason, citations: [], text: answerMessages.failed, ...common([], []) }
  }
}

/** How a question that leans on another was understood, as a person would say it. */
const understoodNotice = (standalone: Standalone, library: Library): readonly string[] => {
  if (!standalone.dependent) return []
  if (standalone.joinedWith !== null) return [answerMessages.joinedWith(standalone.joinedWith)]
  const card = standalone.only && standalone.documentId ? library.card(standalone.documentId) : undefined
  return [card ? answerMessages.askedOf(nameOf(card.meta)) : answerMessages.understoodAs(standalone.text)]
}

const hitsOf = (retrieval: Retrieval | null, top: number): Answer['hits'] =>
  (retrieval?.documents ?? []).slice(0, top).map(({ card, passage, score }) => ({
    documentId: card.id,
    passageId: passage.id,
    score,
  }))
