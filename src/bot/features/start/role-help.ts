/** The part of /trogiup that only whoever has a role is shown: from the same lists as the menus, so that it names what is there. */
import { roleHelpMessages as messages } from '../../../text/messages/role-help-messages.ts'
import { startMessages, type Part } from '../../../text/messages/start-messages.ts'
import {
  commandsOfRole,
  GROUP_COMMANDS,
  PRIVATE_COMMANDS,
  STAFF_CHAT_COMMANDS,
  type CommandName,
} from '../../commands.ts'
import type { BotContext } from '../../context.ts'

/** Empty for a citizen, and in every group but the staff's. */
export const roleHelp = ({ asker, me }: BotContext): readonly Part[] => {
  const role = asker.isStaff ? 'staff' : asker.role
  if (role === null) return []
  const own = asker.isStaff
    ? without(STAFF_CHAT_COMMANDS, GROUP_COMMANDS)
    : without(commandsOfRole(role) ?? [], PRIVATE_COMMANDS)
  return [
    {
      heading: messages.heading[role],
      lines: [
        ...own.map((name) => messages.command(name, startMessages.commands[name])),
        ...(asker.level === 'staff' ? [messages.inline(me.username)] : []),
        ...(role === 'admin' ? [messages.documents] : []),
      ],
    },
  ]
}

const without = (all: readonly CommandName[], known: readonly CommandName[]): readonly CommandName[] =>
  all.filter((name) => !known.includes(name))
