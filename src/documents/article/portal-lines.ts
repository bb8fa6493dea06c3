/** What the lines of a saved web page are: furniture of the page, a date line, a breadcrumb, or the article's own words. */
import { datesIn } from '../../text/numbers/dates.ts'
import { aligned, foldAligned } from '../../text/aligned.ts'
import type { Block } from '../document.ts'

export type PortalLine =
  | { readonly kind: 'furniture' | 'weather' | 'words' }
  /** A line that is only a date of publication (or of the visit), perhaps with the section beside it. */
  | {
      readonly kind: 'date'
      readonly iso: string
      readonly label: 'published' | 'updated' | null
      readonly section: string | null
    }
  | { readonly kind: 'breadcrumb'; readonly parts: readonly string[] }
  /** Opens what stands below an article. */
  | { readonly kind: 'tail'; readonly opens: 'tags' | 'comments' | 'related' | 'footer' }

/** A line of the page with what it is; lines of words that follow each other in one block are one. */
export interface SeenLine {
  readonly block: Block
  readonly text: string
  readonly seen: PortalLine
}

/** No furniture is longer; longer lines are always the article's own words. */
const LONGEST = 130

// all on the folded line; each pattern must match the whole line
const BUTTONS = String.raw`chia se(?: bai(?: viet)?)?|share|facebook|zalo|twitter|messenger|linkedin|pinterest|telegram|youtube|email|copy(?: link)?|sao chep(?: lien ket)?|like|thich|tweet|quay lai|tro ve|ve trang truoc|in bai(?: viet)?|in trang|ban in|gui(?: qua)? email|gui bai(?: viet)?|gui cho ban be|luu bai(?: viet)?|xem them|doc tiep|trang chu|dau trang|ve dau trang|bao loi|tra loi|phan hoi|binh luan|print|pdf|tai ve|nghe bai(?: viet)?|dang nhap|dang ky|tim kiem|lien he|so do trang|rss|hotline`
const FURNITURE = whole([
  `(?:(?:${BUTTONS})[\\s|,·•:/()\\d-]*){2,}`,
  String.raw`a\s*[+-]?(?:\s*a\s*[+-]?)*|co chu.*|kich thuoc chu.*|font.?size.*|mac dinh|(?:chu )?(?:to|nho|lon) hon|tang co chu|giam co chu|mau chu.*|che do (?:doc|toi|ban dem).*`,
  String.raw`nghe (?:doc )?(?:bai|audio|bao).*|doc bai|giong (?:mien )?(?:bac|nam|trung|nu|doc).*|(?:nu|nam) mien (?:bac|nam|trung)|\d{1,2}:\d{2}\s*\/\s*\d{1,2}:\d{2}|[012](?:[.,]\d{1,2})?x`,
  String.raw`(?:[\d.,]+\s*)?(?:luot (?:xem|doc|truy cap|nghe|thich|chia se)|views?|lan xem)(?:\s*:?\s*[\d.,]+)?|(?:so )?(?:luot|lan) (?:xem|doc|truy cap)\s*:?\s*[\d.,]*(?:\s*luot)?|(?:da|nguoi) xem\s*:?\s*[\d.,]+|xem\s*:\s*[\d.,]+|luot doc\s*:?\s*[\d.,]+`,
  String.raw`(?:chia se|share|facebook|zalo|twitter|messenger|linkedin|pinterest|telegram|youtube|tiktok|instagram|email|e-mail|copy(?: link)?|sao chep(?: lien ket)?|like|thich|x|f|in|print|luu|gui)(?:[\s:|,·•0-9]+(?:len|qua|bai(?: viet)?|facebook|zalo|twitter|messenger|email|copy(?: link)?|link|like|thich|share|chia se|in|print|luu|gui|telegram|youtube|x))*[\s\d:]*`,
  String.raw`(?:chia se|gui|in|luu|copy|sao chep|binh luan|gop y|bao loi|tai|theo doi|nghe)\s+(?:bai(?: viet| bao)?|trang|tin|link|lien ket|noi dung|email|ban be|qua email|cho ban be|ve may|len mang xa hoi|bai nay|noi dung nay)(?:\s+nay)?\s*:?`,
  String.raw`theo doi .{0,60}(?:tren|google|facebook|zalo|youtube).*|google news|quan tam|follow(?: us)?`,
  String.raw`trang chu|home|menu|dang nhap|dang ky|dang xuat|tim kiem|search|tro ve|quay lai|ve dau trang|dau trang|len dau trang|top|xem them|doc tiep|xem tiep|thu gon|next|prev(?:ious)?|bai truoc|bai sau|trang truoc|trang sau|close|dong|toan man hinh|slideshow|rss|sitemap|lien he|gioi thieu|hotline.*|quang cao|advertisement|sponsored|tai tro|video|podcast|infographics?|e-?magazine|longform|danh gia(?: bai viet)?(?: nay)?|gui phan hoi|phan hoi|in bai viet|ban in|phien ban .{0,20}|english|tieng viet|tieng anh|gmt\+7|bookmark`,
  String.raw`\d+\s*\/\s*\d+\s*ky tu|(?:toi da|con lai)\s*:?\s*\d+\s*ky tu|dang tai(?: du lieu)?[\s.…]*|loading[\s.…]*|\d+\s*(?:binh luan|y kien|comments?|phan hoi)|(?:binh luan|y kien|comments?)\s*[(:]?\s*\d+\s*\)?`,
  String.raw`(?:tong so diem cua bai viet|diem|xep hang|rating).{0,40}\d.*(?:danh gia|phieu|sao|vote).*|click de danh gia bai viet.*|[★☆\s\d./]+`,
])
const WEATHER = /-?\d{1,2}\s*°\s*c?(?![\p{L}])|do am\s*:?\s*\d+\s*%/u
const TAILS: readonly (readonly [RegExp, 'tags' | 'comments' | 'related' | 'footer'])[] = [
  [
    whole([
      String.raw`[•*#-]?\s*(?:(?:tu khoa|tags?|the|hashtag|chu de|tu khoa lien quan)\s*:?|(?:tu khoa|tags?|hashtag|chu de)\s*:\s*\S.{0,120})`,
    ]),
    'tags',
  ],
  [
    whole([
      String.raw`(?:y kien|binh luan|comments?|y kien ban doc|binh luan cua ban|ban doc binh luan|y kien cua ban|gui binh luan|viet binh luan|binh luan bai viet)\s*(?:\(\s*\d*\s*\))?\s*:?|(?:hien )?chua co (?:binh luan|y kien).*|(?:vui long )?(?:nhap|viet) (?:noi dung )?(?:binh luan|y kien).*|gui (?:y kien|binh luan)(?: cua ban)?|y kien cua ban .{0,40}|ho (?:va )?ten\s*:?\*?|ma (?:xac nhan|bao mat|captcha)\s*:?\*?`,
    ]),
    'comments',
  ],
  [
    whole([
      String.raw`(?:cac )?(?:tin|bai|bai viet|tin bai|tin tuc|noi dung|chu de|video|van ban)\s*(?:bai |viet )?(?:lien quan|cung chuyen muc|cung chu de|cung the loai|khac|moi(?: nhat| hon| dang| cap nhat)?|noi bat|cu hon|da dua|tiep theo|truoc do|nong|hot|doc nhieu|xem nhieu|quan tam)(?:\s*khac)?\s*:?|cung chuyen muc|cung chu de|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?|doc them|xem them\s*:?|tin lien quan.{0,20}|co the ban quan tam|moi ban doc them|su kien(?: lien quan)?|tieu diem|moi nhat|noi bat|de xuat cho ban|ban co the quan tam|nguoi doc quan tam`,
    ]),
    'related',
  ],
  [
    /^(?:©|copyright|ban quyen (?:thuoc|cua|©)|giay phep (?:so|xuat ban|hoat dong|thiet lap)|(?:chiu trach nhiem(?: chinh| noi dung| xuat ban)?|tong bien tap|truong ban bien tap|toa soan|co quan chu quan|dia chi|dien thoai|fax|email)\s*:|ghi ro nguon|(?:vui long )?ghi ro nguon|cam sao chep|all rights reserved|thiet ke boi|powered by)/u,
    'footer',
  ],
]
const WEEKDAY = /(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat|cn)(?![\p{L}])/u
const TIME = /\d{1,2}\s*(?::|h|gio)\s*\d{2}(?:\s*:\s*\d{2})?(?:\s*(?:am|pm|sa|ch))?(?!\d)/u
const PUBLISHED =
  /ngay dang|dang (?:luc|ngay|tai)|xuat ban|thoi gian dang|ngay (?:xuat ban|phat hanh|dua tin|tao)|dang\s*:|posted|published/u
const UPDATED = /(?:cap nhat|sua doi|chinh sua)|updated/u
const OTHER_PARTS =
  /gmt\s*[+-]?\s*\d{0,2}|(?:luot|lan) (?:xem|doc)\s*:?\s*[\d.,]*|[\d.,]+\s*(?:luot|lan) (?:xem|doc)|xem\s*:\s*[\d.,]+|ngay|thoi gian|luc|vao|hom nay|(?:cap nhat|dang|xuat ban|posted|published|updated)(?: (?:luc|ngay|tai|on|at))*/gu

/** `line`: one line in stored form. */
export const portalLine = (line: string): PortalLine => {
  const words = aligned(line).trim()
  const flat = foldAligned(line).trim().replace(/\s+/g, ' ')
  if (words.length === 0 || words.length > LONGEST) return { kind: 'words' }
  const dated = dateLine(words, flat)
  if (dated) return dated
  if (WEATHER.test(flat) && words.length <= 70) return { kind: 'weather' }
  const crumb = breadcrumb(words)
  if (crumb) return crumb
  const tail = TAILS.find(([pattern]) => pattern.test(flat))
  if (tail && !/[.!?]$/.test(words)) return { kind: 'tail', opens: tail[1] }
  return { kind: FURNITURE.test(flat) || /^\p{P}*$/u.test(words) ? 'furniture' : 'words' }
}

function whole(patterns: readonly string[]): RegExp {
  return new RegExp(`^[\\s|·•]*(?:${patterns.join('|')})[\\s|·•.]*$`, 'u')
}

/** Nothing but a date with its trimmings; body sentences that name a day have more to say or end in a stop. */
const dateLine = (words: string, flat: string): PortalLine | null => {
  const date = datesIn(words)[0]
  if (!date || /[.;!?]$/.test(words)) return null
  const rest = (flat.slice(0, date.start) + ' ' + flat.slice(date.end))
    .replace(new RegExp(TIME, 'gu'), ' ')
    .replace(new RegExp(WEEKDAY, 'gu'), ' ')
    .replace(OTHER_PARTS, ' ')
    .replace(/[\s\p{P}\p{S}\d]+/gu, ' ')
    .trim()
  const trimmed = TIME.test(flat) || WEEKDAY.test(flat) || PUBLISHED.test(flat) || UPDATED.test(flat)
  if (rest.length > 40 || (rest !== '' && !trimmed)) return null
  const before = words.slice(0, date.start)
  const section = /^[\s|]*(?<name>\p{Lu}[\p{L}\s&,-]{2,35}?)\s*(?:[|:•·-]|\d{1,2}:\d{2}|Thứ|Chủ|$)/u
    .exec(before)
    ?.groups?.['name']?.trim()
  const isSection =
    section !== undefined &&
    !WEEKDAY.test(foldAligned(section)) &&
    !PUBLISHED.test(foldAligned(section)) &&
    !UPDATED.test(foldAligned(section)) &&
    !/^(?:Ngày|Thời gian|Lúc)$/u.test(section)
  const label = PUBLISHED.test(flat) ? 'published' : UPDATED.test(flat) ? 'updated' : null
  return { kind: 'date', iso: date.iso, label, section: isSection ? section : null }
}

const breadcrumb = (words: string): PortalLine | null => {
  const parts = words.split(/\s*[›»>→]\s*|\s+\/\s+/u).filter((part) => part !== '')
  const home = /^(?:trang chu|home|trang nhat)$/.test(foldAligned(parts[0] ?? '').trim())
  if (parts.length < 2 || parts.some((part) => part.length > 60) || (!home && !/[›»>→]/u.test(words))) return null
  if (/\d\s*[>→]\s*\d/.test(words) || /[.;:!?]$/.test(words)) return null
  return { kind: 'breadcrumb', parts: home ? parts.slice(1) : parts }
}
