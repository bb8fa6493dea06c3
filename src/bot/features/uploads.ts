/** Files: an admin's, in private, becomes a document once it was looked at and confirmed; anybody else's is refused with a kind word. */
import { Composer } from 'grammy'
import { uploadMessages } from '../../text/messages/upload-messages.ts'
import type { BotContext } from '../context.ts'
import { placeOf } from '../place.ts'
import type { Recent } from '../recent.ts'
import { isFirstOfAlbum } from './other/album.ts'
import { confirming } from './uploads/confirm.ts'
import { receiveFile } from './uploads/receive.ts'

export const createUploads = (albums: Recent): Composer<BotContext> => {
  const uploads = new Composer<BotContext>()
  uploads.use(confirming)
  // the caption belongs to the file: it is no question
  uploads.on('message:document', async (ctx) => {
    if (ctx.asker.isAdmin) return receiveFile(ctx, ctx.msg.document)
    if (!isFirstOfAlbum(ctx, albums)) return
    const text = ctx.asker.isPrivate ? uploadMessages.notForYou : uploadMessages.privateOnly
    ctx.job.say({ kind: 'text', text, ...placeOf(ctx) })
  })
  return uploads
}
