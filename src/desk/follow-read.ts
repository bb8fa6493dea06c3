/** What somebody wants to follow, read from what they typed behind the command, with marks or without. */
import type { Library } from '../search/search-index.ts'
import { mentionsIn } from '../text/numbers/document-mentions.ts'
import { NAMES, SHORT } from '../text/numbers/document-types.ts'
import { syllables } from '../text/terms.ts'
import { fold, hasMarks, key, oneLine } from '../text/vietnamese.ts'
import type { DocumentKind } from '../documents/document.ts'
import { EVERYTHING, type Topic } from './follow-topic.ts'
import { findNear, spelledOut, wantedIn, wantedWhole } from './follow-words.ts'

export type TopicRead =
  | { readonly ok: true; readonly topic: Topic }
  /** `vague`: one syllable or none that means something; `long`: no subject but a sentence. */
  | { readonly ok: false; readonly reason: 'vague' | 'long' }

const LONGEST = 120
const MOST_TERMS = 12

/** `library`: the one of the reader's own level; it says what its bodies are called. */
export const readTopic = (typed: string, library: Library | null): TopicRead => {
  const text = bare(oneLine(typed))
  if (text === '') return tooVague
  if (text.length > LONGEST) return { ok: false, reason: 'long' }
  // a number alone may be that of a document of any kind
  if (/^(?:so )?\d+$/.test(flat(text))) return tooVague
  if (ALL.test(flat(text))) return { ok: true, topic: EVERYTHING }
  const mention = mentionsIn(text).find(({ number }) => number !== null)
  if (mention) {
    const body = /^\s*(?:c[uủ]a|do)\s+(.+)$/iu.exec(text.slice(mention.end))?.[1] ?? null
    const number = withMarks(text.slice(mention.start, mention.end))
    return { ok: true, topic: { ...EVERYTHING, number, body: body && nameOfBody(spelledOut(body), library) } }
  }
  const { kinds, rest } = kindBefore(text)
  if (rest === '') return kinds.length > 0 ? { ok: true, topic: { ...EVERYTHING, kinds } } : tooVague
  return readRest(spelledOut(rest), kinds, library)
}

/** `quy dinh 27` → `quy định 27`: a kind's name is known. */
const withMarks = (named: string): string => {
  const name = NAMES.find(([one]) => flat(named).startsWith(`${flat(one)} `))?.[0]
  return (name === undefined ? named : name + named.slice(name.length)).replace(/ so (?=\d)/iu, ' số ')
}

const tooVague: TopicRead = { ok: false, reason: 'vague' }

/** `của Tỉnh ủy về chuyển đổi số`, `Tỉnh ủy`, `về chuyển đổi số`, `chuyển đổi số`. */
const readRest = (text: string, kinds: readonly DocumentKind[], library: Library | null): TopicRead => {
  const [, of, about] = /^(?:(?:c[uủ]a|do)\s+(.+?))?(?:(?:^|\s+)v[eề]\s+(.+))?$/iu.exec(text) ?? []
  const isBody = of !== undefined || startsLikeBody(text) || isHeldBody(text, library)
  const body = of ?? (isBody ? text.replace(/\s+v[eề]\s.+$/iu, '') : null)
  const words = of !== undefined || !isBody ? (about ?? (isBody ? null : text)) : (/\s+v[eề]\s+(.+)$/iu.exec(text)?.[1] ?? null) // prettier-ignore
  if (words !== null) {
    const { terms } = wantedIn(words)
    if (terms.length > MOST_TERMS || SPOKEN.test(flat(words))) return { ok: false, reason: 'long' }
    if (terms.length < 2 && body === null) return tooVague
  }
  if (body !== null && wantedWhole(body).terms.length < 2) return tooVague
  return { ok: true, topic: { kinds, body: body && nameOfBody(body, library), number: null, words } }
}

const flat = (text: string): string => fold(text).toLowerCase()
const bare = (text: string): string =>
  text
    .replace(/^[\s"“”'‘’.,:;–-]+|[\s"“”'‘’.,:;!?–-]+$/gu, '')
    .replace(
      /^(?:(?:xin|nh[oờ]|cho|gi[uú]p|b[aá]o)\s+)+(?:t[oô]i|em|m[iì]nh|ch[aá]u)\s+(?:(?:theo d[oõ]i|bi[eế]t)\s+)?/iu,
      '',
    )
    .replace(/(?:\s+(?:nh[eé]|ạ|[dđ][oồ]ng ch[ií](?: [oơ]i)?))+$/iu, '')
    .replace(/^(?:c[aá]c|nh[uữ]ng|m[oọ]i)\s+/iu, '')
    .replace(/^v[aă]n b[aả]n\s+(?=(?:c[uủ]a|do|v[eề]|n[oó]i v[eề])\s)/iu, '')
    .replace(/^(?:n[oó]i\s+)?v[eề]\s+/iu, '')
    .replace(/\s+m[oớ]i(?:\s+nh[aấ]t)?$/iu, '')
/** What is said to somebody is no subject: no document has these words. */
const SPOKEN = /(?<![a-z])(?:toi muon|cho toi|bao toi|toi biet|em muon|giup toi)(?![a-z])/
const ALL = /^(?:tat ca|toan bo|het|moi thu)?(?:\s*(?:cac )?van ban)?$/

/** Further names that people type: a document of these kinds has no number, or not one of its own. */
const MORE: readonly (readonly [string, readonly DocumentKind[]])[] = [
  ['điều lệ', ['charter']],
  ['bài báo', ['article']],
  ['tin bài', ['article']],
  ['văn bản nhà nước', ['law']],
  ['bộ luật', ['law']],
  ['giải đáp của cán bộ', ['staff_answer']],
  ['giải đáp', ['staff_answer']],
]
const KINDS = [...NAMES, ...SHORT, ...MORE].toSorted(([a], [b]) => b.length - a.length)

/** A kind at the beginning. With marks they must be right: "quyết đinh" is none, "ke hoach" is. A short name stands alone or before `của`, `về`. */
const kindBefore = (text: string): { readonly kinds: readonly DocumentKind[]; readonly rest: string } => {
  const words = text.split(' ')
  for (const [name, kinds] of KINDS) {
    const n = name.split(' ').length
    const typed = key(words.slice(0, n).join(' '))
    const wanted = hasMarks(typed) ? key(name) : flat(key(name))
    if (typed !== wanted) continue
    const rest = words.slice(n).join(' ')
    const isShort = SHORT.some(([short]) => short === name)
    if (isShort && rest !== '' && !/^(?:c[uủ]a|do|v[eề])\s/iu.test(rest)) continue
    return { kinds, rest }
  }
  return { kinds: [], rest: text }
}

/** How names of bodies begin. */
const BODIES =
  /^(?:ban (?:chap hanh|thuong vu|bi thu|to chuc|tuyen giao|dan van|noi chinh|chi dao)|bo chinh tri|(?:tinh|thanh|huyen|quan|dang) uy|uy ban (?:kiem tra|nhan dan)|hoi dong nhan dan|van phong|chinh phu|quoc hoi|thu tuong|trung uong|dang bo (?:tinh|khoi|thanh pho|xa|phuong))(?! ?vien(?: |$))(?: |$)/

const startsLikeBody = (text: string): boolean => BODIES.test(flat(text)) && syllables(text).length >= 2

const isHeldBody = (text: string, library: Library | null): boolean => {
  const wanted = wantedWhole(text)
  return (
    wanted.terms.length >= 2 && (library?.cards.some(({ meta }) => findNear(syllables(meta.issuer ?? ''), wanted, 0) >= 0) ?? false) // prettier-ignore
  )
}

/** As the library writes it, where it knows it: `dang uy khoi` → `Đảng ủy Khối`. */
const nameOfBody = (typed: string, library: Library | null): string => {
  const wanted = wantedWhole(typed)
  for (const issuer of new Set(library?.cards.map(({ meta }) => meta.issuer ?? ''))) {
    const parts = syllables(issuer)
    const at = findNear(parts, wanted, 0)
    if (at >= 0) return issuer.slice(parts[at]!.start, parts[at + wanted.terms.length - 1]!.end)
  }
  return typed
}
