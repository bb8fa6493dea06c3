/** The commands by who sees them. Only a display: who may use one is checked when it is used (telegram.md §5). */
import { startMessages } from '../text/messages/start-messages.ts'

export type CommandName = keyof typeof startMessages.commands

/** Everybody, in private; also what an unknown command is answered with. */
export const PRIVATE_COMMANDS: readonly CommandName[] = [
  'hoi',
  'vanban',
  'moi',
  'trogiup',
  'lienhe',
  'quen',
  'dung',
  'riengtu',
  'xoa',
  'start',
]
export const GROUP_COMMANDS: readonly CommandName[] = ['hoi', 'vanban', 'moi', 'trogiup']
export const ADMIN_COMMANDS: readonly CommandName[] = ['chuaduoc', 'thongke', 'phienban', ...PRIVATE_COMMANDS]
export const STAFF_CHAT_COMMANDS: readonly CommandName[] = ['chuaduoc', 'thongke', ...GROUP_COMMANDS]

export const isCommand = (name: string): name is CommandName => Object.hasOwn(startMessages.commands, name)
