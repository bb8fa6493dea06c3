/** Not longer than `limit` UTF-16 units, cut between words, with `…` where something is missing. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit
    ? text
    : `${text
        .slice(0, limit)
        .toWellFormed()
        .replace(/\s+\S*$/u, '')}…`
