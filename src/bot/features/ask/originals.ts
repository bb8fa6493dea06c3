/** Gửi văn bản gốc: the file behind a cited document, if the asker may read it now. */
import { FormattedString } from '@grammyjs/parse-mode'
import { Composer } from 'grammy'
import { sourceLine } from '../../../answer/source-line.ts'
import { fileMessages } from '../../../text/messages/file-messages.ts'
import { telegramAnswerMessages as messages } from '../../../text/messages/telegram-answer-messages.ts'
import { onButton, toast } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { fileMessage } from '../../file-message.ts'
import { citedDocuments, originalButtons } from '../../render/answer-buttons.ts'
import { plainWords } from '../../render/plain-words.ts'
import { answerPlace, partOf, pressedAnswer } from './given-answer.ts'

export const originals = new Composer<BotContext>()

/** Without a number: which of them? */
onButton(originals, 'doc', async (ctx, answerId, n) => {
  const given = await pressedAnswer(ctx, answerId)
  if (!given) return
  const { asker, deps, job } = ctx
  const library = deps.house.library(asker.level)
  const cited = citedDocuments(given.answer)
  const part = partOf(given, `doc${n ?? ''}`)
  if (deps.records.outbox.holds(part)) return toast(ctx, messages.sentAbove)
  if (n === undefined) {
    // of what may not be read any more not even the name is shown
    const readable = cited.map(({ documentId }) => library?.card(documentId) !== undefined)
    if (!readable.includes(true)) return toast(ctx, messages.documentGone, true)
    await toast(ctx)
    const names = cited.map((citation, i) => plainWords(`${i + 1}. ${sourceLine({ ...citation, section: null })}`))
    const seen = <T>(_: T, i: number): boolean => readable[i]!
    const { text, entities } = FormattedString.join([messages.whichOriginal, ...names.filter(seen)], '\n')
    const buttons = originalButtons(given.id, cited).filter(seen)
    const protect = cited.some(({ documentId }) => library?.card(documentId)?.level !== 'public')
    job.say({ kind: 'text', text, entities, buttons, protect, ...answerPlace(ctx) }, { answerId: part })
    return
  }
  const document = cited[Number(n)]
  const card = document && library?.card(document.documentId)
  if (!document || !card) return toast(ctx, messages.documentGone, true)
  const file = await deps.house.originalFile(card.id, asker.level)
  if (!file.ok) return toast(ctx, fileMessages[file.reason], true)
  await toast(ctx)
  job.say({ ...fileMessage(card, asker.level), ...answerPlace(ctx) }, { answerId: part })
})
