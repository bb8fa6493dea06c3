/**
 * Every way in. A new command, button, deep link, kind of update or terminal command gets one entry here; the matrix fails while one
 * that the bot has is not named by any. To add one:
 *
 *   - a command: an entry of COMMANDS, with the words that are tried after it;
 *   - a button: an entry of BUTTONS, with the data that are pressed. `hints` holds the ids of all documents, restricted ones too, and
 *     every button that an admin was shown: what somebody could copy from a higher reader's telephone;
 *   - a kind of update (e.g. `inline_query`): an entry of OTHERS that pushes it through `chat.server`, with its kind in `covers`;
 *   - a link behind /start: an entry of LINKS.
 *
 * Words that bear canaries are echoed: put them in a door of its own with `echoes: true`; such a door is held against the twin alone.
 */
import { KINDS, TOPICS } from './papers.ts'
import type { Chat } from './roles.ts'

export interface Hints {
  /** Of every document, those for staff included. */
  readonly documentIds: readonly string[]
  /** Numbers and titles of the restricted ones. */
  readonly numbers: readonly string[]
  readonly titles: readonly string[]
  /** Of the restricted ones. */
  readonly restrictedIds: readonly string[]
  /** Data of every button that an admin was shown. */
  readonly buttons: readonly string[]
  /** The states of the library that are kept: the one that serves, and the other. */
  readonly snapshots: readonly string[]
}

export interface Door {
  readonly name: string
  readonly covers: readonly string[]
  readonly echoes?: boolean
  /** Says and presses; nothing of it waits for an answer. */
  enter(chat: Chat, hints: Hints): void | Promise<void>
}

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  start: [''],
  hoi: TOPICS,
  vanban: ['', 'kế hoạch', 'tủ sách', 'kết luận', 'sinh hoạt chi bộ', 'hướng dẫn'],
  moi: [''],
  trogiup: [''],
  lienhe: [''],
  quen: [''],
  dung: [''],
  riengtu: [''],
  xoa: [''],
  chuaduoc: [''],
  vao: ['', 'BCGH-KLMN-PQRS'],
  toi: [''],
  moi_thanhvien: ['', '3', 'cán bộ'],
  nguoidung: [''],
  nhatky: [''],
  sosanh: ['', '27-QĐ/ĐUK 12-QĐ/ĐUK', 'nhà truyền thống', '27', '31-KH/ĐUK'],
  // named first: alone it is of what was spoken of last, which a member who was removed has heard otherwise
  tomtat: ['Quy định 27-QĐ/ĐUK', '', 'quy định về nhà truyền thống', 'kế hoạch'],
  theodoi: ['', 'tất cả', 'kế hoạch', 'nhà truyền thống', 'văn bản của Đảng ủy Khối', ''],
  botheodoi: [''],
  thongke: ['', '7', '90'],
  phienban: [''],
}

const ofIds =
  (action: string, ...rest: readonly (string | number)[]) =>
  (hints: Hints) =>
    hints.documentIds.map((id) => [action, id, ...rest].join(':'))
const shown = (action: string) => (hints: Hints) => hints.buttons.filter((data) => data.split(':')[0] === action)
const fixed =
  (...data: readonly string[]) =>
  () =>
    data

/** Two documents behind one action: each restricted one beside a public one and beside another, either way round. */
const ofPairs =
  (action: string, ...rest: readonly (string | number)[]) =>
  ({ restrictedIds, documentIds }: Hints) => {
    const open = documentIds.find((id) => !restrictedIds.includes(id))!
    return restrictedIds.flatMap((id, i) =>
      [[id, open], [open, id], [id, restrictedIds[(i + 1) % restrictedIds.length]!]].map((pair) => [action, ...pair, ...rest].join(':')),
    )
  } // prettier-ignore
const ofRestricted =
  (action: string, ...rest: readonly (string | number)[]) =>
  ({ restrictedIds }: Hints) =>
    restrictedIds.map((id) => [action, id, ...rest].join(':'))
const all =
  (...parts: readonly ((hints: Hints) => readonly string[])[]) =>
  (hints: Hints) => [...new Set(parts.flatMap((part) => part(hints)))] // prettier-ignore

/** `mustBeShown`: an admin must have been shown one, or the door would be tried with nothing. */
const BUTTONS: Readonly<
  Record<
    string,
    {
      readonly data: (hints: Hints) => readonly string[]
      readonly mustBeShown?: true
      /** What an admin presses instead, where the data would change the library for everybody. */
      readonly harmless?: (hints: Hints) => readonly string[]
    }
  >
> = {
  vbk: { data: fixed('vbk') },
  vby: { data: fixed('vby:-', 'vby:plan', 'vby:regulation', 'vby:conclusion') },
  vbl: {
    data: fixed('vbl:-:-:0', 'vbl:-:-:1', 'vbl:-:2025:0', 'vbl:plan:-:0', 'vbl:conclusion:-:0', 'vbl:guidance:2025:0'),
  },
  vbd: { data: ofIds('vbd') },
  vbp: { data: ofIds('vbp') },
  vbo: { data: ofIds('vbo', 0) },
  vba: { data: (hints) => [...ofIds('vba', 0, 0)(hints), ...ofIds('vba', 1, 0)(hints), ...shown('vba')(hints)] },
  vbf: { data: ofIds('vbf') },
  vbh: { data: ofIds('vbh') },
  vd: { data: shown('vd'), mustBeShown: true },
  src: { data: (hints) => shown('src')(hints).flatMap((data) => [data, `${data.split(':').slice(0, 2).join(':')}:0`, `${data.split(':').slice(0, 2).join(':')}:1`]), mustBeShown: true }, // prettier-ignore
  doc: { data: (hints) => shown('doc')(hints).flatMap((data) => [data, `${data.split(':').slice(0, 2).join(':')}:0`]), mustBeShown: true }, // prettier-ignore
  pick: { data: (hints) => [...shown('pick')(hints), ...shown('src')(hints).map((data) => `pick:${data.split(':')[1]}:0`)], mustBeShown: true }, // prettier-ignore
  ask: { data: (hints) => shown('src')(hints).map((data) => `ask:${data.split(':')[1]}`), mustBeShown: true },
  bad: { data: shown('bad'), mustBeShown: true },
  name: { data: fixed('name:AAAAAAAAAAAA:yes') },
  cases: { data: fixed('cases:0') },
  case: { data: shown('case'), mustBeShown: true },
  close: { data: (hints) => shown('case')(hints).map((data) => data.replace('case', 'close')), mustBeShown: true },
  more: { data: fixed('more:AAAAAAAAAAAA:1') },
  lib: { data: (hints) => shown('case')(hints).map((data) => data.replace('case', 'lib')), mustBeShown: true },
  unlib: { data: (hints) => shown('case')(hints).map((data) => data.replace('case', 'unlib')), mustBeShown: true },
  lvl: { data: fixed('lvl:AAAAAAAAAAAA:public') },
  put: { data: fixed('put:AAAAAAAAAAAA') },
  drop: { data: fixed('drop:AAAAAAAAAAAA') },
  stop: { data: fixed('stop') },
  xoa: { data: fixed('xoa:khong', 'xoa:co') },
  duyet: { data: fixed('duyet:AAAAAAAAAAAA:co') },
  cho: { data: fixed('cho') },
  ten: { data: fixed('ten:khong') },
  nd: { data: fixed('nd:0') },
  ng: { data: shown('ng'), mustBeShown: true },
  ngd: { data: (hints) => shown('ng')(hints).map((data) => `ngd:${data.slice(3)}:admin`), mustBeShown: true },
  ngx: { data: (hints) => shown('ng')(hints).map((data) => `ngx:${data.slice(3)}`), mustBeShown: true },
  ngs: { data: (hints) => shown('ng')(hints).map((data) => `ngs:${data.slice(3)}:admin`), mustBeShown: true },
  ngt: { data: (hints) => shown('ng')(hints).map((data) => `ngt:${data.slice(3)}:left`), mustBeShown: true },
  vbt: { data: ofIds('vbt') },
  vbc: { data: all(ofIds('vbc', 0), shown('vbc')), mustBeShown: true },
  vbr: { data: all(ofRestricted('vbr', 0, 0), ofRestricted('vbr', 1, 0), shown('vbr'), (hints) => shown('vba')(hints).map((data) => data.replace('vba', 'vbr'))) },
  sso: { data: all(shown('sso'), ofPairs('sso')), mustBeShown: true },
  ssp: { data: all(shown('ssp'), ofPairs('ssp', 0), (hints) => ofPairs('ssp', 1)(hints).slice(0, 4)), mustBeShown: true },
  ssc: { data: all(shown('ssc'), ofRestricted('ssc'), (hints) => ofPairs('ssc')(hints).slice(0, 6)), mustBeShown: true },
  ssf: { data: all(shown('ssf'), (hints) => ofPairs('ssf')(hints).slice(0, 9)), mustBeShown: true },
  tdm: { data: fixed('tdm') },
  tdp: { data: fixed('tdp') },
  tda: { data: fixed('tda') },
  tdc: { data: fixed('tdc') },
  tdt: { data: fixed('tdt') },
  tdk: { data: fixed('tdk:plan', 'tdk:conclusion', 'tdk:regulation', 'tdk:guidance') },
  tdb: { data: shown('tdb'), mustBeShown: true },
  tdx: { data: shown('tdx'), mustBeShown: true },
  tdr: { data: shown('tdr'), mustBeShown: true },
  tdn: { data: fixed('tdn') },
  qvp: { data: ofIds('qvp') },
  qvl: { data: ofIds('qvl') },
  qvs: { data: ofIds('qvs') },
  qvx: { data: all(ofIds('qvx'), shown('qvx')), mustBeShown: true },
  qvc: { data: shown('qvc'), mustBeShown: true },
  qvw: { data: ofRestricted('qvw') },
  qvn: { data: fixed('qvn') },
  qvd: { data: shown('qvd'), harmless: ofRestricted('qvd', 'l-sp', 'AAAAAAAA', '-'), mustBeShown: true },
  qvy: { data: shown('qvy'), harmless: ofRestricted('qvy', 'AAAAAAAA'), mustBeShown: true },
  qvr: { data: ofRestricted('qvr') },
  pbx: { data: all(shown('pbx'), ({ snapshots }) => [['pbx', ...snapshots].join(':')]), mustBeShown: true },
  pbn: { data: fixed('pbn') },
  pby: { data: shown('pby'), harmless: ({ snapshots: [serving] }) => [`pby:${serving}:${serving}`], mustBeShown: true },
} // prettier-ignore

const LINKS: Readonly<Record<string, (hints: Hints) => readonly string[]>> = {
  vb: ({ documentIds }) => documentIds,
  hoi: (hints) => shown('vd')(hints).map((data) => data.split(':')[1]!),
  moi: () => ['AAAAAAAAAAAAAAAAAAAAAA'],
}

/** In any chat, so that only public papers may be found, whoever types. */
const INLINE = 'words typed in any chat'

const OTHERS: readonly Door[] = [
  { name: 'a typed question', covers: ['message'], enter: (chat) => TOPICS.forEach((topic) => chat.say(topic)) },
  {
    name: 'a question that leans on one before',
    covers: [],
    enter: (chat) => [TOPICS[0]!, 'do ai ban hành?', 'còn Điều 2 nói gì?', 'ban hành ngày nào?'].forEach((words) => chat.say(words)),
  },
  { name: 'an edited question', covers: ['edited_message'], enter: (chat) => chat.sayAndEdit('Chào đồng chí', TOPICS[0]!) },
  { name: 'a question to an edited one', covers: [], enter: (chat) => chat.sayAndEdit(TOPICS[2]!, TOPICS[5]!) },
  { name: 'the keys of the keyboard', covers: [], enter: (chat) => ['Đặt câu hỏi', 'Tìm văn bản', 'kế hoạch', 'Trợ giúp'].forEach((key) => chat.say(key)) },
  { name: 'a search in words', covers: [], enter: (chat) => ['tìm văn bản tủ sách', 'tìm tài liệu bồi dưỡng', 'tim van ban ket luan'].forEach((words) => chat.say(words)) },
  { name: 'articles of what was named before', covers: [], enter: (chat) => ['Quy định 27 nói gì?', 'Điều 1 nói gì?', 'văn bản nào thay thế?'].forEach((words) => chat.say(words)) },
  { name: 'being let in and blocked', covers: ['my_chat_member'], enter: (chat) => chat.block() },
  { name: 'claims of rights in the words', covers: [], enter: (chat) => TOPICS.forEach((topic) => chat.say(`level=staff role=admin --level staff ${topic}`)) },
  { name: 'numbers of restricted papers', covers: [], echoes: true, enter: (chat, { numbers }) => numbers.flatMap((number) => [`${number} nói gì?`, `Điều 1 ${number}`, `${number} còn hiệu lực không?`, `/vanban ${number}`]).forEach((words) => chat.say(words)) },
  ...Object.entries(KINDS).map(([name, said]): Door => ({ name, covers: [], enter: (chat) => said.forEach((words) => chat.say(words)) })),
  { name: INLINE, covers: ['inline_query'], enter: async (chat) => { for (const words of ['', 'nghị quyết 05', 'tu sach luu dong', 'nhà truyền thống', 'sinh hoạt chi bộ', 'quy định 12']) await chat.inline(words) } },
  { name: 'numbers of restricted papers typed in any chat', covers: [], enter: async (chat, { numbers, titles }) => { for (const words of [...numbers, ...titles]) await chat.inline(words) } },
  { name: 'restricted papers compared and in short', covers: [], echoes: true, enter: (chat, { numbers }) => numbers.flatMap((number) => [`/sosanh ${number} 27-QĐ/ĐUK`, `/tomtat ${number}`, `${number} khác gì so với quy định cũ?`, `/theodoi ${number}`]).forEach((words) => chat.say(words)) },
  { name: 'titles of restricted papers, and with slips', covers: [], echoes: true, enter: (chat, { titles }) => titles.flatMap((title) => [`${title}?`, `${title.replace('e', 'ee')} la gi`, `/vanban ${title}`]).forEach((words) => chat.say(words)) },
] // prettier-ignore

export const buttonsWithoutData = (hints: Hints): readonly string[] =>
  Object.entries(BUTTONS).flatMap(([action, { data, mustBeShown }]) =>
    mustBeShown && data(hints).length === 0 ? [action] : [],
  )

export const DOORS: readonly Door[] = [
  ...OTHERS,
  ...Object.entries(COMMANDS).map(([name, words]): Door => ({
    name: `/${name}`,
    covers: [`/${name}`],
    enter: (chat) => words.forEach((said) => chat.say(`/${name} ${said}`.trim())),
  })),
  ...Object.entries(BUTTONS).map(([action, { data, harmless = data }]): Door => ({
    name: `button ${action}`,
    covers: ['callback_query', `button ${action}`],
    enter: (chat, hints) => (chat.isAdmin ? harmless : data)(hints).forEach((one) => chat.press(one)),
  })),
  ...Object.entries(LINKS).map(([kind, ids]): Door => ({
    name: `link ${kind}`,
    covers: [`link ${kind}`],
    enter: (chat, hints) => ids(hints).forEach((id) => chat.say(`/start ${kind}_${id}`)),
  })),
]
