/** Words of documents and of people as nothing but words: what Telegram would turn into a link or a command is set as it stands. */
import { FormattedString } from '@grammyjs/parse-mode'

/**
 * The text, with everything marked as fixed-width that Telegram would otherwise make clickable by itself: addresses,
 * @names, /commands, #tags. Within `code` it looks for none of these (Bot API, "Formatting options").
 */
export const plainWords = (text: string): FormattedString => {
  const parts: (FormattedString | string)[] = []
  let at = 0
  for (const { index, 0: found } of text.matchAll(CLICKABLE)) {
    parts.push(text.slice(at, index), FormattedString.code(found))
    at = index + found.length
  }
  return FormattedString.join([...parts, text.slice(at)])
}

// addresses without a scheme are found by their ending: those of Việt Nam, the common ones, and every two-letter country
const ENDINGS = 'com|net|org|info|biz|gov|edu|xyz|top|site|online|club|shop|vip|link|app|dev|asia|name|pro|icu|[a-z]{2}'
const CLICKABLE = new RegExp(
  [
    String.raw`[a-z][a-z0-9+.-]{1,20}:\/\/[^\s]+`,
    String.raw`(?<![\p{L}\p{N}._-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?<![\p{L}\p{N}])[@#][\p{L}\p{M}\p{N}_]+`,
    String.raw`(?<![\p{L}\p{N}/])\/[a-z0-9_]+(?:@\w+)?`,
    String.raw`(?<![\p{L}\p{N}])(?:[a-z0-9-]+\.)+(?:${ENDINGS})(?![\p{L}\p{N}-])(?::\d+)?(?:\/[^\s]*)?`,
  ].join('|'),
  'giu',
)
