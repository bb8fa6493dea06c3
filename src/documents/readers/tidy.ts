import { storedForm } from '../../text/vietnamese.ts'

/** The text of a block: stored form on one line, runs of blanks as one blank (a no-break space stays what it is). */
export const tidy = (text: string): string =>
  storedForm(text)
    .replace(/[ \t\n]+/g, ' ')
    .trim()
