/** Every method of the Bot API that the bench knows; others are "Not Found". */
import type { Call } from './fields.ts'
import { answerCallbackQuery, sendChatAction, setMessageReaction } from './methods/callbacks.ts'
import {
  createForumTopic,
  getChat,
  getChatAdministrators,
  getChatMember,
  leaveChat,
  pinChatMessage,
} from './methods/chats.ts'
import { getFile, sendDocument } from './methods/files.ts'
import { answerInlineQuery } from './methods/inline.ts'
import {
  copyMessage,
  deleteMessage,
  deleteMessages,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  forwardMessage,
  sendMessage,
} from './methods/messages.ts'
import { sendPhoto } from './methods/photos.ts'
import {
  deleteMyCommands,
  getChatMenuButton,
  getMyCommands,
  getProfileText,
  setChatMenuButton,
  setMyCommands,
  setProfileText,
} from './methods/profile.ts'
import { deleteWebhook, getMe, getUpdates, getWebhookInfo, setWebhook } from './methods/updates.ts'
import type { Webhook } from './webhook.ts'
import type { World } from './world.ts'

export type Method = (call: Call) => unknown

/** By lower-case name: Telegram does not mind how a method is written. */
export const createMethods = (world: World, webhook: Webhook): ReadonlyMap<string, Method> => {
  const plain = {
    getMe, sendMessage, editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages,
    copyMessage, forwardMessage, sendChatAction, answerCallbackQuery, answerInlineQuery, setMessageReaction,
    sendDocument, sendPhoto, getFile, getChat, getChatMember, getChatAdministrators, leaveChat, pinChatMessage, createForumTopic,
    setMyCommands, getMyCommands, deleteMyCommands, setChatMenuButton, getChatMenuButton,
  } // prettier-ignore
  const methods = new Map<string, Method>()
  for (const [name, method] of Object.entries(plain))
    methods.set(name.toLowerCase(), (call) => (method as (world: World, call: Call) => unknown)(world, call))
  for (const [name, method] of Object.entries({ getUpdates, setWebhook, deleteWebhook, getWebhookInfo }))
    methods.set(name.toLowerCase(), (call) =>
      (method as (world: World, webhook: Webhook, call: Call) => unknown)(world, webhook, call),
    )
  for (const kind of ['Name', 'Description', 'ShortDescription']) {
    methods.set(`setmy${kind}`.toLowerCase(), (call) => setProfileText(world, kind, call))
    methods.set(`getmy${kind}`.toLowerCase(), (call) => getProfileText(world, kind, call))
  }
  return methods
}
