import { decodeEntities } from './entities.ts'

/** Inline Markdown → the words a reader sees: no marks, no addresses, escapes resolved; `<br>` as `\n`. Marks far apart are no pair, which keeps hostile lines cheap. */
export const inlineText = (source: string): string => {
  const kept: string[] = []
  // escaped characters and code spans are set aside, so that what they hold is not read as marks
  const keep = (text: string) => `\uE000${kept.push(text) - 1}\uE001`
  const text = source
    .replace(/\\([!-/:-@[-`{-~])/g, (_all, mark: string) => keep(mark))
    .replace(/(`+)(?!`)([\s\S]{0,2000}?[^`])\1(?!`)/g, (_all, _ticks, code: string) => keep(code.trim()))
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/!\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, '$1')
    .replace(/\[([^\]]{0,500})\]\((?:[^()]|\([^()]{0,500}\)){0,2000}\)/g, '$1')
    .replace(/\[([^\]]{1,500})\]\[[^\]]{0,500}\]/g, '$1')
    .replace(/<(https?:[^>\s]+|[^>\s@]+@[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, '')
    .replace(/(?<!\d(?=\*\d))(\*{1,3})(?=\S)([\s\S]{0,2000}?\S)\1(?!\*)/g, '$2')
    .replace(/(?<![\p{L}\p{M}\d])(_{1,3})(?=\S)([\s\S]{0,2000}?\S)\1(?![\p{L}\p{M}\d_])/gu, '$2')
    .replace(/(?<!\d(?=\*\d))(\*{1,2})(?=\S)([\s\S]{0,2000}?\S)\1(?!\*)/g, '$2')
    .replace(/~~(?=\S)([\s\S]{0,2000}?\S)~~/g, '$1')
  return decodeEntities(text).replace(/\uE000(\d+)\uE001/g, (_all, at: string) => kept[Number(at)] ?? '')
}
