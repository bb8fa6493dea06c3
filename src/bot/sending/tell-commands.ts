/** The menu of one chat, in both of the languages that telephones ask for. */
import type { Api } from 'grammy'
import type { BotCommand } from 'grammy/types'

type Signal = Parameters<Api['getMe']>[0]

/** Many Vietnamese telephones are set to English: the same words without a language (telegram.md §5). */
export const LANGUAGES = [undefined, 'vi'] as const

/** Null: the menu that everybody has. */
export const tellCommands = async (
  api: Api,
  chatId: number,
  commands: readonly BotCommand[] | null,
  signal?: Signal,
): Promise<void> => {
  for (const language of LANGUAGES) {
    const where = {
      scope: { type: 'chat', chat_id: chatId } as const,
      ...(language === undefined ? {} : { language_code: language }),
    }
    if (commands === null) await api.deleteMyCommands(where, signal)
    else await api.setMyCommands([...commands], where, signal)
  }
}
