/** What an issued document says of validity: from when and to when it holds, what it replaces and amends; each with its sentence. */
import { aligned } from '../../text/aligned.ts'
import { datesIn } from '../../text/numbers/dates.ts'
import { unitsOf } from '../../text/units/sentences.ts'
import type { DocumentMeta, ValiditySaid } from '../document.ts'
import { relationsSaid } from './relations-said.ts'
import { STATE_OF_VALIDITY } from './state-line.ts'

const OWN =
  '(?:nghị quyết|chỉ thị|kết luận|quy định|qui định|quyết định|quy chế|hướng dẫn|kế hoạch|thông tri|thông báo|chương trình|đề án|nghị định|thông tư|luật|điều lệ|văn bản)\\s+này'
const TAKES_EFFECT = new RegExp(
  `(?<own>${OWN})[^.;\\n]{0,80}?có\\s+hiệu\\s+lực(?:\\s+thi\\s+hành)?\\s*(?:,\\s*)?(?:kể\\s+)?(?:từ|vào)?\\s*(?<when>ngày\\s+(?:ký|ban\\s+hành)|(?:ngày\\s+)?\\d)`,
  'giu',
)
const APPLIES_FROM = new RegExp(
  `(?<own>${OWN})[^.;\\n]{0,40}?(?:được\\s+)?(?:áp\\s+dụng|thực\\s+hiện|thi\\s+hành)\\s+(?:kể\\s+)?từ\\s+(?<when>ngày\\s+(?:ký|ban\\s+hành)|(?:ngày\\s+)?\\d)`,
  'giu',
)
// an order to an office or the heading of an article may stand where the paper itself does: "Có hiệu lực từ ngày ký."
const BARE =
  /^[\s\d.)-]*(?:có\s+)?hiệu\s+lực(?:\s+thi\s+hành)?\s*:?\s*(?:kể\s+)?từ\s+(?<when>ngày\s+(?:ký|ban\s+hành)|(?:ngày\s+)?\d)/gimu
const ENDS = new RegExp(
  `(?<own>${OWN})[^;\\n]{0,160}?(?:(?<over>hết\\s+hiệu\\s+lực)(?:\\s+thi\\s+hành)?\\s+(?:kể\\s+)?(?:từ|vào|sau)|(?:có|hết)\\s+hiệu\\s+lực[^.;\\n]{0,80}?đến\\s+(?:hết\\s+)?)\\s*(?:ngày\\s+)?(?=\\d)`,
  'giu',
)
const REACH = 60

type SaidMeta = Pick<DocumentMeta, 'validFrom' | 'validTo' | 'replaces' | 'amends' | 'said'>

/** `text`: the stored text that offsets are into; `own`: number and date of the document itself. */
export const validitySaid = (text: string, own: Pick<DocumentMeta, 'number' | 'date'>): SaidMeta => {
  const even = aligned(text)
  const from = takesEffectIn(even, own.date)
  const to = endsIn(even)
  const state = STATE_OF_VALIDITY.exec(even.slice(0, HEAD))
  const relations = relationsSaid(even, own.number)
  const places: Omit<ValiditySaid, 'end'>[] = [
    ...(from ? [{ of: 'from' as const, target: null, start: from.at }] : []),
    ...(to ? [{ of: 'to' as const, target: null, start: to.at }] : []),
    ...(state ? [{ of: 'state' as const, target: null, start: state.index }] : []),
    ...relations.map(({ of, target, verb, number }) => ({ of, target, start: number - verb > LONG ? number : verb })),
  ]
  const numbers = (amends: boolean): readonly string[] =>
    relations.filter(({ of }) => (of === 'amends') === amends).map(({ target }) => target.number)
  return {
    validFrom: from?.day ?? null,
    validTo: to?.day ?? null,
    replaces: numbers(false),
    amends: numbers(true),
    said: places
      .map((place) => ({ ...place, ...sentenceAt(text, place.start, numberEnd(place, relations)) }))
      .sort((a, b) => a.start - b.start),
  }
}
const HEAD = 6000
/** A list of papers may be long: then the item that names one stands for the whole. */
const LONG = 500

interface Day {
  readonly at: number
  readonly day: string
}

const takesEffectIn = (even: string, issued: string | null): Day | null => {
  for (const pattern of [TAKES_EFFECT, BARE, APPLIES_FROM])
    for (const match of even.matchAll(pattern)) {
      const when = match.groups!['when']!
      const at = match.index + match[0].length - when.length
      if (/ký|ban/iu.test(when)) {
        if (issued) return { at: match.index, day: issued }
        continue
      }
      const date = dateAt(even, at)
      if (date) return { at: match.index, day: date }
    }
  return null
}

const endsIn = (even: string): Day | null => {
  for (const match of even.matchAll(ENDS)) {
    const date = dateAt(even, match.index + match[0].length)
    // `hết hiệu lực từ ngày` names the first day after
    if (date) return { at: match.index, day: match.groups!['over'] ? dayBefore(date) : date }
  }
  return null
}

const dateAt = (even: string, at: number): string | null => {
  const found = datesIn(even.slice(at, at + REACH))[0]
  return found && found.start <= 8 ? found.iso : null
}

export const dayBefore = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

const numberEnd = (
  { target, start }: Pick<ValiditySaid, 'target' | 'start'>,
  relations: ReturnType<typeof relationsSaid>,
): number => {
  const named = target && relations.find((said) => said.target === target)
  return named ? named.number + named.target.number.length : start + 1
}

/** The sentence that holds `start`, on to the one that holds `end`. */
const sentenceAt = (text: string, start: number, end: number): { readonly start: number; readonly end: number } => {
  const paragraph = text.lastIndexOf('\n\n', start)
  const from = Math.max(0, paragraph, start - WINDOW)
  const units = unitsOf(text.slice(from, end + WINDOW))
  const first = units.findLast((unit) => from + unit.start <= start) ?? units[0]
  const last = units.find((unit) => from + unit.end >= end) ?? first
  return first && last && last.end >= first.end ? { start: from + first.start, end: from + last.end } : { start, end }
}
const WINDOW = 1500
