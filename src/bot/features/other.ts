/** What nobody else took: each kind of message gets a short word of help, so that nothing is met with silence. */
import { Composer } from 'grammy'
import { otherMessages } from '../../text/messages/other-messages.ts'
import { syllables } from '../../text/terms.ts'
import { askingWeights } from '../../text/typing/question-words.ts'
import { hasMarks } from '../../text/vietnamese.ts'
import { spokenWords } from '../addressed.ts'
import { toast } from '../callback-data.ts'
import { ADMIN_COMMANDS, GROUP_COMMANDS, PRIVATE_COMMANDS, STAFF_CHAT_COMMANDS } from '../commands.ts'
import type { BotContext } from '../context.ts'
import type { Recent } from '../recent.ts'
import { giveAnswer } from './ask/give-answer.ts'
import { sayWithinLimit } from './limited.ts'
import { isFirstOfAlbum } from './other/album.ts'
import { kindOfMessage, type OtherKind } from './other/kind-of-message.ts'
import { nearestCommand } from './other/nearest-command.ts'

export const createOther = (albums: Recent): Composer<BotContext> => {
  const other = new Composer<BotContext>()

  other.on('message:text', (ctx) => {
    const { command } = spokenWords(ctx.msg, ctx.me)
    // in a group a command without our name may be meant for another bot
    if (command === null || (!ctx.asker.isPrivate && !/^\/\w+@/.test(ctx.msg.text))) return
    const nearest = nearestCommand(command, commandsFor(ctx))
    sayWithinLimit(
      ctx,
      nearest === null ? otherMessages.unknownCommandAlone(command) : otherMessages.unknownCommand(command, nearest),
    )
  })

  other.on('message', async (ctx) => {
    const kind = kindOfMessage(ctx.msg)
    const { text: caption } = spokenWords(ctx.msg, ctx.me)
    if (kind === null) return
    if (kind === 'picture' && asks(caption)) {
      // the other pictures of the album need no word of their own
      isFirstOfAlbum(ctx, albums)
      await giveAnswer(ctx, { question: caption })
      return
    }
    if (isFirstOfAlbum(ctx, albums)) sayWithinLimit(ctx, wordsFor(kind, ctx))
  })

  other.on('callback_query', (ctx) => toast(ctx, otherMessages.staleButton))
  return other
}

const wordsFor = (kind: OtherKind, { asker }: BotContext): string =>
  kind === 'picture' && asker.isAdmin ? otherMessages.pictureOfAdmin : otherMessages[kind]

const commandsFor = ({ asker }: BotContext): readonly string[] => {
  if (asker.isAdmin) return ADMIN_COMMANDS
  if (asker.isStaff) return STAFF_CHAT_COMMANDS
  return asker.isPrivate ? PRIVATE_COMMANDS : GROUP_COMMANDS
}

/** Whether the words under a picture are a question: “Văn bản mới” is none. */
const asks = (caption: string): boolean => {
  if (/\p{L}.*[?？]/su.test(caption)) return true
  const said = syllables(caption)
  const isMarked = hasMarks(caption)
  return askingWeights(said, said.map(({ accented }) => (isMarked ? accented : null))).some((weight) => weight < 1) // prettier-ignore
}
