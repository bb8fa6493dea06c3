/** Words of a document as nothing but words in a page: no markup, no character that turns the direction of what stands behind it. */
import { storedForm } from '../../../text/vietnamese.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escaped = (text: string): string =>
  storedForm(text)
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
