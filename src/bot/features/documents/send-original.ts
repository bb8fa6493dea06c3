/** "Gửi văn bản gốc": the file behind a document, if the asker may read it and it is still what was indexed. */
import { fileMessages } from '../../../text/messages/file-messages.ts'
import { libraryMessages } from '../../../text/messages/library-messages.ts'
import { callbackData } from '../../callback-data.ts'
import type { BotContext } from '../../context.ts'
import { fileMessage } from '../../file-message.ts'
import { placeOf } from '../../place.ts'
import { lines, show } from '../../view.ts'

export const sendOriginal = async (ctx: BotContext, documentId: string): Promise<void> => {
  const { house } = ctx.deps
  const { level } = ctx.asker
  const card = house.library(level)?.card(documentId)
  const file = card ? await house.originalFile(documentId, level) : null
  if (!card || !file) return show(ctx, { body: lines(fileMessages.unknown), buttons: [] })
  if (!file.ok)
    return show(ctx, {
      body: lines(fileMessages[file.reason]),
      // the words are there although the file is not
      buttons: [{ label: libraryMessages.buttons.outline, data: callbackData('vbo', documentId, 0) }],
    })
  ctx.job.say({ ...fileMessage(card, level), ...placeOf(ctx) })
}
