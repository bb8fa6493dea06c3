import { storedForm } from '../../text/vietnamese.ts'

/** The text of a block: stored form on one line, runs of blanks as one blank (a no-break space stays what it is). */
export const tidy = (text: string): string =>
  storedForm(text)
    .replace(/[ \t\n]+/g, ' ')
    // the letter OI stands for ư where a font's table was made wrong (`Chƣơng`); it belongs to no word of ours
    .replaceAll('\u01A3', 'ư')
    .replaceAll('\u01A2', 'Ư')
    .trim()
