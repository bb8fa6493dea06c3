/** In private there is nobody else to command: `/start@other_bot` is typed by habit, or copied from a group. */
import type { Message } from 'grammy/types'

const NAMED = /^(\/[a-z0-9_]+)(@\w+)(?=\s|$)/i

/** Takes the name out of a command, whosever it is, so that features see the bare command. Changes the message. */
export const ownCommand = (message: Message): void => {
  const [, command, name] = NAMED.exec(message.text ?? '') ?? []
  if (message.text === undefined || command === undefined || name === undefined) return
  message.text = command + message.text.slice(command.length + name.length)
  message.entities = (message.entities ?? []).map((entity) =>
    entity.offset === 0 ? { ...entity, length: command.length } : { ...entity, offset: entity.offset - name.length },
  )
}
