/** THE page: how a question becomes an answer with exact quotes, or an honest refusal. */
import type { Retrieval } from '../search/retrieval.ts'
import { answerMessages } from '../text/messages/answer-messages.ts'
import { oneLine } from '../text/vietnamese.ts'
import type { Answer, ModelUse } from './answer.ts'
import { startClock } from './clock.ts'
import { verify } from './citations.ts'
import { standingAlone } from './question/follow-up.ts'
import { namedDocuments } from './question/named-documents.ts'
import { noticesOn } from './notices.ts'
import { endedLines } from './units/ended-lines.ts'
import type { AnswerDeps, AskedQuestion } from './answer-deps.ts'
import { again } from './answer-memory.ts'
import { asMeant } from './question/as-meant.ts'
import { placeFollowUp } from './question/place-follow-up.ts'
import { levelOf } from './level-of.ts'
import { staysInside } from './question/stays-inside.ts'
import { plenaryNaming, withPlenaries } from './question/plenary-documents.ts'
import { understoodAlone } from './question/understood-alone.ts'
import { understand } from './question/question.ts'
import { inAnotherTime, type Among } from './decide/another-time.ts'
import { laterNotice, timesOf } from './decide/in-time.ts'
import { pressNotice } from './decide/press.ts'
import { aboutValidity } from './look-up/about-validity.ts'
import { namedIn } from './question/meant-of-number.ts'
import { decline, refuseWithLibrary, withHoldings } from './refusal.ts'
import type { Refused } from './refusal.ts'
import { scopeOf } from './question/scope.ts'
import { screenQuestion } from './question/screen-question.ts'
import type { Situation } from './situation.ts'
import { inQuotes } from './in-quotes.ts'
import { understoodNotice } from './question/understood-notice.ts'
import { withModel } from './written/model-part.ts'

const HITS = 10

/** Never throws: what goes wrong inside is an answer of status `failed`. */
export const answerQuestion = async (asked: AskedQuestion, deps: AnswerDeps): Promise<Answer> => {
  const clock = startClock()
  const top = Math.max(asked.top ?? HITS, HITS)
  const meant = asMeant(asked.question)
  let standalone = standingAlone(meant)
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
  // said of the question itself: what is asked for may not be there because it is no longer
  const ended = (): readonly string[] => endedLines(standalone.text, deps.units ?? [], deps.now())
  const refuse = (refused: Refused): Answer => {
    const about = refused.about ?? (standalone.only ? standalone.documentId : null)
    return {
      status: 'refused',
      citations: [],
      ...refused,
      ...(about !== null && { about }),
      ...(refused.reason === 'not_found' && { text: [...ended(), refused.text].join(' ') }),
      ...common([], [...refused.choices.map(({ documentId }) => documentId), ...(about === null ? [] : [about])]),
    }
  }

  try {
    const screened =
      screenQuestion(asked.question) ?? (meant === oneLine(asked.question) ? undefined : screenQuestion(meant))
    if (screened) {
      // what is not taken in (a secret paper, personal data) is not handed on either
      standalone = { ...standalone, text: '' }
      return refuse(withHoldings(screened, deps.library()))
    }
    const library = deps.library()
    if (!library || library.cards.length === 0) return refuse(decline('not_found', answerMessages.emptyLibrary))

    const picked = asked.about === undefined ? undefined : library.card(asked.about)
    const followed = picked ? null : placeFollowUp(meant, asked.turns, library)
    standalone = picked
      ? { ...standalone, documentId: picked.id, only: true }
      : (followed?.standalone ?? (await understoodAlone(meant, asked.turns, deps.model ?? null)))
    if (followed?.kind === 'refused') return refuse(followed.refused)
    const remembered = picked || standalone.dependent ? undefined : deps.memory?.get(standalone.text)
    if (remembered) return again(remembered, clock.timings())
    const named = picked
      ? { named: true, cards: [picked], missing: [] }
      : withPlenaries(namedIn(standalone.text, library), standalone.text, library)
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
    const naming =
      plenaryNaming(standalone.text, named, retrieval, library) ??
      namedDocuments(standalone.text, named, retrieval, library)
    if (!validity && naming.refused) return refuse(naming.refused)
    const first = validity ?? inQuotes(situation, meant)
    const look = (among: Among) => deps.retrieve(scope.text, { top, inside, ...among })
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
      ...ended(),
      ...(validity ? [] : noticesOn(verified.citations, library, deps.now())),
      ...laterNotice(time, verified.citations, library),
      ...pressNotice(standalone, verified.citations, library),
    ]
    const { compared, about } = outcome
    const cited = [...verified.citations.map(({ documentId }) => documentId), ...Object.values(compared ?? {})]
    const also = {
      ...(outcome.draft.whole && { whole: true as const }),
      ...(compared && { compared }),
      ...(about !== undefined && { about }),
    }
    const answer: Answer = {
      status: 'answered',
      reason: null,
      ...verified,
      ...also,
      ...common(notices, about === undefined ? cited : [...cited, about]),
    }
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

const hitsOf = (retrieval: Retrieval | null, top: number): Answer['hits'] =>
  (retrieval?.documents ?? []).slice(0, top).map(({ card, passage, score }) => ({
    documentId: card.id,
    passageId: passage.id,
    score,
  }))
