/** The command that was meant by one that does not exist. */
import { fold } from '../../../text/vietnamese.ts'

/** Wrong letters let pass: `/tro_giup` and `/vanbam` are meant, `/abc` is anything. */
const MOST = 2

export const nearestCommand = (typed: string, commands: readonly string[]): string | null => {
  const word = fold(typed).toLowerCase().replaceAll('_', '').slice(0, 32)
  const ranked = commands
    .map((command) => ({ command, away: command.startsWith(word) && word.length >= 3 ? 1 : distance(word, command) }))
    .sort((a, b) => a.away - b.away)
  const best = ranked[0]
  return best !== undefined && best.away <= MOST && best.away < word.length ? best.command : null
}

/** Letters to add, drop or change (Levenshtein). */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)))
    row = next
  }
  return row[to.length]!
}
