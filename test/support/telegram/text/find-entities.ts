/** What Telegram marks by itself in a text: commands, mentions, hashtags, addresses. */
import type { WireEntity } from '../wire.ts'
import { sorted } from './check-entities.ts'

const SIGNS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['bot_command', /(?<![\p{L}\p{N}_/@<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu],
  ['email', /(?<![\p{L}\p{N}_.+-])[a-zA-Z0-9._+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,}(?![\p{L}\p{N}])/gu],
  ['mention', /(?<![\p{L}\p{N}_@])@[a-zA-Z0-9_]{3,32}(?![\p{L}\p{N}_@])/gu],
  ['url', /(?<![\p{L}\p{N}@._-])(?:https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|(?:[a-zA-Z0-9-]+\.)+(?:vn|com|org|net|gov|edu|io|me)(?:\/[^\s<>"]*[^\s<>".,;:!?)\]])?(?![\p{L}\p{N}@-]))/gu],
  ['hashtag', /(?<![\p{L}\p{N}_#&])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]{1,256}/gu],
] // prettier-ignore
const ANY_SIGN = /[/@#]|\.[a-z]/i
/** Nothing is found inside these. */
const CLOSED = new Set(['code', 'pre', 'text_link', 'text_mention'])

export const findEntities = (text: string, given: readonly WireEntity[]): readonly WireEntity[] => {
  if (!ANY_SIGN.test(text)) return given
  const taken = given.filter(({ type }) => CLOSED.has(type))
  const found: WireEntity[] = []
  for (const [type, pattern] of SIGNS)
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length }
      if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity)
    }
  return found.length === 0 ? given : sorted([...given, ...found])
}

const overlap = (a: WireEntity, b: WireEntity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length
