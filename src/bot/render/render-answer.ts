/** An Answer as Telegram messages: the answer first, then what must be known about it, then its sources in an expandable quotation. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { Answer } from '../../answer/answer.ts'
import type { GivenAnswer } from '../../desk/records.ts'
import { answerMessages } from '../../text/messages/answer-messages.ts'
import { telegramAnswerMessages as messages } from '../../text/messages/telegram-answer-messages.ts'
import type { Button, Outgoing } from '../outgoing.ts'
import { answerButtons } from './answer-buttons.ts'
import { bestQuotes } from './best-quotes.ts'
import { plainWords } from './plain-words.ts'
import type { RenderOptions } from './render-options.ts'
import { sourceList } from './source-list.ts'
import { splitText } from './split-text.ts'
import { visibleAnswer } from './visible-answer.ts'
import { wholePlaces } from './whole-places.ts'

export type AnswerPart = Pick<Extract<Outgoing, { kind: 'text' }>, 'kind' | 'text' | 'entities' | 'buttons'>

/** One part or more, none empty; the buttons stand under the last. */
export const renderAnswer = (
  given: Pick<GivenAnswer, 'id' | 'answer'>,
  options: RenderOptions,
): readonly AnswerPart[] => {
  const { answer } = given
  const paragraphs =
    answer.status === 'answered'
      ? answeredParagraphs(answer)
      : answer.status === 'refused'
        ? refusedParagraphs(answer, options)
        : [new FormattedString(answer.text), ...wayToPeople(options)]
  const ours = [
    ...(options.masked.length > 0 ? [plain(messages.masked(options.masked))] : []),
    ...(options.isFirst ? [plain(isWorded(answer) ? messages.whatWeAreWording : messages.whatWeAre)] : []),
  ]
  paragraphs.splice(answer.status === 'answered' ? -1 : paragraphs.length, 0, ...ours)
  return withButtons(splitText(FormattedString.join(paragraphs, '\n\n')), answerButtons(given, options))
}

const isWorded = ({ model }: Answer): boolean => model?.why === 'written' || model?.why === 'remembered'

const plain = (text: string): FormattedString => new FormattedString(text)

const answeredParagraphs = (answer: Extract<Answer, { status: 'answered' }>): FormattedString[] => {
  if (answer.whole) return wholeParagraphs(answer)
  const best = bestQuotes(answer)
  const visible = visibleAnswer(best.text)
  // said first, so that what is only near is not taken for the answer
  const isClosest = answer.notices.includes(answerMessages.closestOnly)
  const notices = [
    ...answer.notices.filter((notice) => notice !== answerMessages.closestOnly),
    ...(isPressOnly(answer) ? [messages.pressOnly] : []),
  ]
  const sources = FormattedString.expandableBlockquote(sourceList(answer.citations, visible.text))
  return [
    ...(isClosest ? [plain(messages.closest)] : []),
    plainWords(visible.text),
    ...(visible.isCut ? [plain(messages.goesOn)] : best.areMore ? [plain(messages.othersBelow)] : []),
    ...(notices.length > 0 ? [noticeLines(notices)] : []),
    FormattedString.join([messages.sources, sources], '\n'),
  ]
}

/** Nothing of it is left to the sources: what does not fit is opened with a button. */
const wholeParagraphs = (answer: Extract<Answer, { status: 'answered' }>): FormattedString[] => {
  const { body, left } = wholePlaces(answer)
  const said = answer.citations.map(({ quote }) => quote).join('\n')
  const sources = FormattedString.expandableBlockquote(sourceList(answer.citations, said))
  return [
    body,
    ...(left.length > 0 ? [plain(messages.readOnBelow)] : []),
    ...(answer.notices.length > 0 ? [noticeLines(answer.notices)] : []),
    FormattedString.join([messages.sources, sources], '\n'),
  ]
}

const noticeLines = (notices: readonly string[]): FormattedString =>
  notices.length === 1
    ? plainWords(`${messages.note} ${notices[0]}`)
    : FormattedString.join([messages.note, ...notices.map((notice) => plainWords(`– ${notice}`))], '\n')

/** The reason, what may be picked, and what to do next. */
const refusedParagraphs = (
  answer: Extract<Answer, { status: 'refused' }>,
  options: RenderOptions,
): FormattedString[] => {
  const { choices, reason } = answer
  const asks = reason === 'ambiguous'
  const listed = choices.map(({ label }, i) => plainWords(`${asks ? `${i + 1}.` : '–'} ${label}`))
  const head = FormattedString.join([plainWords(answer.text), ...listed], '\n')
  if (reason === 'not_found' && (options.library?.cards.length ?? 0) === 0) return [head, comeBack(options)]
  if (reason !== 'not_found' && choices.length === 0) return [head]
  const { handedOver } = options
  return [
    head,
    plain(asks ? messages.choose : choices.length > 0 ? messages.near : messages.rephrase),
    ...(asks ? [] : wayToPeople(options)),
    ...(asks || options.isPrivate ? [] : [plain(messages.askInPrivate)]),
    ...(handedOver === 'no' ? [] : [plain(messages.handedOver[handedOver])]),
  ]
}

/** Nothing has been taken in yet: come later, or ask a person. */
const comeBack = ({ hasStaff, hasContact }: RenderOptions): FormattedString => {
  const person = hasStaff ? [messages.orAskStaff] : hasContact ? [messages.orContact] : []
  return plain([messages.comeBack, ...person].join(' '))
}

/** Without staff in Telegram: by the way that the office says; with them the button and what they are told say enough. */
const wayToPeople = ({ hasStaff, hasContact }: RenderOptions): FormattedString[] =>
  !hasStaff && hasContact ? [plain(messages.orContact)] : []

const withButtons = (parts: readonly FormattedString[], buttons: readonly Button[]): readonly AnswerPart[] =>
  parts.map(({ text, entities }, i) => ({
    kind: 'text',
    text,
    ...(entities.length > 0 && { entities }),
    ...(i === parts.length - 1 && buttons.length > 0 && { buttons }),
  }))

/** A notice may have said it already, with what was not found. */
const isPressOnly = ({ citations, notices }: Answer): boolean =>
  citations.every(({ kind }) => kind === 'article') && !notices.includes(answerMessages.onlyPress)
