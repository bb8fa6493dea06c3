/** The pages on which an admin chooses what is to change about a document, and the question before it is done. */
import { FormattedString } from '@grammyjs/parse-mode'
import { LEVELS } from '../../../access.ts'
import type { DocumentCard, Library } from '../../../search/search-index.ts'
import { manageMessages as messages } from '../../../text/messages/manage-messages.ts'
import { callbackData } from '../../callback-data.ts'
import { plainWords } from '../../render/plain-words.ts'
import type { Standing } from '../../staff-house.ts'
import { lines, type View } from '../../view.ts'
import { codeOf, shownName, stateOf, type DocumentChange, type State } from './document-change.ts'

const { buttons } = messages

export const managePage = ({ card, mark }: Standing, library: Library | null): View =>
  view(
    card,
    [...standingLines(card, library), plainWords(messages.page.file(card.source))],
    [
      { label: buttons.level, data: callbackData('qvl', card.id) },
      { label: buttons.validity, data: callbackData('qvs', card.id) },
      { label: buttons.remove, data: callbackData('qvx', card.id, mark) },
      { label: buttons.back, data: callbackData('vbp', card.id) },
    ],
  )

export const levelPage = ({ card, mark }: Standing, library: Library | null): View =>
  view(
    card,
    [...standingLines(card, library), '', messages.chooseLevel],
    [
      ...LEVELS.filter((level) => level !== card.level).map((after) => ({
        label: buttons.levels[after],
        data: callbackData('qvc', card.id, codeOf({ of: 'level', before: card.level, after }), mark),
      })),
      { label: buttons.up, data: callbackData('qvp', card.id) },
    ],
  )

export const statePage = ({ card, mark }: Standing, library: Library | null): View => {
  const { meta } = card
  const isStated = meta.stated.includes('validity')
  const states = (['in_force', 'expired', 'draft', 'text'] as const).filter((state) =>
    state === 'text' ? isStated : !isStated || state !== meta.validity,
  )
  const choice = (after: State) => codeOf({ of: 'state', before: meta.validity, after })
  return view(
    card,
    [...standingLines(card, library), '', messages.chooseState],
    [
      ...states.map((after) => ({
        label: buttons.states[after],
        data: callbackData('qvc', card.id, choice(after), mark),
      })),
      { label: buttons.states.replaced, data: callbackData('qvw', card.id) },
      { label: buttons.up, data: callbackData('qvp', card.id) },
    ],
  )
}

/** What will be done, in full, before it is done. `by`: the document that replaces it. */
export const confirmPage = (card: DocumentCard, mark: string, change: DocumentChange, by: DocumentCard | null): View =>
  view(
    card,
    [plainWords(questionOf(card, change, by)), ...effectsOf(change)],
    [
      { label: buttons.confirm, data: callbackData('qvd', card.id, codeOf(change), mark, by?.id ?? '-') },
      { label: buttons.cancel, data: callbackData('qvn') },
    ],
  )

export const removalPage = ({ card, mark }: Standing): View =>
  view(
    card,
    [plainWords(messages.askRemoval(shownName(card))), messages.removal],
    [
      { label: buttons.confirmRemoval, data: callbackData('qvy', card.id, mark) },
      { label: buttons.cancel, data: callbackData('qvn') },
    ],
  )

const view = (card: DocumentCard, body: readonly (string | FormattedString)[], shown: View['buttons']): View => ({
  body: lines(...body),
  buttons: shown,
  protect: card.level !== 'public',
})

const standingLines = (card: DocumentCard, library: Library | null): (string | FormattedString)[] => {
  const isStated = card.meta.stated.includes('validity')
  const { page, levels } = messages
  return [
    plainWords(shownName(card)),
    page.level(levels[card.level]),
    `${page.validity(stateOf(card, library))} ${isStated ? page.stated : page.read}`,
  ]
}

const questionOf = (card: DocumentCard, change: DocumentChange, by: DocumentCard | null): string => {
  const name = shownName(card)
  if (change.of === 'level')
    return messages.askLevel(name, messages.levels[change.before], messages.levels[change.after])
  if (change.after === 'text') return messages.askText(name)
  const state = by ? messages.page.replacedBy(shownName(by)) : buttons.states[change.after].toLowerCase()
  return messages.askState(name, state)
}

const effectsOf = (change: DocumentChange): readonly string[] => {
  if (change.of === 'state') return change.after === 'text' ? [] : [messages.overText]
  const isWider = LEVELS.indexOf(change.after) < LEVELS.indexOf(change.before)
  return [
    ...(isWider ? [messages.wider] : [messages.narrower]),
    ...(change.after === 'public' ? [messages.toPublic] : []),
  ]
}
