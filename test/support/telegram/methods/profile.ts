/** Commands by scope and language, and the texts of the profile. */
import { badRequest } from '../api-error.ts'
import { findChat } from '../chat-access.ts'
import { isRecord, jsonOf, textOf, type Call, type Fields } from '../fields.ts'
import type { World } from '../world.ts'

const SCOPES = new Set([
  'default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators', 'chat', 'chat_administrators', 'chat_member',
]) // prettier-ignore
const MOST_COMMANDS = 100
/** Letters of all commands together: Telegram's limit is not published, this many are known to pass (telegram.md §1). */
const MOST_LETTERS = 5_700

const language = (fields: Fields): string => {
  const code = textOf(fields, 'language_code') ?? ''
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest('invalid language code specified')
  return code
}

const keyOf = (world: World, fields: Fields): string => {
  const scope = jsonOf(fields, 'scope', 'BotCommandScope') ?? { type: 'default' }
  if (!isRecord(scope) || !SCOPES.has(String(scope.type)))
    throw badRequest("can't parse BotCommandScope: Unsupported type specified")
  const { type } = scope
  const needsChat = type === 'chat' || type === 'chat_administrators' || type === 'chat_member'
  const chat = needsChat ? findChat(world, scope) : null
  if (needsChat && (chat === null || (chat.wire.type === 'private' && !world.people.get(chat.wire.id)!.started)))
    throw badRequest('chat not found')
  if (type !== 'chat' && needsChat && chat!.wire.type === 'private')
    throw badRequest("can't use specified scope in private chats")
  const member = type === 'chat_member' ? `:${textOf(scope, 'user_id') ?? ''}` : ''
  return `commands:${String(type)}:${chat?.wire.id ?? ''}${member}:${language(fields)}`
}

export const setMyCommands = (world: World, { fields }: Call): true => {
  const key = keyOf(world, fields)
  const given = jsonOf(fields, 'commands', 'bot commands')
  if (!Array.isArray(given)) throw badRequest("can't parse list of bot commands JSON object")
  if (given.length > MOST_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  const commands = given.map((one: unknown) => {
    if (!isRecord(one)) throw badRequest("can't parse BotCommand: expected an Object")
    const command = String(one.command ?? '')
      .trim()
      .replace(/^\//, '')
      .toLowerCase()
    const description = String(one.description ?? '').trim()
    if (command === '') throw badRequest('can\'t parse BotCommand: Can\'t find field "command"')
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    if (description === '') throw badRequest('command description must be non-empty')
    if (description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
    return { command, description }
  })
  const letters = commands.reduce((sum, { command, description }) => sum + command.length + description.length, 0)
  if (letters > MOST_LETTERS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  world.profile.set(key, commands)
  return true
}

export const getMyCommands = (world: World, { fields }: Call): unknown => world.profile.get(keyOf(world, fields)) ?? []

export const deleteMyCommands = (world: World, { fields }: Call): true => {
  world.profile.delete(keyOf(world, fields))
  return true
}

const TEXTS: Readonly<Record<string, readonly [field: string, limit: number, tooLong: string]>> = {
  Name: ['name', 64, 'bot name is too long'],
  Description: ['description', 512, 'bot description is too long'],
  ShortDescription: ['short_description', 120, 'bot short description is too long'],
}

/** `kind` is Name, Description or ShortDescription. */
export const setProfileText = (world: World, kind: string, { fields }: Call): true => {
  const [field, limit, tooLong] = TEXTS[kind]!
  const text = textOf(fields, field) ?? ''
  if (text.length > limit) throw badRequest(tooLong)
  world.profile.set(`${kind}:${language(fields)}`, text)
  return true
}

/** Without a text of that language Telegram gives the one without a language, and for the name the bot's own. */
export const getProfileText = (world: World, kind: string, { fields }: Call): Record<string, unknown> => {
  const [field] = TEXTS[kind]!
  const standard = kind === 'Name' ? world.bot.first_name : ''
  const text =
    [world.profile.get(`${kind}:${language(fields)}`), world.profile.get(`${kind}:`)].find(Boolean) ?? standard
  return { [field]: text }
}

export const setChatMenuButton = (world: World, { fields }: Call): true => {
  world.profile.set(`menu:${textOf(fields, 'chat_id') ?? ''}`, jsonOf(fields, 'menu_button', 'menu button'))
  return true
}

export const getChatMenuButton = (world: World, { fields }: Call): unknown =>
  world.profile.get(`menu:${textOf(fields, 'chat_id') ?? ''}`) ?? { type: 'default' }
