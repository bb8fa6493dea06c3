/** From a question in a chat to its answer in the same chat: asked at the desk, rendered, and left in the job. */
import { nameOf } from '../../../answer/document-names.ts'
import { receiveQuestion, type AskedQuestion, type DeskDeps } from '../../../desk/receive-question.ts'
import type { RefusalFate } from '../../../desk/cases.ts'
import type { GivenAnswer, OutboxItem } from '../../../desk/records.ts'
import { withoutPersonalData } from '../../../text/without-personal-data.ts'
import type { BotContext } from '../../context.ts'
import { documentsBehind } from '../../documents-behind.ts'
import type { Outgoing } from '../../outgoing.ts'
import { placeOf } from '../../place.ts'
import { queueMessage } from '../../queue-message.ts'
import { removePlaceholder, withProgress } from '../../progress.ts'
import { renderAnswer } from '../../render/render-answer.ts'
import { handedOver, passOnRefusal, refusalFate } from '../cases/refusals.ts'
import { tellOfUsedBudget } from './used-budget.ts'
import { tellLimit } from '../limited.ts'

export interface Asking extends Pick<AskedQuestion, 'question' | 'repliesTo' | 'picked'> {
  /** The message that asks, if it is not the one of this update. */
  readonly messageId?: number
  /** The answer to the same message before it was edited: its messages are changed. */
  readonly earlier?: GivenAnswer | null
}

/** The answer that was given; null where the question was not taken now. */
export const giveAnswer = async (ctx: BotContext, asking: Asking): Promise<GivenAnswer | null> => {
  const { asker, deps, job } = ctx
  const { earlier = null, messageId = ctx.msg?.message_id ?? 0, ...rest } = asking
  const { value: reception, placeholder } = await withProgress(
    ctx,
    ({ writing }) =>
      receiveQuestion(
        { ...asker, ...rest, messageId, askedAt: job.askedAt, earlier },
        {
          ...deps,
          ...deps.desk,
          ask: (question, how) => deps.house.ask(question, { ...how, onWriting: writing, signal: job.signal }),
          documents: namedDocuments(ctx),
          isReadable: (documentId, level) => {
            const library = deps.house.library(level)
            return library === null || library.card(documentId) !== undefined
          },
        },
      ),
    earlier !== null,
  )
  if (reception.kind === 'limited') {
    removePlaceholder(ctx, placeholder)
    tellLimit(ctx, reception)
    return null
  }
  if (isSuperseded(ctx)) {
    removePlaceholder(ctx, placeholder)
    return null
  }
  const { given, isFirst } = reception
  job.also(reception.record)
  const fate = refusalFate(ctx, given)
  const masked = asking.picked ? [] : withoutPersonalData(asking.question).found
  sayAnswer(ctx, given, { isFirst, earlier, placeholder, replyTo: messageId, fate, masked })
  passOnRefusal(ctx, given, fate)
  tellOfUsedBudget(ctx, given.answer)
  return given
}

/** Looked at only where a document was asked for. */
const namedDocuments =
  ({ deps }: BotContext): DeskDeps['documents'] =>
  (level) =>
    (deps.house.library(level)?.cards ?? []).map(({ id, meta }) => ({
      documentId: id,
      label: `${nameOf(meta)} ${meta.title}`,
    }))

const sayAnswer = (
  ctx: BotContext,
  given: GivenAnswer,
  how: {
    readonly isFirst: boolean
    readonly earlier: GivenAnswer | null
    readonly placeholder: number | null
    readonly replyTo: number
    readonly fate: RefusalFate
    readonly masked: readonly string[]
  },
): void => {
  const { asker, deps, job } = ctx
  const parts = renderAnswer(given, {
    isFirst: how.isFirst,
    isPrivate: asker.isPrivate,
    hasStaff: deps.telegram.staffChatId !== null,
    hasContact: deps.desk.contact !== null,
    handedOver: handedOver(how.fate),
    masked: how.masked,
    library: deps.house.library(asker.level),
  })
  const levels = [
    given.answer.level,
    ...documentsBehind(given.answer).map(
      (documentId) => deps.house.library(asker.level)?.card(documentId)?.level ?? null,
    ),
  ]
  const isAbove = levels.some((level) => level === 'member' || level === 'staff')
  const before = how.earlier ? messagesOf(ctx, how.earlier) : how.placeholder === null ? [] : [how.placeholder]
  // a message that was sent unprotected stays so, whatever is put into it
  const standing = isAbove ? [] : before
  if (how.earlier) {
    const { chat } = asker
    job.queue(() =>
      targetsOf(deps.records.outbox.withdraw(given.id))
        .filter((messageId) => !before.includes(messageId))
        .map((messageId) => queueMessage(deps.records, { kind: 'delete', messageId }, { chat })),
    )
  }
  const { threadId } = placeOf(ctx)
  parts.forEach((part, i) => {
    const edit = standing[i]
    job.say(
      {
        ...part,
        // an edit keeps what is not said anew: buttons that are gone must be taken away
        ...(edit !== undefined && { edit, buttons: part.buttons ?? [] }),
        ...(threadId !== undefined && { threadId }),
        ...(i === 0 && !asker.isPrivate && how.replyTo > 0 && { replyTo: how.replyTo }),
        // of a document that is gone nobody can say who may read it
        ...((isAbove || levels.includes(null)) && { protect: true }),
      },
      { answerId: given.id },
    )
  })
  for (const messageId of before.slice(standing.length === 0 ? 0 : parts.length)) job.say({ kind: 'delete', messageId })
}

/** The messages that these were to take the place of: a sign of life above all, which would be left behind. */
const targetsOf = (unsent: readonly OutboxItem[]): readonly number[] =>
  unsent.flatMap(({ body }) => {
    const message = JSON.parse(body!) as Outgoing
    return message.kind === 'text' && message.edit !== undefined ? [message.edit] : []
  })

/** The messages that an answer stands in now, in their order. */
const messagesOf = ({ deps }: BotContext, { id }: GivenAnswer): readonly number[] => [
  ...new Set(deps.records.outbox.ofAnswer(id).flatMap(({ messageId }) => messageId ?? [])),
]

/** Whether the question has been edited while it was answered: then its newer form waits behind. */
const isSuperseded = ({ asker, deps, update }: BotContext): boolean => {
  const said = update.message ?? update.edited_message
  if (!said) return false
  const editedAt = update.edited_message ? (update.edited_message.edit_date ?? update.edited_message.date) * 1000 : 0
  return deps.records.inbox.isSuperseded({
    updateId: update.update_id,
    chat: asker.chat,
    messageId: said.message_id,
    editedAt,
  })
}
