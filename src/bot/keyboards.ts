/** The permanent keyboard of private chats: pressing a key sends its words, so the words are what is recognised. */
import { startMessages } from '../text/messages/start-messages.ts'
import { fold, oneLine } from '../text/vietnamese.ts'

export type KeyName = keyof typeof startMessages.keyboard

/** Labels from top to bottom, one a row. */
export const KEYBOARD: readonly string[] = Object.values(startMessages.keyboard)

/** Shown in the empty input line while the keyboard is there; at most 64 letters (telegram.md §1). */
export const PLACEHOLDER = startMessages.placeholder

/** The key that a message stands for, typed with or without marks and in any case; null for any other message. */
export const keyOfKeyboard = (text: string): KeyName | null => {
  const typed = plain(text)
  const found = Object.entries(startMessages.keyboard).find(([, label]) => plain(label) === typed)
  return found ? (found[0] as KeyName) : null
}

const plain = (text: string): string =>
  fold(oneLine(text))
    .toLowerCase()
    .replace(/[.!…]+$/u, '')
    .trim()
