/**
 * An update as it is written down: pruned to what is looked at, people and chats under their keys, personal data in its
 * text masked. Every update is handled in this form, at once or after a crash, so that both are the same.
 */
import type { Update } from 'grammy/types'
import type { Addresses, InboxItem, Key } from '../desk/records.ts'
import { maskPersonalData } from '../text/personal-data.ts'
import { STORED_UPDATES, updateShape, type PrunedMessage, type PrunedUpdate } from './update-shape.ts'

export type ReadUpdate =
  /** With real ids and unmasked: to be judged, not to be kept. */
  | { readonly ok: true; readonly update: Update; readonly pruned: PrunedUpdate }
  /** `what` names the kind and the field at fault, never a value. */
  | { readonly ok: false; readonly what: string }

/** Anything at all → an update of a kind that is handled. A message needs a sender: a person, or a chat that speaks as itself. */
export const readUpdate = (raw: unknown): ReadUpdate => {
  const parsed = updateShape.safeParse(raw)
  if (!parsed.success) return { ok: false, what: parsed.error.issues[0]?.path.join('.') || 'not an update' }
  const pruned = parsed.data
  const kind = STORED_UPDATES.find((name) => pruned[name] !== undefined)
  if (!kind) return { ok: false, what: `kind ${kindOf(raw)}` }
  const message = pruned.message ?? pruned.edited_message
  if (message && !message.from && !message.sender_chat) return { ok: false, what: `${kind}.from` }
  if (message?.chat.type === 'channel') return { ok: false, what: `${kind}.chat.type` }
  return { ok: true, update: pruned as unknown as Update, pruned }
}

/** Only a word of Telegram's own may stand in the log. */
const kindOf = (raw: unknown): string => {
  const key = Object.keys(raw as object).find((name) => name !== 'update_id') ?? 'none'
  return /^[a-z_]{1,40}$/.test(key) ? key : 'unknown'
}

export interface StoredUpdate {
  readonly item: Omit<InboxItem, 'attempts' | 'placeholder'>
  /** Whose ids must be known to restore it. */
  readonly addresses: readonly (readonly [Key, number])[]
}

export interface StoreDeps {
  readonly keyOf: (telegramId: number) => Key
  readonly now: () => number
  /** Whether what is said in this chat is kept as it is: staff may give a telephone number to an asker. */
  readonly isPlain: (chatId: number) => boolean
}

export const storeUpdate = (pruned: PrunedUpdate, { keyOf, now, isPlain }: StoreDeps): StoredUpdate => {
  const { message, edited_message, callback_query, my_chat_member } = pruned
  const said = message ?? edited_message
  const about = said ?? callback_query?.message ?? my_chat_member!
  const from = said ? said.from : (callback_query ?? my_chat_member)!.from
  const { id: chatId } = about.chat
  const addresses = new Map<Key, number>()
  const body = mapIds(said && !isPlain(chatId) ? masked(pruned) : pruned, (id) => {
    const key = keyOf(id)
    addresses.set(key, id)
    return key
  })
  const threadId = 'is_topic_message' in about && about.is_topic_message ? (about.message_thread_id ?? 0) : 0
  const chat = keyOf(chatId)
  return {
    item: {
      updateId: pruned.update_id,
      lane: `${chat}:${threadId}`,
      chat,
      person: from && !said?.sender_chat ? keyOf(from.id) : null,
      receivedAt: now(),
      messageId: said?.message_id ?? null,
      editedAt: edited_message ? (edited_message.edit_date ?? edited_message.date) * 1000 : 0,
      body: JSON.stringify(body),
    },
    addresses: [...addresses],
  }
}

/** Null where the body cannot be read any more or an id has been forgotten. Names are empty: nobody has written them down. */
export const restoreUpdate = (item: Pick<InboxItem, 'body'>, addresses: Pick<Addresses, 'idOf'>): Update | null => {
  const forgotten: string[] = []
  try {
    const update = mapIds(JSON.parse(item.body) as PrunedUpdate, (key) => {
      const id = addresses.idOf(String(key))
      if (id === null) forgotten.push(String(key))
      return id
    })
    return forgotten.length > 0 ? null : (update as unknown as Update)
  } catch {
    // the error would repeat the text that could not be read
    return null
  }
}

const HOLDERS = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'reply_to_message']

/** The same update with other ids in the places where a person or a chat stands: `from`, `chat`, `sender_chat`. Bots keep theirs. */
const mapIds = (value: object, map: (id: number) => Key | number | null): object =>
  Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (name === 'from' && part && !part.is_bot) return [name, { ...part, id: map(part.id), first_name: '' }]
      if (name === 'chat' || name === 'sender_chat') return [name, { ...part, id: map(part.id) }]
      return [name, part && HOLDERS.includes(name) ? mapIds(part as object, map) : part]
    }),
  )

const masked = (pruned: PrunedUpdate): PrunedUpdate => ({
  ...pruned,
  ...(pruned.message && { message: maskedMessage(pruned.message) }),
  ...(pruned.edited_message && { edited_message: maskedMessage(pruned.edited_message) }),
})

const maskedMessage = (message: PrunedMessage): PrunedMessage => ({
  ...message,
  ...maskedText(message.text, message.entities, 'text', 'entities'),
  ...maskedText(message.caption, message.caption_entities, 'caption', 'caption_entities'),
})

type Entities = PrunedMessage['entities']

const maskedText = (text: string | undefined, entities: Entities, textName: string, entitiesName: string): object => {
  if (text === undefined) return {}
  const after = maskPersonalData(text.toWellFormed()).text
  return { [textName]: after, [entitiesName]: movedEntities(text, entities, after) }
}

const KEPT = ['bot_command', 'mention', 'text_mention']

/** Masking moves words: commands and mentions are found again, in their order, and dropped where they are gone. */
const movedEntities = (before: string, entities: Entities = [], after: string): Entities => {
  let at = 0
  return entities.flatMap(({ offset, length, ...entity }) => {
    const words = before.slice(offset, offset + length)
    const found = KEPT.includes(entity.type) && words !== '' ? after.indexOf(words, at) : -1
    if (found < 0) return []
    at = found + words.length
    return [{ ...entity, offset: found, length }]
  })
}
