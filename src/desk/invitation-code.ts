/** What an invitation is opened with: a link, or a code for whoever types; kept nowhere but as digests. */
import { randomBytes, randomInt } from 'node:crypto'

/**
 * Consonants that no way of typing Vietnamese turns into something else (Telex makes ư of w, đ of dd, tones of letters after a
 * vowel), that are no digits a telephone number could be seen in, and that nobody mistakes for another.
 */
const LETTERS = 'BCGHKLMNPQRSTVX'
const GROUPS = 3
const GROUP = 4

/** 128 bits, `[A-Za-z0-9_-]{22}`. */
export const newLinkSecret = (): string => randomBytes(16).toString('base64url')

/** 47 bits, as in `BCGH-KLMN-PQRS`: enough only because few attempts are let pass (attempts.ts). */
export const newCode = (): string => Array.from({ length: GROUPS }, () => lettersOf(GROUP)).join('-')

/** Four letters that a person is called by. */
export const newMemberCode = (): string => lettersOf(GROUP)

const lettersOf = (count: number): string =>
  Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** The code that was typed, in any case and with or without its strokes; null for what cannot be one. */
export const codeTyped = (text: string): string | null => {
  const letters = text.toUpperCase().replace(/[\s.\u2010-\u2015-]+/gu, '')
  if (letters.length !== GROUPS * GROUP || [...letters].some((letter) => !LETTERS.includes(letter))) return null
  return letters.match(/.{4}/g)!.join('-')
}

export const isLinkSecret = (text: string): boolean => /^[\w-]{22}$/.test(text)
