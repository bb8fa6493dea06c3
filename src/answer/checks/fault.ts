/** What a statement is checked against, and what the check says. */

/** A sentence or list item that a statement cites. */
export interface CitedUnit {
  readonly text: string
  /**
   * What it stands under: title, number, date and issuer of its document, headings, the introduction of its list, outermost first.
   * May support names and what a list item leaves unsaid, never numbers of its own.
   */
  readonly above: readonly string[]
}

export type Fault =
  | 'length'
  | 'characters'
  | 'leftover'
  | 'link'
  | 'markup'
  | 'language'
  | 'question'
  | 'instruction'
  | 'self'
  | 'quote'
  | 'document_number'
  | 'date'
  | 'number'
  | 'name'
  | 'coverage'
  | 'substitution'
  | 'strength'
  | 'negation'
  | 'order'
  | 'roles'

export type Checked = { readonly ok: true } | { readonly ok: false; readonly fault: Fault; readonly what: string }

/** `what` is the word or span that the evidence does not bear out: for logs and tests, never for readers. */
export const faulty = (fault: Fault, what: string): Checked => ({ ok: false, fault, what })
