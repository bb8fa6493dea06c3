/** A snippet as a result of inline mode: what is shown while choosing, and the message that is sent when it is chosen. */
import { FormattedString } from '@grammyjs/parse-mode'
import type { InlineQueryResultArticle } from 'grammy/types'
import { nameOf } from '../../answer/document-names.ts'
import { dayFirst, sourceLine } from '../../answer/source-line.ts'
import type { Library } from '../../search/search-index.ts'
import { inlineMessages as messages } from '../../text/messages/inline-messages.ts'
import { shortened } from '../../text/shortened.ts'
import { oneLine } from '../../text/vietnamese.ts'
import type { FoundSnippet } from '../staff-house.ts'
import { mainPoints } from '../../answer/digest/main-points.ts'
import { plainWords } from '../render/plain-words.ts'

/** Telegram shows a line of the first and two or three of the second. */
const TITLE = 90
const DESCRIPTION = 180
/** Of a document's own title in the message. */
const LONG_TITLE = 400

/** Null where the library does not hold the document any more. */
export const inlineArticle = (
  { card, quote: found, section: place }: FoundSnippet,
  id: number,
  { library, username }: { readonly library: Library; readonly username: string },
): InlineQueryResultArticle | null => {
  const content = library.content(card.id)
  if (!content) return null
  const [first] = found === null ? mainPoints(content) : []
  const quote = (found ?? first?.quote ?? '').trim()
  const section = found === null ? (first?.place ?? null) : place
  // the last check before it leaves: the exact words of the document
  if (quote !== '' && !content.text.includes(quote)) return null
  const { meta } = card
  const isCut = quote !== '' && !/[.;:!?…”"]$/u.test(quote)
  const source = sourceLine({ ...meta, title: shortened(meta.title, LONG_TITLE), section })
  const title = meta.number === null ? null : shortened(meta.title, LONG_TITLE)
  const { text, entities } = FormattedString.join(
    [
      ...(quote === '' ? [] : [FormattedString.blockquote(plainWords(withoutGaps(quote)))]),
      ...(isCut ? [messages.goesOn] : []),
      plainWords(source),
      ...(found === null && title ? [plainWords(title)] : []),
      FormattedString.link(messages.openDocument, `https://t.me/${username}?start=vb_${card.id}`),
    ],
    '\n',
  )
  const date = meta.date ? ` (${dayFirst(meta.date)})` : ''
  const name = `${nameOf({ ...meta, title: shortened(meta.title, TITLE) })}${date}`
  return {
    type: 'article',
    id: String(id),
    title: shortened(section ? `${name}, ${section}` : name, TITLE + 40),
    // a document that was named is told by its title, a place in one by its words
    description: shortened(oneLine(found === null && title ? title : quote || meta.title), DESCRIPTION),
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
  }
}

/** The exact words without empty lines between them. */
const withoutGaps = (quote: string): string => quote.replace(/\n\s*\n/g, '\n')
